/** Where the feed of a page may be. */
import { attributeOf, openDocument, type DomDocument, type DomElement } from '../page/dom.ts';
import { absoluteUrl } from '../text/address.ts';

const feedType =
  /^application\/(?:rss|atom|rdf)\+xml|^application\/(?:feed\+)?json|^(?:application|text)\/xml/i;
const feedWord = /(?:^|[/._?=-])(?:rss|atom|feed|feeds|rdf)(?:[/._?=&-]|$)/i;

/** The feeds that a page names: those meant for programs first, feeds of comments last. */
export function feedLinks(html: string, url: string): readonly string[] {
  const document = openDocument(html);
  const base = absoluteUrl(attributeOf(document.querySelector('base[href]'), 'href'), url) ?? url;
  const named = alternates(document).map((link) => ({ link, isForComments: isForComments(link) }));
  const anchors = [...document.querySelectorAll('a[href]')]
    .filter((link) => feedWord.test(attributeOf(link, 'href') ?? ''))
    .map((link) => ({ link, isForComments: isForComments(link) }));
  const inOrder = [...named, ...anchors].sort((a, b) => Number(a.isForComments) - Number(b.isForComments));
  return inOrder
    .map(({ link }) => absoluteUrl(attributeOf(link, 'href'), base))
    .filter((address) => address !== null);
}

function alternates(document: DomDocument): readonly DomElement[] {
  return [...document.querySelectorAll('link[rel~="alternate"], link[rel~="feed"]')].filter((link) => {
    const type = attributeOf(link, 'type') ?? '';
    const isPage = attributeOf(link, 'hreflang') !== null && type === '';
    return !isPage && (feedType.test(type) || /\bfeed\b/.test(attributeOf(link, 'rel') ?? ''));
  });
}

const isForComments = (link: DomElement): boolean =>
  /comment/i.test(`${attributeOf(link, 'href') ?? ''} ${attributeOf(link, 'title') ?? ''}`);

/** Where publishers put feeds that their pages do not name. */
export function usualPlaces(url: string): readonly string[] {
  return ['feed', 'rss', 'rss.xml', 'feed.xml', 'atom.xml', 'index.xml', 'feed.json'].map(
    (name) => new URL(`/${name}`, url).href,
  );
}
