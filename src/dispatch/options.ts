/**
 * Makers of options. Each makes a required one that takes one value; `optional`, `listOf` and `positional` change
 * that, and the type of the value follows: `positional(optional(category('Kind of news')))`.
 */
import { z } from 'zod';
import type { Asset } from '../domain/asset.ts';
import type { CategoryId } from '../domain/category.ts';
import { categories } from '../domain/category.ts';
import type { ChannelDescription } from '../domain/channel.ts';
import { MendableError } from '../domain/errors.ts';
import type { Source } from '../domain/source.ts';
import type { Story } from '../domain/story.ts';
import type { GivenText, Option, OptionChoice } from './command.ts';
import { findCategory, findNamedAsset, findSource, findStory, findStoryOrAddress } from './find.ts';

const plain = { isRequired: true, isList: false, isPositional: false, choices: [] } as const;
const hourMs = 3_600_000;

export function text(description: string, { max = 300 }: { readonly max?: number } = {}): Option<string> {
  const schema = z.string().trim().max(max);
  return {
    ...plain,
    type: 'text',
    description,
    max,
    parse: async (given) => readBy(schema, given, given.lookup.texts.options.tooLong({ ...given, max })),
  };
}

export function integer(
  description: string,
  { min, max }: { readonly min: number; readonly max: number },
): Option<number> {
  const schema = z
    .string()
    .trim()
    .regex(/^[+-]?\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));
  return {
    ...plain,
    type: 'integer',
    description,
    min,
    max,
    parse: async (given) => readBy(schema, given, given.lookup.texts.options.integer({ ...given, min, max })),
  };
}

/** One of at most 25 values, given by value or by name. */
export function choice<const Value extends string>(
  description: string,
  choices: readonly { readonly value: Value; readonly name: string }[],
): Option<Value> {
  return {
    ...plain,
    type: 'choice',
    description,
    choices,
    parse: async (given) => {
      const typed = given.text.trim().toLowerCase();
      const found = choices.find(({ value, name }) => value === typed || name.toLowerCase() === typed);
      if (found !== undefined) return found.value;
      const values = choices.map(({ value }) => value);
      throw new MendableError(given.lookup.texts.options.choice({ ...given, choices: values }));
    },
  };
}

const yes = new Set(['yes', 'true', 'on', '1', 'y']);
const no = new Set(['no', 'false', 'off', '0', 'n']);

export function boolean(description: string): Option<boolean> {
  return {
    ...plain,
    type: 'boolean',
    description,
    parse: async (given) => {
      const typed = given.text.trim().toLowerCase();
      if (yes.has(typed)) return true;
      if (no.has(typed)) return false;
      throw new MendableError(given.lookup.texts.options.boolean(given));
    },
  };
}

const unitMs = { m: hourMs / 60, h: hourMs, d: 24 * hourMs, w: 7 * 24 * hourMs };
const durationWords = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^\d{1,5}\s*(?:m|min|minutes?|h|hours?|d|days?|w|weeks?)$/);

/** A file's content, or the address at which its platform keeps it. */
export type AttachedFile = { readonly bytes: Uint8Array } | { readonly address: string };

export function attachment(description: string): Option<AttachedFile> {
  const name = text(description, { max: 2000 });
  return {
    ...name,
    type: 'attachment',
    parse: async (given) => {
      const address = await name.parse(given);
      const opened = await given.lookup.openFile(address);
      if (opened === null) return { address };
      if ('problem' in opened) throw new MendableError(opened.problem);
      return opened;
    },
  };
}

/** A length of time such as `7d`; the value is in milliseconds. */
export function duration(description: string): Option<number> {
  const schema = durationWords
    .transform((typed) => Number.parseInt(typed, 10) * unitMs[unitOf(typed)])
    .pipe(z.number().positive());
  return {
    ...plain,
    type: 'duration',
    description,
    parse: async (given) => readBy(schema, given, given.lookup.texts.options.duration(given)),
  };
}

function unitOf(typed: string): keyof typeof unitMs {
  const letter = /[mhdw]/.exec(typed)?.[0];
  return letter === 'm' || letter === 'h' || letter === 'w' ? letter : 'd';
}

export function category(description: string): Option<CategoryId> {
  const choices: readonly OptionChoice[] = categories.map(({ id, name }) => ({ value: id, name }));
  return { ...plain, type: 'category', description, choices, parse: async (given) => findCategory(given) };
}

/** A coin or token, by ticker or name. */
export function asset(description: string): Option<Asset> {
  return { ...plain, type: 'asset', description, parse: async (given) => findNamedAsset(given) };
}

/** A source that is seen in the channel, by key or name. */
export function source(description: string): Option<Source> {
  return { ...plain, type: 'source', description, parse: findSource };
}

/** A story that is seen in the channel, by number or by the address of one of its articles. */
export function story(description: string): Option<Story> {
  return { ...plain, type: 'story', description, parse: findStory };
}

/** The same, or the address of any page. */
export function storyOrAddress(description: string): Option<Story | { readonly address: string }> {
  return { ...plain, type: 'story', description, parse: findStoryOrAddress };
}

/** The channel that the command acts on; without it the asker's own. Dispatch finds and verifies it. */
export function channel(description: string): Option<ChannelDescription> {
  return { ...plain, type: 'channel', description, parse: async ({ lookup }) => lookup.target };
}

/** The platform's id of a role, with or without the marks of a mention. */
export function role(description: string): Option<string> {
  const plainText = text(description, { max: 100 });
  return {
    ...plainText,
    type: 'role',
    parse: async (given) => {
      const typed = await plainText.parse(given);
      return /^<@&(\d+)>$/.exec(typed)?.[1] ?? typed;
    },
  };
}

export function optional<Value>(option: Option<Value>): Option<Value | undefined> {
  return { ...option, isRequired: false };
}

/** Several values, separated by commas; without any the list is empty. */
export function listOf<Value>(option: Option<Value>): Option<readonly Value[]> {
  return {
    ...option,
    isRequired: false,
    isList: true,
    parse: async (given) => {
      const parts = given.text.split(/[,;]/).map((part) => part.trim());
      const texts = parts.filter((part) => part !== '');
      return Promise.all(texts.map(async (text) => option.parse({ ...given, text })));
    },
  };
}

/** Takes words that name no option. */
export function positional<Value>(option: Option<Value>): Option<Value> {
  return { ...option, isPositional: true };
}

function readBy<Value>(schema: z.ZodType<Value>, given: GivenText, problem: string): Value {
  const result = schema.safeParse(given.text);
  if (!result.success) throw new MendableError(problem);
  return result.data;
}
