import type { CommandContext } from '../src/dispatch/command.ts';
import type { Span, Spans } from '../src/domain/message.ts';
import type { Source } from '../src/domain/source.ts';

/** Since when a source fails, or is gone, and why; nothing where all is well. */
export function describeTrouble(
  { endedAt, failingSince, key, lastError: error }: Source,
  words: CommandContext['texts']['sources'],
): Spans {
  if (endedAt !== null) return [words.ended, relative(endedAt), words.endedWhy({ error, key })];
  if (failingSince === null) return [];
  const why = error === null ? [] : [words.failingWhy({ error })];
  return [words.failingSince, relative(failingSince), ...why];
}

export function relative(at: Date): Span {
  return { moment: { at, precision: 'minute' }, style: 'relative' };
}
