/** What a person wrote, as a command line; null where it is none, or is meant for another bot. */
export interface WrittenLine {
  /** Without the slash, the command in lower case and without `@botname`. */
  readonly line: string;
  readonly command: string;
  /** What stands after the command. */
  readonly rest: string;
  /** Whether the bot was named: then it is surely meant. */
  readonly isNamed: boolean;
}

export function readCommandLine(text: string, botName: string | undefined): WrittenLine | null {
  const parts = /^\s*\/([a-z0-9_]{1,32})(?:@([a-z0-9_]+))?(?:\s+([^]*))?$/i.exec(text);
  const [, typed, named, rest = ''] = parts ?? [];
  if (typed === undefined) return null;
  if (named !== undefined && named.toLowerCase() !== botName?.toLowerCase()) return null;
  const command = typed.toLowerCase();
  return { line: `${command} ${rest}`.trim(), command, rest: rest.trim(), isNamed: named !== undefined };
}
