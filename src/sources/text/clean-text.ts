/** One line of text: white space of every kind becomes single spaces, invisible and control characters go. */
export function cleanText(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff\ufffc]|[^\P{Cc}\s\u0085]/gu, '')
    .replace(untidySpace, ' ')
    .trim();
}

/** All white space but single spaces: to replace those too, by themselves, takes several times as long. */
const untidySpace =
  /(?: (?=[\s\u0085])|[\t-\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000])[\s\u0085]*/g;
