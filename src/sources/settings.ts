/** What a source's description says beside its address, by kind. */
import { z } from 'zod';
import type { SourceDescription } from '../domain/source.ts';
import { isTimeZone } from '../domain/local-clock.ts';

const timeZone = z.string().refine(isTimeZone, 'must be a time zone such as "Asia/Seoul"').optional();
const selector = z.string().min(1);
const path = z.string().min(1);

export const feedSettings = z.strictObject({ timeZone });

/** Where in a listing page things stand, as CSS selectors; all but `item` are looked for within an item. */
export const listingSettings = z.strictObject({
  timeZone,
  item: selector,
  link: selector.default('a'),
  title: selector.optional(),
  summary: selector.optional(),
  time: selector.optional(),
  label: selector.optional(),
  author: selector.optional(),
  picture: selector.optional(),
});
export type ListingSettings = z.infer<typeof listingSettings>;

/** Where in an API's answer things stand, as paths such as `Data` or `metadata.image.url`; `items` may be empty. */
export const apiSettings = z.strictObject({
  timeZone,
  items: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
  fields: z.strictObject({
    title: path,
    url: path.optional(),
    id: path.optional(),
    summary: path.optional(),
    content: path.optional(),
    published: path.optional(),
    updated: path.optional(),
    authors: path.optional(),
    labels: path.optional(),
    picture: path.optional(),
    language: path.optional(),
  }),
});
export type ApiSettings = z.infer<typeof apiSettings>;

/** The schema of each kind's settings. */
export const settingsByKind = {
  feed: feedSettings,
  sitemap: feedSettings,
  listing: listingSettings,
  api: apiSettings,
} as const satisfies Record<SourceDescription['kind'], z.ZodType>;

/** The time zone that a source's times without one are in; undefined when it names none. */
export function timeZoneOf(source: SourceDescription | null): string | undefined {
  const parsed = timeZone.safeParse(source?.settings['timeZone']);
  return parsed.success ? parsed.data : undefined;
}
