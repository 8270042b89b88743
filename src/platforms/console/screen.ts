import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { cleanText } from './clean-text.ts';

/** The streams of a console: process.stdin and process.stdout, or any others. */
export interface ConsoleStreams {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

/** Where the console prints, and hears lines. */
export interface Screen {
  readonly isTerminal: boolean;
  /** Prints lines above the one that is being typed. Resolves with what went wrong, or null. */
  print(lines: readonly string[]): Promise<Error | null>;
  /** Begins to hear lines. `onEnd` is called once. */
  hear(ears: ScreenEars): void;
  setPrompt(prompt: string): void;
  /** Shows a line that was heard, where the person did not see it while typing. */
  echo(line: string): Promise<void>;
  close(): void;
}

export interface ScreenEars {
  readonly onLine: (line: string) => void;
  readonly onEnd: (why: 'input ended' | 'interrupted' | 'output failed') => void;
}

const csi = `${String.fromCodePoint(27)}[`;

/** A screen with a prompt where both streams are a terminal, and plain lines in and out where they are not. */
export function createScreen({ input, output }: ConsoleStreams): Screen {
  const isTerminal = input.isTTY === true && output.isTTY === true;
  let typing: Interface | null = null;
  let prompt = '> ';
  let failure: Error | null = null;
  let end: ScreenEars['onEnd'] = () => {};

  output.on('error', (error) => {
    failure ??= error;
    end('output failed');
  });

  return {
    isTerminal,
    async print(lines) {
      if (failure !== null) return failure;
      const text = `${lines.join('\n')}\n`;
      if (!isTerminal || typing === null) return write(output, text);
      const written = write(output, eraseTyped(typing) + text);
      showTyped(typing);
      return written;
    },
    hear(ears) {
      end = once(ears.onEnd);
      typing = createInterface({ input, terminal: isTerminal, prompt, ...(isTerminal ? { output } : {}) });
      listen(typing, { ...ears, onEnd: end }, isTerminal);
    },
    setPrompt(wanted) {
      prompt = wanted;
      typing?.setPrompt(wanted);
      if (isTerminal && typing !== null) showTyped(typing);
    },
    async echo(line) {
      if (!isTerminal && failure === null) await write(output, `${prompt}${cleanText(line)}\n`);
    },
    close() {
      const open = typing;
      typing = null;
      open?.close();
      // The shell's own prompt begins on a line of its own.
      if (isTerminal && open !== null && failure === null) output.write('\n');
    },
  };
}

function listen(lines: Interface, ears: ScreenEars, isTerminal: boolean): void {
  lines.on('line', (line) => {
    ears.onLine(line);
    if (isTerminal) lines.prompt();
  });
  lines.on('SIGINT', () => ears.onEnd('interrupted'));
  lines.on('close', () => ears.onEnd('input ended'));
  if (isTerminal) lines.prompt();
}

function once<Given>(act: (given: Given) => void): (given: Given) => void {
  let isDone = false;
  return (given) => {
    if (!isDone) act(given);
    isDone = true;
  };
}

/** What moves the cursor to the beginning of the prompt and clears from there. */
function eraseTyped(typing: Interface): string {
  const { rows } = typing.getCursorPos();
  return `\r${rows > 0 ? `${csi}${rows}A` : ''}${csi}J`;
}

/** Shows the prompt and what is typed so far at the cursor, wherever that is now. */
function showTyped(typing: Interface): void {
  // readline would move up by the rows that the prompt took where it stood before.
  Object.assign(typing, { prevRows: 0 });
  typing.prompt(true);
}

function write(output: ConsoleStreams['output'], text: string): Promise<Error | null> {
  return new Promise((resolve) => {
    output.write(text, (error) => resolve(error ?? null));
  });
}
