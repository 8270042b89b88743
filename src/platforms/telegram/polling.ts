/** Long polling of our own: an update is confirmed to Telegram only after it was handled, so a crash loses none. */
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { PlatformMemory } from '../platform.ts';
import { allowedUpdates } from './allowed-updates.ts';
import { isWebhookConflict, pause, retrying, type RetryTools } from './retrying.ts';
import type { UpdateQueue } from './update-queue.ts';
import { webhookNote } from './webhook.ts';

const pollSeconds = 30;
/** How often it is looked for new updates while others are still being handled. */
const busyPauseMs = 500;

export interface PollingTools extends RetryTools {
  readonly api: Api;
  readonly queue: UpdateQueue;
  readonly memory: PlatformMemory;
}

/** Polls until it is stopped or the token turns out to be wrong. Never rejects. */
export async function pollUpdates(tools: PollingTools): Promise<void> {
  const { queue, signal, clock, state } = tools;
  let offset: number | undefined;
  while (!signal.aborted) {
    const from = offset;
    const polled = await retrying(() => poll(from, tools), tools);
    if (polled.kind === 'over') break;
    state.connected();
    const updates = polled.value;
    for (const update of updates) void queue.add(update);
    // Unconfirmed updates come again at once: without a pause that would be a busy loop.
    await Promise.race([queue.idle(), pause(busyPauseMs, { clock, signal })]);
    const last = updates.at(-1)?.update_id;
    offset = queue.lowestUnfinished() ?? (last === undefined ? offset : last + 1);
  }
  await queue.idle();
}

async function poll(
  offset: number | undefined,
  { api, signal, memory }: PollingTools,
): Promise<readonly Update[]> {
  if (!isGrammySignal(signal)) throw new TypeError('not a signal');
  const request = { offset, timeout: pollSeconds, limit: 100, allowed_updates: allowedUpdates };
  try {
    return await api.getUpdates(request, signal);
  } catch (thrown) {
    // One that this bot set itself, in an earlier run, is in nobody's way but ours.
    if (!isWebhookConflict(thrown) || (await memory.get(webhookNote)) === null) throw thrown;
    await api.deleteWebhook();
    await memory.remove(webhookNote);
    return await api.getUpdates(request, signal);
  }
}

type GrammySignal = NonNullable<Parameters<Api['getUpdates']>[1]>;

/** grammY names the type of an older package; of a signal it uses what Node's own has too. */
function isGrammySignal(signal: unknown): signal is GrammySignal {
  return signal instanceof AbortSignal;
}
