/** One line of text: white space of every kind becomes single spaces, invisible and control characters go. */
export function cleanText(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff\ufffc]|[^\P{Cc}\s\u0085]/gu, '')
    .replace(/[\s\u0085\u00a0]+/g, ' ')
    .trim();
}
