/** At most `length` characters, cut at a word with an ellipsis; a single long word is cut within, never a character. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const room = text.slice(0, length - 1);
  const word = room.replace(/\s+\S*$/, '');
  const cut = word.length >= length / 2 ? word : room;
  return `${cut.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:.–—-]+$/, '')}…`;
}
