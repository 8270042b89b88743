/** The picture that a feed gives with an item. */
import type { Picture } from '../../domain/article.ts';
import { absoluteUrl } from '../text/address.ts';
import { elementsNamed, type MarkupNode } from '../text/markup.ts';
import { lineOfText } from '../text/plain.ts';
import { childrenOf, childText, descendantsOf, textOf, type XmlElement } from '../text/xml-tree.ts';

const pictureFile = /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i;

/** From the media namespace, an enclosure, an image element, or else the first picture of the text. */
export function pictureOf(item: XmlElement, texts: readonly (readonly MarkupNode[])[]): Picture | null {
  const found = mediaPicture(item) ?? enclosedPicture(item) ?? imageElement(item) ?? pictureInText(texts);
  const url = absoluteUrl(found, item.base);
  if (url === null) return null;
  const credit = descendantsOf(item, 'media:credit')
    .map(textOf)
    .map(lineOfText)
    .find((text) => text !== '');
  return { url, credit: credit ?? null };
}

function mediaPicture(item: XmlElement): string | undefined {
  const contents = descendantsOf(item, 'media:content', 'media:group').flatMap((one) =>
    one.name === 'media:group' ? descendantsOf(one, 'media:content') : [one],
  );
  const pictures = contents.filter(
    ({ attributes }) =>
      attributes['medium'] === 'image' ||
      attributes['type']?.startsWith('image/') === true ||
      (attributes['medium'] === undefined &&
        attributes['type'] === undefined &&
        pictureFile.test(attributes['url'] ?? '')),
  );
  const widest = [...pictures].sort((a, b) => widthOf(b) - widthOf(a))[0];
  return widest?.attributes['url'] ?? everyThumbnail(item)[0]?.attributes['url'];
}

const widthOf = (element: XmlElement): number => Number(element.attributes['width'] ?? 0) || 0;

function everyThumbnail(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === 'media:thumbnail' ? [child] : everyThumbnail(child);
  });
}

function enclosedPicture(item: XmlElement): string | undefined {
  const enclosures = [
    ...childrenOf(item, 'enclosure').map(({ attributes }) => ({ ...attributes, at: attributes['url'] })),
    ...childrenOf(item, 'atom:link', 'link')
      .filter(({ attributes }) => attributes['rel'] === 'enclosure')
      .map(({ attributes }) => ({ ...attributes, at: attributes['href'] })),
  ];
  return enclosures.find((one: Readonly<Record<string, string | undefined>>) => {
    const type = one['type'] ?? '';
    return type.startsWith('image/') || (type === '' && pictureFile.test(one['at'] ?? ''));
  })?.at;
}

function imageElement(item: XmlElement): string | undefined {
  const itunes = childrenOf(item, 'itunes:image')[0]?.attributes['href'];
  if (itunes !== undefined) return itunes;
  for (const image of childrenOf(item, 'image')) {
    const url = childText(image, 'url') ?? textOf(image).trim();
    if (url !== '') return url;
  }
  return undefined;
}

/** Pictures of one pixel are there to count readers. */
export function pictureInText(texts: readonly (readonly MarkupNode[])[]): string | undefined {
  return texts
    .flatMap((nodes) => elementsNamed(nodes, new Set(['img'])))
    .filter(({ attributes }) => attributes['width'] !== '1' && attributes['height'] !== '1')
    .map(({ attributes }) => attributes['src'] ?? attributes['data-src'])
    .find((src) => src !== undefined && !src.startsWith('data:'));
}
