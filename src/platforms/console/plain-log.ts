import { MendableError, reasonOf } from '../../domain/errors.ts';
import type { Log } from '../../domain/log.ts';
import type { Texts } from '../../texts/texts.ts';

/**
 * The log where the console is all there is and nobody asked for lines of JSON: errors alone, each as a sentence,
 * without a stack. One that comes again at once, as every round fails on a full disk, is told once.
 */
export function createPlainLog(show: (sentence: string) => void, texts: Texts): Log {
  let last = '';
  const isQuiet = () => undefined;
  return {
    debug: isQuiet,
    info: isQuiet,
    warn: isQuiet,
    error({ error }, text) {
      const sentence = sentenceOf(error, text, texts);
      if (sentence !== last) show(sentence);
      last = sentence;
    },
  };
}

function sentenceOf(error: unknown, what: string, { console: texts }: Texts): string {
  if (error instanceof MendableError) return error.message;
  if (error === undefined) return texts.failed({ what });
  // Prisma's messages quote our code first, and say what is wrong in their last line.
  const reason = reasonOf(error).trim().split('\n').at(-1)?.trim().replace(/\.$/, '');
  return texts.failed({ what: `${what} (${reason})` });
}
