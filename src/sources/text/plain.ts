/** What feeds write where plain text is meant: plain, escaped once or twice, or HTML. */
import { blocksOf, blocksOfHtml, lineOf } from './blocks.ts';
import { cleanText } from './clean-text.ts';
import { decodeEntities } from './entities.ts';
import type { MarkupNode } from './markup.ts';

const tag =
  /<\/?(?:a|abbr|b|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|q|s|small|span|strike|strong|sub|sup|table|tbody|td|tr|tt|u|ul)(?:\s[^<>]*)?\/?>/i;

/** Whether text has tags of HTML in it; `a < b` and `<Wallet>` have not. */
export function looksLikeHtml(text: string): boolean {
  return tag.test(text);
}

/** A title or another line of text, without the tags and character references that it may have. */
export function lineOfText(text: string): string {
  return cleanText(looksLikeHtml(text) ? lineOf(blocksOfHtml(text)) : decodeEntities(text));
}

/** The same for markup that was not escaped. */
export function lineOfNodes(nodes: readonly MarkupNode[]): string {
  return nodes.every((node) => typeof node === 'string')
    ? lineOfText(nodes.join(''))
    : lineOf(blocksOf(nodes));
}
