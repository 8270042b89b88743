import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const entry = join(import.meta.dirname, '../../dist/src/main.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly output: string;
  readonly errors: string;
}

export interface RunningProgram {
  /** Resolves when `part` stands in what it wrote or logged since the last line that was typed. */
  said(part: string): Promise<void>;
  type(line: string): void;
  signal(name: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): void;
  readonly ended: Promise<Ended>;
}

/** The built program in `folder`, with these settings alone; it is killed when the test ends. */
export function startProgram(folder: string, settings: Readonly<Record<string, string>>): RunningProgram {
  const child = spawn(process.execPath, [entry], { cwd: folder, env: { TZ: 'UTC', ...settings } });
  let output = '';
  let errors = '';
  let both = '';
  let typedAt = 0;
  let look = () => {};
  const hear = (part: string) => {
    both += part;
    look();
  };
  child.stdout.on('data', (part) => {
    output += String(part);
    hear(String(part));
  });
  child.stderr.on('data', (part) => {
    errors += String(part);
    hear(String(part));
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, output, errors }));
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const seen = (part: string) =>
    new Promise<void>((resolve) => {
      look = () => {
        if (both.slice(typedAt).includes(part)) resolve();
      };
      look();
    });
  const endedFirst = async (part: string) => {
    const { code, errors: said } = await ended;
    throw new Error(`the program ended with ${code} before it said “${part}”: ${output}${said}`);
  };
  return {
    said: (part) => Promise.race([seen(part), endedFirst(part)]),
    type(line) {
      typedAt = both.length;
      child.stdin.write(`${line}\n`);
    },
    signal: (name) => void child.kill(name),
    ended,
  };
}
