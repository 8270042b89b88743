/** Makes plain text show as it is: no markdown, mention, emoji code, timestamp or link in it takes effect. */
export function escapeMarkdown(text: string): string {
  return withoutControls(text)
    .replace(/[\\*_~`|[\]<>]/g, '\\$&')
    .replace(/^(\s*)([#+-]|-#)(?=\s|#)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2')
    .replace(/:(?=\/\/)|(?<!\w):(?=[\w+~-]+:)/g, '\\:')
    .replace(/@(?=(?:everyone|here)\b)/gi, `@${zeroWidthSpace}`);
}

/** Text without characters that are no text: controls but for line breaks and tabs. */
export function withoutControls(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, '');
}

/** A link with its text, or the text alone where the address cannot be linked. */
export function linkTo(text: string, url: string | undefined): string {
  const target = url === undefined ? null : linkable(url);
  const shown = escapeMarkdown(text);
  return target === null || shown === '' ? shown : `[${shown}](${target})`;
}

/** An address as Discord takes it, within `max` units; null when it does not. */
export function linkable(url: string, max = 2048): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const address = new URL(url).href.replace(/[()<>\s\\*~|`]/g, percentEncoded);
  return address.length <= max ? address : null;
}

const zeroWidthSpace = '\u200B';

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
