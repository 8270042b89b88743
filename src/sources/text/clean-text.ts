/** One line of text: white space of every kind becomes single spaces, invisible characters go. */
export function cleanText(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff\ufffc]/g, '')
    .replace(/[\s\u0085\u00a0]+/g, ' ')
    .trim();
}
