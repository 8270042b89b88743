/** Listing pages, read by the CSS selectors that the source's description gives. */
import type { Source } from '../../domain/source.ts';
import { personName } from '../feed/people.ts';
import { hubLinksIn } from '../hub/hub-links.ts';
import { attributeOf, openDocument, type DomElement } from '../page/dom.ts';
import { emptyItem, type FetchedDocument, type KindOfSource, type Parsed } from '../reading.ts';
import type { ListingSettings } from '../settings.ts';
import type { SourceItem } from '../source.ts';
import { absoluteUrl } from '../text/address.ts';
import { mostItems } from '../text/bounds.ts';
import { cleanText } from '../text/clean-text.ts';
import { decodeBytes } from '../text/encoding.ts';
import { parseMoment } from '../text/parse-moment.ts';

export const listingKind = (source: Source, settings: ListingSettings): KindOfSource => ({
  accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
  wanted: 'a listing page',
  parse: (document) => parseListing(document, settings, source.language),
});

/** Elements without a link or a title are passed over; one address is listed once. */
export function parseListing(
  document: Pick<FetchedDocument, 'bytes' | 'contentType' | 'url'>,
  settings: ListingSettings,
  language: string | null,
): Parsed {
  const page = openDocument(decodeBytes(document.bytes, document.contentType));
  const base =
    absoluteUrl(attributeOf(page.querySelector('base[href]'), 'href'), document.url) ?? document.url;
  const byUrl = new Map<string, SourceItem>();
  for (const element of page.querySelectorAll(settings.item)) {
    if (byUrl.size >= mostItems) break;
    const item = readItem(element, settings, base);
    if (item.url !== null && item.title !== '' && !byUrl.has(item.url)) byUrl.set(item.url, item);
  }
  if (byUrl.size === 0)
    return { kind: 'other', found: `a page where "${settings.item}" selects no linked title` };
  return {
    kind: 'items',
    title: cleanText(page.querySelector('title')?.textContent ?? '') || null,
    language: language ?? attributeOf(page.documentElement, 'lang'),
    items: [...byUrl.values()],
    freshForMs: 0,
    hub: hubLinksIn(
      [...page.querySelectorAll('link[rel][href]')].map((link) => ({
        rel: attributeOf(link, 'rel') ?? undefined,
        href: attributeOf(link, 'href'),
        base,
      })),
    ),
    defect: null,
  };
}

function readItem(element: DomElement, settings: ListingSettings, base: string): SourceItem {
  const link = element.matches(settings.link) ? element : element.querySelector(settings.link);
  const time = within(element, settings.time);
  const picture = within(element, settings.picture);
  const pictureUrl = absoluteUrl(attributeOf(picture, 'src') ?? attributeOf(picture, 'data-src'), base);
  const author = textIn(element, settings.author);
  const label = textIn(element, settings.label).replace(/[\s·•|]+$/u, '');
  const written = attributeOf(time, 'datetime') ?? time?.textContent;
  return {
    ...emptyItem,
    url: absoluteUrl(attributeOf(link, 'href'), base),
    title:
      settings.title === undefined ? cleanText(link?.textContent ?? '') : textIn(element, settings.title),
    authors: author === '' ? [] : [personName(author)],
    published: parseMoment(written, settings.timeZone),
    summary: textIn(element, settings.summary),
    labels: label === '' ? [] : [label],
    picture: pictureUrl === null ? null : { url: pictureUrl, credit: null },
  };
}

const within = (element: DomElement, selector: string | undefined): DomElement | null =>
  selector === undefined ? null : element.querySelector(selector);

const textIn = (element: DomElement, selector: string | undefined): string =>
  cleanText(within(element, selector)?.textContent ?? '');
