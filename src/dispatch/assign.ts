import { MendableError } from '../domain/errors.ts';
import type { Option } from './command.ts';
import type { Lookup } from './lookup.ts';
import type { Asked } from './parse.ts';
import type { Word } from './words.ts';

/** The most words that one value has where it is typed without quotes, such as a source's name. */
const mostWords = 4;

/**
 * Gives the words that name no option to the positional ones: all of them where there is one such option or one
 * takes text, else each to the first that can read it, several words together before one alone. Throws a
 * MendableError for a word that none takes.
 */
export async function assignWords(asked: Asked, lookup: Lookup): Promise<Readonly<Record<string, string>>> {
  const { loose, given } = asked;
  if (loose.length === 0) return given;
  const open = Object.entries(asked.act.options).filter(([, option]) => option.isPositional);
  const taker = open.length === 1 ? open[0] : open.find(([, option]) => option.type === 'text');
  if (taker !== undefined) return giveAll(asked, taker);
  const filled: Record<string, string> = { ...given };
  for (let at = 0; at < loose.length;) {
    const { name, text, used } = await giveNext(asked, { open, filled, words: loose.slice(at), lookup });
    filled[name] = filled[name] === undefined ? text : `${filled[name]},${text}`;
    at += used;
  }
  return filled;
}

function giveAll(asked: Asked, [name, option]: readonly [string, Option]): Readonly<Record<string, string>> {
  const words = asked.loose.map((word) => (option.type === 'text' ? word.raw : word.text));
  const before = asked.given[name];
  return { ...asked.given, [name]: [...(before === undefined ? [] : [before]), ...words].join(' ') };
}

interface Next {
  readonly open: readonly (readonly [string, Option])[];
  readonly filled: Readonly<Record<string, string>>;
  readonly words: readonly Word[];
  readonly lookup: Lookup;
}

async function giveNext(asked: Asked, { open, filled, words, lookup }: Next) {
  for (let used = Math.min(mostWords, words.length); used > 0; used -= 1) {
    const text = words
      .slice(0, used)
      .map((word) => word.text)
      .join(' ')
      .replace(/,$/, '');
    for (const [name, option] of open) {
      const isFree = option.isList || filled[name] === undefined;
      if (isFree && (await canParse(option, { name, text, lookup }))) return { name, text, used };
    }
  }
  const [word] = words;
  await refuseNumber(word?.text ?? '', { open, filled, lookup });
  throw new MendableError(
    lookup.texts.dispatch.unknownWord({
      word: word?.text ?? '',
      command: asked.command.name,
      options: Object.keys(asked.act.options),
    }),
  );
}

/** A number that is out of range gets the sentence that tells the range. */
async function refuseNumber(text: string, { open, filled, lookup }: Omit<Next, 'words'>): Promise<void> {
  const counted = open.find(([name, { type }]) => type === 'integer' && filled[name] === undefined);
  if (counted === undefined || !/^\d+$/.test(text)) return;
  await counted[1].parse({ name: counted[0], text, lookup });
}

async function canParse(option: Option, given: Parameters<Option['parse']>[0]): Promise<boolean> {
  try {
    await option.parse(given);
    return true;
  } catch (thrown) {
    if (thrown instanceof MendableError) return false;
    throw thrown;
  }
}
