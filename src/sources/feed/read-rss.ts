/** RSS 0.9x to 2.0 and RDF, with the elements that other namespaces lend them. */
import type { SourceItem } from '../source.ts';
import { absoluteUrl } from '../text/address.ts';
import { blocksOf } from '../text/blocks.ts';
import { mostItems } from '../text/bounds.ts';
import { parseMoment } from '../text/parse-moment.ts';
import { lineOfNodes } from '../text/plain.ts';
import { childrenOf, childText, descendantsOf, textOf, type XmlElement } from '../text/xml-tree.ts';
import { defectOf, hubsOf } from './document-facts.ts';
import { firstLine, lineIn, markupIn } from './markup-text.ts';
import type { Feed, FeedContext } from './parse-feed.ts';
import { distinct, personName } from './people.ts';
import { pictureOf } from './pictures.ts';
import { restMs, restTimesOf } from './rest-time.ts';

/** Null when the document has neither a channel nor an item. */
export function readRss(root: XmlElement, context: FeedContext): Feed | null {
  const channel = root.name === 'channel' ? root : (descendantsOf(root, 'channel')[0] ?? root);
  const items = descendantsOf(root, 'item', 'entry', 'atom:entry');
  const whole = items.filter((item) => item.isWhole);
  const base = linkOf(channel, context.url) ?? context.url;
  const language = childText(channel, 'language', 'dc:language') ?? channel.language;
  return {
    title: orNull(firstLine(inOrder(channel, 'title', 'dc:title', 'media:title', 'itunes:title'))),
    link: linkOf(channel, context.url),
    language,
    items: whole
      .slice(0, mostItems)
      .map((item) => readItem(item, { ...context, url: item.base || base }, language)),
    freshForMs: restMs(channel),
    rests: restTimesOf(channel),
    hub: hubsOf(channel, context.url),
    defect: defectOf(root, items.length - whole.length),
  };
}

function readItem(item: XmlElement, context: FeedContext, language: string | null): SourceItem {
  const { contents, summaries } = textsOf(item);
  const updated = firstMoment(item, updatedNames, context.timeZone);
  const based = { ...item, base: context.url };
  return {
    url: linkOf(item, context.url) ?? guidAddress(item, context.url) ?? enclosedAddress(item, context.url),
    guid: guidOf(item),
    title: firstLine(inOrder(item, 'title', 'media:title', 'dc:title', 'atom:title', 'itunes:title')),
    authors: authorsOf(item),
    published: firstMoment(item, publishedNames, context.timeZone) ?? updated,
    updated,
    summary: summaries.map(lineOfNodes).find((line) => line !== '') ?? '',
    blocks: contents.map(blocksOf).find((blocks) => blocks.length > 0) ?? [],
    labels: labelsOf(item),
    picture: pictureOf(based, [...contents, ...summaries]),
    language: childText(item, 'dc:language', 'language') ?? item.language ?? language,
  };
}

/** Of two texts of which neither says that it is the whole one, the second is. */
function textsOf(item: XmlElement) {
  const own = childrenOf(item, 'description', 'summary').map(markupIn);
  const [, ...more] = own.filter((nodes) => lineOfNodes(nodes) !== '');
  return {
    contents: [...inOrder(item, ...contentNames).map(markupIn), ...more],
    summaries: [...own, ...inOrder(item, ...summaryNames).map(markupIn)],
  };
}

const contentNames = [
  'content:encoded',
  'encoded',
  'atom:content',
  'content',
  'body',
  'xhtml:body',
  'xhtml:div',
  'fulltext',
  'fullitem',
];
const summaryNames = [
  'atom:summary',
  'media:description',
  'dc:description',
  'abstract',
  'itunes:summary',
  'itunes:subtitle',
];
const publishedNames = [
  'pubdate',
  'atom:published',
  'published',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'atom:issued',
  'atom:created',
  'issued',
  'created',
  'prism:publicationdate',
  'date',
];
const updatedNames = [
  'atom:updated',
  'updated',
  'dcterms:modified',
  'atom:modified',
  'modified',
  'lastmod',
  'lastbuilddate',
  'dc:date',
];

function inOrder(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  const found = childrenOf(element, ...names);
  return found.length < 2
    ? [...found]
    : found.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Of several links the last one counts, as for other readers. */
function linkOf(element: XmlElement, base: string): string | null {
  const own = inOrder(element, 'link').reverse();
  const atom = inOrder(element, 'atom:link')
    .filter(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate')
    .map(({ attributes }) => attributes['href']);
  // Some escape the text of a link twice.
  const written = own.flatMap((link) => [
    textOf(link).replaceAll('&amp;', '&'),
    link.attributes['href'],
    link.attributes['rdf:resource'],
  ]);
  const within = element.base === '' ? base : element.base;
  return (
    [...written, ...atom, element.attributes['href'], childText(element, 'feedburner:origlink')]
      .map((link) => absoluteUrl(link, within))
      .find((url) => url !== null) ?? null
  );
}

/** Without the line breaks that a long one is written with. */
function guidOf(item: XmlElement): string | null {
  const written = childText(item, 'guid', 'atom:id', 'id', 'dc:identifier', 'dcterms:identifier');
  const lines = (written ?? item.attributes['rdf:about'])?.split(/[\r\n]/);
  return lines?.map((line) => line.trim()).join('') ?? null;
}

/** A guid is the item's address unless it says that it is not; one without a scheme only if it says that it is. */
function guidAddress(item: XmlElement, base: string): string | null {
  const isAddress = childrenOf(item, 'guid')[0]?.attributes['ispermalink']?.trim().toLowerCase();
  if (isAddress === 'false') return null;
  const text = guidOf(item);
  return text !== null && (isAddress === 'true' || /^https?:/i.test(text)) ? absoluteUrl(text, base) : null;
}

/** An item that is nothing but a recording. */
const enclosedAddress = (item: XmlElement, base: string): string | null =>
  absoluteUrl(childrenOf(item, 'enclosure')[0]?.attributes['url'], base);

function authorsOf(item: XmlElement): readonly string[] {
  const people = inOrder(
    item,
    'author',
    'atom:author',
    'dc:creator',
    'itunes:author',
    'dc:author',
    'creator',
  );
  const named = people.map(
    (person) => childText(person, 'name', 'atom:name', 'email', 'atom:email') ?? textOf(person),
  );
  const names = named.map(personName);
  // A bare mail address says less than a name beside it.
  const real = names.filter((name) => !name.includes('@'));
  return distinct(real.length > 0 ? real : names);
}

function labelsOf(item: XmlElement): readonly string[] {
  const keywords = inOrder(item, 'itunes:keywords', 'media:keywords').flatMap((list) =>
    lineIn(list).split(','),
  );
  const labels = inOrder(item, 'category', 'dc:subject', 'atom:category', 'media:category');
  return distinct([
    ...labels.map(
      (label) => firstLine([label]) || (label.attributes['label'] ?? label.attributes['term'] ?? ''),
    ),
    ...keywords.map((word) => word.trim()),
  ]);
}

function firstMoment(item: XmlElement, names: readonly string[], timeZone: string | undefined) {
  for (const name of names) {
    // The format of Microsoft's channels has it in an attribute.
    const written = [...childrenOf(item, name).map(textOf), item.attributes[name]];
    for (const text of written) {
      const moment = parseMoment(text, timeZone);
      if (moment !== null) return moment;
    }
  }
  return null;
}
