/** Finds what people name: categories, assets, sources and stories, as they type them. */
import { findAsset, type Asset } from '../domain/asset.ts';
import { canonicalUrl } from '../domain/canonical-url.ts';
import type { CategoryId } from '../domain/category.ts';
import { categories } from '../domain/category.ts';
import { MendableError } from '../domain/errors.ts';
import type { Source } from '../domain/source.ts';
import type { Story } from '../domain/story.ts';
import type { GivenText } from './command.ts';
import { nearestOf } from './nearest.ts';

const fewestLetters = 3;

/** By id, name, emoji, or the beginning of a word of its name. */
export function findCategory(given: GivenText): CategoryId {
  const typed = fold(given.text);
  const exact = categories.find(
    ({ id, name, emoji }) => id === typed || fold(name) === typed || emoji === given.text.trim(),
  );
  const found = exact ?? (typed.length < fewestLetters ? undefined : categories.find(hasWordLike(typed)));
  if (found !== undefined) return found.id;
  throw new MendableError(given.lookup.texts.options.category(given));
}

const hasWordLike =
  (typed: string) =>
  ({ id, name }: { readonly id: string; readonly name: string }): boolean =>
    [id, fold(name), ...fold(name).split(' ')].some((word) => word.startsWith(typed));

/** By ticker or name. */
export function findNamedAsset(given: GivenText): Asset {
  const found = findAsset(given.text);
  if (found === null) throw new MendableError(given.lookup.texts.options.asset(given));
  return found;
}

/** By key or name, or by the beginning of exactly one name. */
export async function findSource(given: GivenText): Promise<Source> {
  const typed = fold(given.text);
  const sources = await given.lookup.sources();
  const exact = sources.find(({ key, name }) => key === typed || fold(name) === typed);
  if (exact !== undefined) return exact;
  const [only, ...others] =
    typed.length < fewestLetters ? [] : sources.filter(({ name }) => fold(name).startsWith(typed));
  if (only !== undefined && others.length === 0) return only;
  throw new MendableError(given.lookup.texts.options.source({ ...given, near: nearSources(typed, sources) }));
}

function nearSources(typed: string, sources: readonly Source[]): readonly string[] {
  const like = sources.filter(({ key, name }) => key.includes(typed) || fold(name).includes(typed));
  if (typed.length >= fewestLetters && like.length > 0) return like.slice(0, 3).map(({ key }) => key);
  const nearest = nearestOf(
    typed,
    sources.map(({ key }) => key),
  );
  return nearest === null ? [] : [nearest];
}

/** By number, with or without `#`, or by the address of one of its articles. */
export async function findStory(given: GivenText): Promise<Story> {
  const found = await findStoryOrAddress(given);
  if (!('address' in found)) return found;
  throw new MendableError(given.lookup.texts.options.noStoryAt({ url: found.address }));
}

/** The same, where an address that no story has will do as well. */
export async function findStoryOrAddress(given: GivenText): Promise<Story | { readonly address: string }> {
  const { lookup } = given;
  const typed = given.text.trim();
  if (/^https?:\/\//i.test(typed)) {
    return (await lookup.storyByUrl(canonicalUrl(typed) ?? typed)) ?? { address: typed };
  }
  const number = /^#?(\d{1,9})$/.exec(typed)?.[1];
  if (number === undefined) throw new MendableError(lookup.texts.options.storyNumber(given));
  const found = await lookup.storyByNumber(Number(number));
  if (found === null) throw new MendableError(lookup.texts.options.noStory({ number: Number(number) }));
  return found;
}

function fold(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
