import { hubLinksIn, type HubLinks } from '../hub/hub-links.ts';
import { childrenOf, type XmlElement } from '../text/xml-tree.ts';

/** What is wrong with a document that ended too early, in words; null when it is whole. */
export function defectOf(root: XmlElement, itemsCut: number): string | null {
  if (root.isWhole) return null;
  return itemsCut === 0
    ? 'The document breaks off before its end.'
    : 'The document breaks off in the middle of an item; what came before it was kept.';
}

/** The hubs that a feed names, and its own address. */
export function hubsOf(channel: XmlElement, url: string): HubLinks {
  const links = childrenOf(channel, 'atom:link', 'link');
  return hubLinksIn(
    links.map(({ attributes, base }) => ({
      rel: attributes['rel'],
      href: attributes['href'],
      base: base || url,
    })),
  );
}
