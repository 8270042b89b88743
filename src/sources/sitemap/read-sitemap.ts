/** News sitemaps as search engines read them: an address, a headline, a name and a time for each article. */
import type { Source } from '../../domain/source.ts';
import { whatItIs } from '../feed/what-it-is.ts';
import { distinct } from '../feed/people.ts';
import { emptyItem, type FetchedDocument, type KindOfSource, type Parsed } from '../reading.ts';
import { timeZoneOf } from '../settings.ts';
import type { SourceItem } from '../source.ts';
import { absoluteUrl } from '../text/address.ts';
import { mostItems } from '../text/bounds.ts';
import { decodeBytes } from '../text/encoding.ts';
import { parseMoment } from '../text/parse-moment.ts';
import { lineOfText } from '../text/plain.ts';
import { childrenOf, childText, descendantsOf, parseXml, type XmlElement } from '../text/xml-tree.ts';

export const sitemapKind = (source: Source): KindOfSource => ({
  accept: 'application/xml, text/xml;q=0.9, */*;q=0.5',
  wanted: 'a news sitemap',
  parse: (document) => parseSitemap(document, timeZoneOf(source)),
});

/** Entries without a headline are pages of the site, not news: they are passed over. */
export function parseSitemap(
  document: Pick<FetchedDocument, 'bytes' | 'contentType' | 'url'>,
  timeZone?: string,
): Parsed {
  const text = decodeBytes(document.bytes, document.contentType);
  const root = parseXml(text);
  const list = descendantsOf(root, 'urlset')[0];
  if (list === undefined) {
    const isIndex = descendantsOf(root, 'sitemapindex').length > 0;
    return { kind: 'other', found: isIndex ? 'a list of sitemaps' : whatItIs(text, document.contentType) };
  }
  const entries = childrenOf(list, 'url');
  const whole = entries.filter((entry) => entry.isWhole);
  const items = whole
    .slice(0, mostItems)
    .map((entry) => readEntry(entry, document.url, timeZone))
    .filter((item) => item !== null);
  if (items.length === 0 && whole.length > 0) return { kind: 'other', found: 'a sitemap without news' };
  const names = whole.map((entry) => descendantsOf(entry, 'news:name')[0]).filter((one) => one !== undefined);
  return {
    kind: 'items',
    title: names[0] === undefined ? null : lineOfText(textOfChild(names[0])),
    language: items[0]?.language ?? null,
    items,
    freshForMs: 0,
    defect: list.isWhole ? null : 'The document breaks off before its end; what was whole was kept.',
  };
}

const textOfChild = (element: XmlElement): string =>
  element.children.filter((child) => typeof child === 'string').join('');

function readEntry(entry: XmlElement, base: string, timeZone: string | undefined): SourceItem | null {
  const news = childrenOf(entry, 'news:news')[0];
  const title = lineOfText(childText(news ?? entry, 'news:title', 'title') ?? '');
  const url = absoluteUrl(childText(entry, 'loc'), base);
  if (news === undefined || title === '' || url === null) return null;
  const publication = childrenOf(news, 'news:publication')[0];
  const image = childrenOf(entry, 'image:image')[0];
  const picture = image === undefined ? null : absoluteUrl(childText(image, 'image:loc'), base);
  const words = (childText(news, 'news:keywords') ?? '').split(',').map((word) => word.trim());
  return {
    ...emptyItem,
    url,
    title,
    published: parseMoment(childText(news, 'news:publication_date'), timeZone),
    updated: parseMoment(childText(entry, 'lastmod'), timeZone),
    labels: distinct(words),
    picture: picture === null ? null : { url: picture, credit: null },
    language: publication === undefined ? null : childText(publication, 'news:language'),
  };
}
