/** Names of authors out of what feeds write for them. */
import { lineOfText } from '../text/plain.ts';

const address = /[^\s<>(),;"]+@[^\s<>(),;"]+/;

/** "a@b.example (Ann Lee)" and "Ann Lee <a@b.example>" → "Ann Lee"; a bare mail address stays as it is. */
export function personName(written: string): string {
  const text = lineOfText(written.replace(/<([^\s<>]+@[^\s<>]+)>/g, ' $1 ')).replace(/^by\s+/i, '');
  const mail = address.exec(text);
  if (mail === null) return text;
  const name = text
    .replace(mail[0], ' ')
    .replace(/mailto:|[()<>"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return name === '' ? mail[0].replace(/^mailto:/, '') : name;
}

/** Names without repetition; the spelling that came first stays. */
export function distinct(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    if (name === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
