import type { Action } from '../domain/message.ts';
import type { Asked } from './parse.ts';
import { joinWord } from './words.ts';

/** The line that asks the same again, with some options changed; `undefined` takes an option away. */
export function commandLine(
  { command, actName, given }: Pick<Asked, 'command' | 'actName' | 'given'>,
  changes: Readonly<Record<string, string | number | undefined>>,
): Action {
  const options = Object.entries({ ...given, ...changes }).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [joinWord(name, String(value))],
  );
  return [command.name, ...(actName === '' ? [] : [actName]), ...options].join(' ');
}
