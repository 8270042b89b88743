/** Names of authors out of what feeds write for them. */
import { lineOfText } from '../text/plain.ts';

/** Bounded, so that a long text without a mail address is not searched for one from every place in it. */
const address = /[^\s<>(),;"@]{1,64}@[^\s<>(),;"@]{1,255}/;

const longestCredit = 500;

/** "a@b.example (Ann Lee)" and "Ann Lee <a@b.example>" → "Ann Lee"; a bare mail address stays as it is. */
export function personName(written: string): string {
  const short = written.trim().slice(0, longestCredit);
  const text = lineOfText(short.replace(/<([^\s<>]{1,99}@[^\s<>]{1,255})>/g, ' $1 ')).replace(/^by\s+/i, '');
  const mail = address.exec(text);
  if (mail === null) return text;
  const name = text
    .replace(mail[0], ' ')
    .replace(/mailto:|[()<>[\]"]/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:-]+|[\s,;:-]+$/g, '');
  return name === '' ? mail[0].replace(/^mailto:/i, '').replace(/\?.*/, '') : name;
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
