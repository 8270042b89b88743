import { RateLimitError, Routes, type REST } from 'discord.js';
import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../domain/log.ts';
import { isDiscordCode } from './failure.ts';

/** Publishes posts of announcement channels to their followers. */
export interface Publisher {
  /** Never waits and never fails: sending goes on meanwhile. */
  publish(channelId: string, messageId: string): void;
  stop(): Promise<void>;
}

const publicationsAnHour = 10;
const hourMs = 60 * 60_000;
const alreadyPublished = 40_033;

/**
 * Publishes at most ten messages an hour and channel, which is what Discord allows; more wait for their turn. What
 * waits is kept in memory alone: after a restart such a post stays unpublished.
 */
export function createPublisher(setup: PublisherSetup): Publisher {
  const lines = new Map<string, ReturnType<typeof createLine>>();
  return {
    publish(channelId, messageId) {
      const line = lines.get(channelId) ?? createLine(channelId, setup);
      lines.set(channelId, line);
      line.add(messageId);
    },
    async stop() {
      await Promise.all([...lines.values()].map((line) => line.stop()));
    },
  };
}

interface PublisherSetup {
  readonly rest: REST;
  readonly clock: Clock;
  readonly log: Log;
}

/** What one channel publishes, one after another. */
function createLine(channelId: string, setup: PublisherSetup) {
  const waiting: string[] = [];
  const pace = createPace(setup.clock);
  const state = { isStopped: false, isWaiting: false, cancelWait: () => {} };
  let work = Promise.resolve();

  const publishFirst = async (): Promise<void> => {
    const [messageId] = waiting;
    if (messageId === undefined || state.isStopped || state.isWaiting) return;
    const waitMs = pace.untilNextMs() || (await publishOne({ channelId, messageId }, setup));
    if (waitMs > 0) {
      waitFor(waitMs);
      return;
    }
    pace.note();
    waiting.shift();
  };
  const run = () => {
    work = work.then(publishFirst);
  };
  const waitFor = (delayMs: number) => {
    state.isWaiting = true;
    setup.log.info({ channelId, waiting: waiting.length, delayMs }, 'publishing waits for its limit');
    state.cancelWait = setup.clock.after(delayMs, () => {
      state.isWaiting = false;
      for (const _ of waiting) run();
    });
  };

  return {
    add(messageId: string) {
      waiting.push(messageId);
      run();
    },
    async stop() {
      state.isStopped = true;
      state.cancelWait();
      await work;
    },
  };
}

/** Publishes a message; gives how long to wait where Discord's limit is reached, else 0. */
async function publishOne(
  { channelId, messageId }: { readonly channelId: string; readonly messageId: string },
  { rest, log }: PublisherSetup,
): Promise<number> {
  try {
    await rest.post(Routes.channelMessageCrosspost(channelId, messageId));
  } catch (error) {
    if (error instanceof RateLimitError) return Math.max(error.retryAfter, 1);
    if (!isDiscordCode(error, alreadyPublished)) log.warn({ error, channelId, messageId }, 'not published');
  }
  return 0;
}

/** Counts the publications of the last hour. */
function createPace(clock: Clock) {
  let published: readonly number[] = [];
  return {
    note() {
      published = [...published, clock.now().getTime()];
    },
    /** How long until one more is allowed; 0 for now. */
    untilNextMs() {
      const now = clock.now().getTime();
      published = published.filter((at) => now - at < hourMs);
      const [oldest = now] = published;
      return published.length < publicationsAnHour ? 0 : oldest + hourMs - now;
    },
  };
}
