/** Atom 1.0 and 0.3. */
import type { Moment } from '../../domain/moment.ts';
import type { SourceItem } from '../source.ts';
import { absoluteUrl } from '../text/address.ts';
import { parseMoment } from '../text/parse-moment.ts';
import { mostItems } from '../text/bounds.ts';
import { childrenOf, childText, descendantsOf, textOf, type XmlElement } from '../text/xml-tree.ts';
import { atomLine, atomMarkup } from './atom-text.ts';
import { defectOf, hubsOf } from './document-facts.ts';
import { blocksOf } from '../text/blocks.ts';
import type { Feed, FeedContext } from './parse-feed.ts';
import { distinct, personName } from './people.ts';
import { pictureOf } from './pictures.ts';
import { restMs } from './rest-time.ts';

export function readAtom(root: XmlElement, context: FeedContext): Feed {
  const entries = descendantsOf(root, 'atom:entry', 'entry', 'item');
  const whole = entries.filter((entry) => entry.isWhole);
  const ofFeed = authorsOf(root);
  return {
    title: firstAtomLine(root, 'title') || null,
    link: linkOf(root, context.url),
    language: root.language ?? childText(root, 'dc:language', 'language'),
    items: whole.slice(0, mostItems).map((entry) => readEntry(entry, context, ofFeed)),
    freshForMs: restMs(root),
    hub: hubsOf(root, context.url),
    defect: defectOf(root, entries.length - whole.length),
  };
}

function readEntry(entry: XmlElement, context: FeedContext, ofFeed: readonly string[]): SourceItem {
  const content = children(entry, 'content')[0] ?? childrenOf(entry, 'content:encoded')[0];
  const nodes = content === undefined ? [] : atomMarkup(content);
  const summaries = children(entry, 'summary').map(atomMarkup);
  const authors = authorsOf(entry);
  const updated = momentIn(entry, context, ...updatedNames);
  const ofSource = children(entry, 'source').flatMap(authorsOf);
  return {
    url: linkOf(entry, context.url),
    guid: idOf(entry),
    title: firstAtomLine(entry, 'title') || firstAtomLine(entry, 'title', 'media:group'),
    authors: [authors, ofSource, ofFeed].find((names) => names.length > 0) ?? [],
    published: momentIn(entry, context, ...publishedNames) ?? updated,
    updated,
    summary: firstAtomLine(entry, 'summary') || mediaDescription(entry),
    blocks: blocksOf(nodes),
    labels: labelsOf(entry),
    picture: pictureOf({ ...entry, base: entry.base || context.url }, [nodes, ...summaries]),
    language: entry.language ?? content?.language ?? null,
  };
}

const publishedNames = [
  'published',
  'issued',
  'created',
  'dcterms:issued',
  'dcterms:created',
  'dc:date',
  'pubdate',
];
const updatedNames = ['updated', 'modified', 'dcterms:modified'];

const children = (element: XmlElement, name: string): readonly XmlElement[] => [
  ...childrenOf(element, `atom:${name}`),
  ...childrenOf(element, name),
];

function firstAtomLine(element: XmlElement, name: string, within?: string): string {
  const places = within === undefined ? [element] : childrenOf(element, within);
  const found = places.flatMap((place) => [
    ...children(place, name),
    ...childrenOf(place, `media:${name}`, `dc:${name}`),
  ]);
  return found.map(atomLine).find((line) => line !== '') ?? '';
}

const mediaDescription = (entry: XmlElement): string =>
  descendantsOf(entry, 'media:description').map(atomLine)[0] ?? '';

/** An id that is written relative to a base is resolved; any other is kept to the letter. */
function idOf(entry: XmlElement): string | null {
  const element = [...children(entry, 'id'), ...childrenOf(entry, 'guid')].find(
    (one) => textOf(one).trim() !== '',
  );
  const id = element === undefined ? null : textOf(element).trim();
  const isRelative = id !== null && !/^[a-z][a-z0-9+.-]*:/i.test(id);
  return isRelative && entry.base !== '' ? (absoluteUrl(id, element?.base ?? '') ?? id) : id;
}

/** The alternate link, a page rather than another kind; else, of an entry, an id or a text elsewhere with an address. */
function linkOf(element: XmlElement, url: string): string | null {
  const links = children(element, 'link').map((link) => ({
    rel: (link.attributes['rel'] ?? 'alternate')
      .toLowerCase()
      .replace(/^http:\/\/www\.iana\.org\/assignments\/relation\//, ''),
    type: link.attributes['type'] ?? '',
    url: absoluteUrl(link.attributes['href'] ?? textOf(link), link.base || url),
  }));
  const usable = links.filter((link) => link.url !== null);
  const alternates = usable.filter((link) => link.rel === 'alternate');
  const page = alternates.find((link) => link.type === '' || link.type.includes('html'));
  const found = (page ?? alternates[0])?.url;
  return found ?? (element.name.endsWith('entry') ? addressOfText(element, url) : null);
}

function addressOfText(entry: XmlElement, url: string): string | null {
  const id = idOf(entry) ?? '';
  const content = children(entry, 'content').find(({ attributes }) => attributes['src'] !== undefined);
  return (
    absoluteUrl(/^https?:/i.test(id) ? id : null, null) ??
    absoluteUrl(content?.attributes['src'], content?.base === '' ? url : (content?.base ?? url))
  );
}

function authorsOf(element: XmlElement): readonly string[] {
  const people = [...children(element, 'author'), ...childrenOf(element, 'dc:creator')];
  const names = people.map((person) => {
    const named = childText(person, 'atom:name', 'name');
    return personName(named ?? childText(person, 'atom:email', 'email') ?? textOf(person));
  });
  return distinct(names);
}

function labelsOf(entry: XmlElement): readonly string[] {
  const labels = [...children(entry, 'category'), ...childrenOf(entry, 'dc:subject')];
  return distinct(
    labels.map((label) => (label.attributes['label'] ?? label.attributes['term'] ?? textOf(label)).trim()),
  );
}

function momentIn(entry: XmlElement, context: FeedContext, ...names: readonly string[]): Moment | null {
  for (const name of names) {
    for (const element of children(entry, name)) {
      const moment = parseMoment(textOf(element), context.timeZone);
      if (moment !== null) return moment;
    }
  }
  return null;
}
