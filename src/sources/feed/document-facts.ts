import { childrenOf, type XmlElement } from '../text/xml-tree.ts';

/** What is wrong with a document that ended too early, in words; null when it is whole. */
export function defectOf(root: XmlElement, itemsCut: number): string | null {
  if (root.isWhole) return null;
  return itemsCut === 0
    ? 'The document breaks off before its end.'
    : 'The document breaks off in the middle of an item; what came before it was kept.';
}

/** Address of the feed's WebSub hub. */
export function hubOf(channel: XmlElement): string | null {
  const hub = childrenOf(channel, 'atom:link', 'link').find(({ attributes }) => attributes['rel'] === 'hub');
  return hub?.attributes['href'] ?? null;
}
