import { decodeHTMLStrict } from 'entities';

/** Character references of HTML and XML decoded; a bare ampersand and anything unknown stay as they are. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text;
}
