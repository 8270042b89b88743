import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const folder = join(import.meta.dirname, '../../dist/tools/bench');

it.each(['discord-server', 'feed-server', 'telegram-server'])(
  'the %s of a benchmark ends with the program that started it',
  async (name) => {
    const server = fork(join(folder, `${name}.js`), ['1'], { execArgv: [] });
    onTestFinished(() => void server.kill());
    const ended = once(server, 'exit');
    expect(await once(server, 'message')).toMatchObject([{ kind: 'ready' }, undefined]);
    server.disconnect();
    expect(await ended).toEqual([0, null]);
  },
);
