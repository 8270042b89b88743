/** Paths into the answers of APIs: names joined by dots; through a list to the same place of each of its entries. */
import type { Moment } from '../../domain/moment.ts';
import { parseMoment } from '../text/parse-moment.ts';

/** The value at a path; undefined when there is none. An empty path is the value itself. */
export function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  let place: unknown = value;
  for (const name of path.split('.')) {
    if (Array.isArray(place) && !/^\d+$/.test(name)) place = place.map((one) => valueAt(one, name));
    else if (typeof place === 'object' && place !== null) place = Reflect.get(place, name);
    else return undefined;
  }
  return place;
}

/** The first text or number at a path, as text; empty when there is none. */
export function textAt(value: unknown, path: string): string {
  const found = valueAt(value, path);
  return shown(Array.isArray(found) ? found.flat(3)[0] : found);
}

/** Every text at a path: of a list its entries; of one text, e.g. of labels, what stands between bars. */
export function textsAt(value: unknown, path: string | undefined): readonly string[] {
  if (path === undefined) return [];
  const found = valueAt(value, path);
  if (Array.isArray(found))
    return found
      .flat(3)
      .map(shown)
      .filter((text) => text !== '');
  return shown(found)
    .split('|')
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? String(value) : '';
}

/** A time as text, or as seconds or milliseconds since 1970. */
export function momentAt(
  value: unknown,
  path: string | undefined,
  timeZone: string | undefined,
): Moment | null {
  if (path === undefined) return null;
  const text = textAt(value, path);
  if (!/^\d{9,13}$/.test(text)) return parseMoment(text, timeZone);
  const ms = text.length > 11 ? Number(text) : Number(text) * 1000;
  return { at: new Date(ms), precision: 'minute' };
}
