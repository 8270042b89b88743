import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBotApi, testToken, type BotApi } from '../../fakes/telegram/bot-api.ts';
import { createPeople } from '../../fakes/telegram/people.ts';
import { makeTestFolder } from '../../support/store.ts';

const ann = 11;
const bob = 12;
const program = fileURLToPath(new URL('../../support/telegram-child.mjs', import.meta.url));

let api: BotApi;
let databaseUrl: string;
let children: ChildProcess[];
beforeEach(async () => {
  api = await startBotApi();
  api.world.addPerson(ann, 'Ann');
  api.world.addPerson(bob, 'Bob');
  databaseUrl = `file:${join(await makeTestFolder(), 'crash.db')}`;
  children = [];
});
afterEach(async () => {
  await Promise.all(children.map(kill));
  await api.stop();
});

function run(isStuck: boolean) {
  const given = JSON.stringify({ apiUrl: api.url, databaseUrl, token: testToken, isStuck });
  const child = spawn(process.execPath, [program, given], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const said: string[] = [];
  let watchers: (() => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line);
    const woken = watchers;
    watchers = [];
    for (const watcher of woken) watcher();
  });
  return {
    child,
    async saying(...words: readonly string[]): Promise<void> {
      while (!words.every((word) => said.includes(word))) {
        await new Promise<void>((resolve) => watchers.push(resolve));
      }
    },
  };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

describe('a bot that is killed while it answers', () => {
  it('answers after a restart what it had not, and nothing twice', async () => {
    const people = createPeople(api);
    const first = run(true);
    await api.polled();
    const unanswered = people.say({ chat: ann, from: ann, text: '/search stuck' });
    const answered = people.say({ chat: bob, from: bob, text: '/latest' });
    await first.saying('stuck', 'remembered');
    await kill(first.child);
    expect(api.updates.confirmed).not.toContain(unanswered);

    run(false);
    await Promise.all([api.confirmed(unanswered), api.confirmed(answered)]);
    const shown = (chat: number) => api.world.inChat(chat).map(({ text }) => text);
    expect(shown(ann)).toEqual(['Answer to search stuck.']);
    expect(shown(bob)).toEqual(['Answer to latest.']);
  });
});
