const ellipsis = '…';

/** Shortens text to `max` units at a word, with an ellipsis; a long unbroken text is cut between characters. */
export function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  const kept = withoutHalves(text.slice(0, max - 1));
  const isBetweenWords = /\s/.test(text.charAt(kept.length));
  const lastSpace = isBetweenWords ? kept.length : kept.search(/\s\S*$/);
  // A cut far from the limit would lose more than a broken word does.
  const cut = lastSpace > max / 2 ? kept.slice(0, lastSpace) : kept;
  return `${cut.replace(/[\s,;:–—-]+$/, '')}${ellipsis}`;
}

/** The longest beginning of `text`, cut at a word, whose `render` is at most `max` long. */
export function cutToFit(text: string, max: number, render: (part: string) => string): string {
  const whole = render(text);
  if (whole.length <= max) return whole;
  let fits = 0;
  let tooLong = text.length;
  while (fits + 1 < tooLong) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (render(cutAtWord(text, middle)).length <= max) fits = middle;
    else tooLong = middle;
  }
  return render(cutAtWord(text, fits));
}

/** Drops half a surrogate pair or a dangling joiner at the end. */
function withoutHalves(text: string): string {
  return text.replace(/(?:\u200d|\ufe0f)+$/, '').replace(/[\uD800-\uDBFF]$/, '');
}
