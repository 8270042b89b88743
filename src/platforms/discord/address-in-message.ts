import type { Message } from 'discord.js';

/** The first web address in a message, or the one that an embed of it leads to; null when there is none. */
export function addressIn({ content, embeds }: Pick<Message, 'content' | 'embeds'>): string | null {
  const written = /https?:\/\/[^\s<>]+/i.exec(content)?.[0];
  const address = written === undefined ? embeds.find(({ url }) => url !== null)?.url : unwrapped(written);
  return address !== undefined && address !== null && URL.canParse(address) ? address : null;
}

/** Without the sentence's own marks at its end; a bracket that the address opened stays. */
function unwrapped(address: string): string {
  const bare = address.replace(/[*_~|`"'.,;:!?\]]+$/, '');
  return bare.endsWith(')') && !bare.includes('(') ? unwrapped(bare.slice(0, -1)) : bare;
}
