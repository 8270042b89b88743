import { MendableError } from '../domain/errors.ts';
import type { Texts } from '../texts/texts.ts';
import type { Act, Command } from './command.ts';
import { nearestOf } from './nearest.ts';
import { splitWords, type Word } from './words.ts';

/** Which act of which command was asked for, and with which texts for its options. */
export interface Asked {
  readonly command: Command;
  readonly actName: string;
  readonly act: Act;
  /** By the option's name, as typed. */
  readonly given: Readonly<Record<string, string>>;
  /** Words that name no option; see assign.ts. */
  readonly loose: readonly Word[];
}

/** No such command; `nearest` is the whole line with the most likely one in its place, null when none is near. */
export interface UnknownCommand {
  readonly typed: string;
  readonly nearest: string | null;
}

export interface Parsing {
  readonly commands: readonly Command[];
  readonly texts: Texts;
}

/**
 * Reads a typed line or a button's action. The command may have a slash and `@botname`, and be in any case. Throws
 * a MendableError that names the remedy.
 */
export function parseLine(line: string, { commands, texts }: Parsing): Asked | UnknownCommand {
  const [first = '', ...words] = cleanText(line)
    .trim()
    .split(/(?<=^\S+)\s+/);
  const typed = first.replace(/^\//, '').replace(/@.*$/, '').toLowerCase();
  if (typed === '') throw new MendableError(texts.dispatch.nothingAsked);
  const rest = words.join(' ');
  const command = commands.find(({ name }) => name === typed);
  if (command !== undefined) return parseOptions(command, splitLine(rest), texts);
  const nearest = nearestOf(
    typed,
    commands.map(({ name }) => name),
  );
  return { typed, nearest: nearest === null ? null : `${nearest} ${rest}`.trim() };
}

/** The same for what a platform took apart. Throws for an option that the act does not have. */
export function parseParts(
  parts: {
    readonly command: string;
    readonly act: string;
    readonly options: Readonly<Record<string, string>>;
  },
  { commands, texts }: Parsing,
): Asked | UnknownCommand {
  const command = commands.find(({ name }) => name === parts.command);
  const act = command?.acts[parts.act];
  if (command === undefined || act === undefined) {
    return { typed: [parts.command, parts.act].join(' ').trim(), nearest: null };
  }
  for (const name of Object.keys(parts.options)) {
    if (!Object.hasOwn(act.options, name)) throw unknownOption(name, { command, act }, texts);
  }
  const given = Object.entries(parts.options).map(([name, text]) => [name, cleanText(text)] as const);
  return { command, actName: parts.act, act, given: Object.fromEntries(given), loose: [] };
}

/** A document that was pasted at the end is one word: what looks like options in it is none. */
function splitLine(line: string): readonly Word[] {
  const start = line.search(/(?<=^|\s)<(?:\?xml|opml)\b/i);
  if (start < 0) return splitWords(line);
  const pasted = line.slice(start);
  return [...splitWords(line.slice(0, start)), { text: pasted, raw: pasted, name: null }];
}

/** Without control characters and halves of characters, which no database takes. */
function cleanText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ');
}

function parseOptions(command: Command, words: readonly Word[], texts: Texts): Asked {
  const { actName, act, rest } = findAct(command, words, texts);
  const given: Record<string, string> = {};
  const loose: Word[] = [];
  for (const word of rest) {
    if (word.name === null) loose.push(word);
    else if (Object.hasOwn(act.options, word.name)) given[word.name] = word.text;
    else if (isText(word.name, act)) loose.push({ text: word.raw, raw: word.raw, name: null });
    else throw unknownOption(word.name, { command, act }, texts);
  }
  return { command, actName, act, given, loose };
}

/** Where free text is asked for, a colon says little: `re: bitcoin` is text unless it looks like an option mistyped. */
function isText(name: string, { options }: Act): boolean {
  const takesText = Object.values(options).some(({ isPositional, type }) => isPositional && type === 'text');
  return takesText && nearestOf(name, Object.keys(options)) === null;
}

function findAct(command: Command, words: readonly Word[], texts: Texts) {
  const [word, ...rest] = words;
  const typed = word?.name === null ? word.text.toLowerCase() : '';
  const named = Object.entries(command.acts).find(([name]) => name !== '' && name === typed);
  if (named !== undefined) return { actName: named[0], act: named[1], rest };
  const [actName, act] = Object.entries(command.acts)[0] ?? [];
  if (actName === undefined || act === undefined) throw new Error(`/${command.name} has no act`);
  const takesWords = Object.values(act.options).some(({ isPositional }) => isPositional);
  if (typed !== '' && !takesWords && actName !== '') throw unknownAct(typed, command, texts);
  return { actName, act, rest: words };
}

function unknownAct(typed: string, { name, acts }: Command, texts: Texts): MendableError {
  const names = Object.keys(acts);
  const nearest = nearestOf(typed, names);
  return new MendableError(texts.dispatch.unknownAct({ command: name, typed, nearest, acts: names }));
}

function unknownOption(
  name: string,
  { command, act }: { readonly command: Command; readonly act: Act },
  texts: Texts,
): MendableError {
  const options = Object.keys(act.options);
  const nearest = nearestOf(name, options);
  return new MendableError(texts.dispatch.unknownOption({ name, nearest, command: command.name, options }));
}
