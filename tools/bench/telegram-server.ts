/** The Bot API of the benchmark, in a process of its own, with Telegram's limits switched on. */
import { startBotApi } from '../../test/fakes/telegram/bot-api.ts';

export interface ServerReport {
  readonly kind: 'report';
  readonly messages: number;
  readonly tooMany: number;
  /** From the first message to the last. */
  readonly tookMs: number;
  /** From the first message to the last of each chat with more than one, the slowest. */
  readonly slowestChatMs: number;
  readonly mostInASecond: number;
}

const api = await startBotApi({ hasLimits: true });
for (let index = 1; index <= 600; index += 1) api.world.addPerson(index, `Person ${index}`);
for (let index = 1; index <= 50; index += 1) api.world.addGroup(-index, `Group ${index}`);

process.on('message', (wanted) => {
  if (wanted === 'report') process.send?.(report());
  if (wanted === 'clear') api.calls.length = 0;
  if (wanted === 'stop') process.exit(0);
});
process.send?.({ kind: 'ready', url: api.url });

/** The server lives no longer than the benchmark that asks it. */
process.on('disconnect', () => process.exit(0));

function report(): ServerReport {
  const sends = api.callsOf('sendMessage');
  const times = sends.filter(({ outcome }) => outcome === 'ok').map(({ atMs }) => atMs);
  const ofChats = new Map<string, number[]>();
  for (const { payload, atMs, outcome } of sends) {
    const chat = String(payload['chat_id']);
    if (outcome === 'ok') ofChats.set(chat, [...(ofChats.get(chat) ?? []), atMs]);
  }
  return {
    kind: 'report',
    messages: times.length,
    tooMany: sends.filter(({ outcome }) => outcome.startsWith('Too Many Requests')).length,
    tookMs: spanOf(times),
    slowestChatMs: Math.max(0, ...[...ofChats.values()].map(spanOf)),
    mostInASecond: mostWithin(times, 1000),
  };
}

const spanOf = (times: readonly number[]) => (times.at(-1) ?? 0) - (times[0] ?? 0);

function mostWithin(times: readonly number[], lengthMs: number): number {
  let from = 0;
  let most = 0;
  for (const [to, at] of times.entries()) {
    while ((times[from] ?? at) <= at - lengthMs) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
