import { describePlatform, type PlatformHarness } from '../../contracts/platform.ts';
import { createTelegramPlatform } from '../../../src/platforms/telegram/create-telegram-platform.ts';
import type { PlatformDoors } from '../../../src/platforms/platform.ts';
import { english } from '../../../src/texts/english.ts';
import { createTestLog } from '../../support/log.ts';
import { startBotApi, testToken } from '../../fakes/telegram/bot-api.ts';
import { createFastClock } from '../../fakes/telegram/fast-clock.ts';
import { createTestMemory } from '../../support/memory.ts';
import { createPeople } from '../../fakes/telegram/people.ts';
import { aChannel } from '../../fakes/telegram/telegram-bot.ts';
import type { FakeMessage } from '../../fakes/telegram/world.ts';

describePlatform('Telegram', makeTelegram);

async function makeTelegram(doors: PlatformDoors): Promise<PlatformHarness> {
  const api = await startBotApi();
  api.world.addPerson(11, 'Ann');
  api.world.addPerson(12, 'Bob');
  const clock = createFastClock();
  const platform = createTelegramPlatform({
    token: testToken,
    apiUrl: api.url,
    commands: [],
    ownerIds: [],
    memory: createTestMemory(clock),
    texts: english,
    clock,
    log: createTestLog(),
  });
  await platform.start(doors);
  await api.polled();
  const people = createPeople(api);
  const refuse = (code: number, description: string) => () =>
    api.refuseNext('sendMessage', code, description);
  let last: FakeMessage | undefined;

  /** The next answer that was not there before. */
  async function nextAnswer(from: number): Promise<string> {
    await api.answered(from);
    last = api.world.messages.toSorted((a, b) => a.changedAt - b.changedAt).at(-1);
    return last?.text ?? '';
  }

  return {
    platform,
    channels: [aChannel('11'), aChannel('12')],
    arrived: async (channel) =>
      // What cannot be seen is not read.
      api.world.inChat(Number(channel.address)).map((message) => message.text.replaceAll('\u2060', '')),
    breakNext: {
      retry: refuse(429, 'Too Many Requests: retry after 1'),
      unreachable: refuse(403, 'Forbidden: bot was blocked by the user'),
      rejected: () => {
        refuse(400, 'Bad Request: wrong file identifier specified')();
        refuse(400, 'Bad Request: wrong file identifier specified')();
      },
      unknown: () => api.failNext('sendMessage', { kind: 'page', status: 502 }),
    },
    async ask(channel, line) {
      const from = api.calls.length;
      people.say({ chat: Number(channel.address), from: Number(channel.address), text: line });
      return nextAnswer(from);
    },
    async choose(label) {
      const from = api.calls.length;
      if (last === undefined) throw new Error('nothing was answered yet');
      await people.press(last, label, last.chatId);
      return nextAnswer(from);
    },
    async close() {
      await platform.stop();
      await api.stop();
    },
  };
}
