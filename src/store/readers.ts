/** What the database's columns mean in the words of the domain. A value that has no meaning there is a bug. */
import type { Picture, TextBlock } from '../domain/article.ts';
import { isCategoryId, type CategoryId } from '../domain/category.ts';
import { platformIds, type PlatformId } from '../domain/channel.ts';
import type { Moment } from '../domain/moment.ts';
import type { Scope } from '../domain/scope.ts';

export function readCategory(text: string): CategoryId {
  return isCategoryId(text) ? text : 'other';
}

export function readScope(text: string): Scope {
  if (isScope(text)) return text;
  throw new Error(`no scope: ${text}`);
}

const isScope = (text: string): text is Scope => /^(global$|(discord|telegram|console):)/.test(text);

export function readPlatform(text: string): PlatformId {
  return readOneOf(platformIds, text);
}

export function readOneOf<Value extends string>(values: readonly Value[], text: string): Value {
  const found = values.find((value) => value === text);
  if (found === undefined) throw new Error(`none of ${values.join(', ')}: ${text}`);
  return found;
}

export function readMoment(at: Date | null, precision: string | null): Moment | null {
  return at === null ? null : { at, precision: precision === 'day' ? 'day' : 'minute' };
}

export function readPicture(url: string | null, credit: string | null): Picture | null {
  return url === null ? null : { url, credit };
}

export function readStrings(json: unknown): readonly string[] {
  return Array.isArray(json) ? json.filter((item) => typeof item === 'string') : [];
}

export function readBlocks(json: unknown): readonly TextBlock[] {
  return Array.isArray(json) ? json.flatMap(readBlock) : [];
}

function readBlock(json: unknown): readonly TextBlock[] {
  if (typeof json !== 'object' || json === null || !('kind' in json)) return [];
  if (json.kind === 'list' && 'items' in json) return [{ kind: 'list', items: readStrings(json.items) }];
  if (!('text' in json) || typeof json.text !== 'string') return [];
  return json.kind === 'heading' || json.kind === 'paragraph' ? [{ kind: json.kind, text: json.text }] : [];
}

export function readSettings(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
    ? Object.fromEntries(Object.entries(json))
    : {};
}

/** The parts of at most `size` each, in order. */
export function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}
