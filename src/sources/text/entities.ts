import { decodeHTMLStrict } from 'entities';

/** Character references of HTML and XML decoded; a bare ampersand and anything unknown stay as they are. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text;
}

/** How much text a document's own entities may add to it. */
const maxAdded = 100_000;

/** Decodes a document's own entities too, each once: what they stand for is not looked into again. */
export function createDecoder(own: ReadonlyMap<string, string>): (text: string) => string {
  if (own.size === 0) return decodeEntities;
  let added = 0;
  return (text) =>
    text.replace(/&#?[\w:.-]{1,64};/g, (reference) => {
      const meant = own.get(reference.slice(1, -1));
      if (meant === undefined) return decodeHTMLStrict(reference);
      added += meant.length;
      return added > maxAdded ? reference : meant;
    });
}
