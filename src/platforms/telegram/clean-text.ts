/** What makes text from outside harmless in Telegram's HTML. */

/** Text that Telegram takes as it is: no control characters, no broken characters, nothing that turns the direction of writing. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // Lone halves of surrogate pairs are refused with the whole message.
      .replace(/\p{Cs}/gu, '\uFFFD')
      .replace(/(?!\n)\p{Cc}/gu, ' ')
      .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
  );
}

/**
 * Keeps names from becoming mentions: a person called @example in an article is nobody on Telegram, or somebody
 * else. An invisible joiner behind the sign is enough. BotFather alone is meant when it is named.
 */
export function withoutMentions(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])@(?=\w)(?!BotFather\b)/gu, '@\u2060');
}

/** As {@link withoutMentions}, for words that look like a command: pressed in a group, they would be sent. */
export function withoutCommands(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}/:.<>])\/(?=[A-Za-z0-9_])/gu, '/\u2060');
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The address where Telegram makes a link of it, else null: such a link is dropped silently, and its text is not. */
export function linkable(url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || !parsed.hostname.includes('.')) return null;
  return parsed.href.length > 2048 ? null : parsed.href;
}
