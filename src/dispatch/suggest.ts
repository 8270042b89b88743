import { assets } from '../domain/asset.ts';
import { categories } from '../domain/category.ts';
import type { OptionChoice, OptionType } from './command.ts';
import type { Lookup } from './lookup.ts';

const mostChoices = 25;
const longestName = 100;
/** How many of the newest stories are offered from. */
const newestStories = 100;

/** At most 25 values for an option of a type whose values can be told, begun or held by `text`; names fit 100 characters. */
export async function suggest(
  type: OptionType,
  text: string,
  lookup: Lookup,
): Promise<readonly OptionChoice[]> {
  const all = await choicesOf(type, lookup);
  const typed = text.trim().toLowerCase().replace(/^#/, '');
  const begun = all.filter(({ value, name }) => startsWith(value, typed) || startsWith(name, typed));
  const held = all.filter((choice) => !begun.includes(choice) && choice.name.toLowerCase().includes(typed));
  return [...begun, ...held]
    .slice(0, mostChoices)
    .map(({ value, name }) => ({ value, name: shorten(name, longestName) }));
}

async function choicesOf(type: OptionType, lookup: Lookup): Promise<readonly OptionChoice[]> {
  if (type === 'category') return categories.map(({ id, name }) => ({ value: id, name }));
  if (type === 'asset')
    return assets.map(({ ticker, name }) => ({
      value: ticker,
      name: ticker === name ? name : `${ticker} · ${name}`,
    }));
  if (type === 'source') return (await lookup.sources()).map(({ key, name }) => ({ value: key, name }));
  if (type !== 'story') return [];
  const stories = await lookup.newestStories(newestStories);
  return stories.map(({ number, title }) => ({ value: String(number), name: `#${number} ${title}` }));
}

function startsWith(whole: string, typed: string): boolean {
  return whole.toLowerCase().startsWith(typed);
}

function shorten(name: string, length: number): string {
  return name.length <= length ? name : `${name.slice(0, length - 1).trimEnd()}…`;
}
