import { Routes, type REST } from 'discord.js';
import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../domain/log.ts';
import type { Texts } from '../../texts/texts.ts';
import type { PlatformMemory } from '../platform.ts';
import { isDiscordCode, readFailure } from './failure.ts';
import { createKeptPublications, type KeptPublications, type PublishedPost } from './kept-publications.ts';

/** Publishes posts of announcement channels to their followers. Nothing here fails. */
export interface Publisher {
  /** Resolves once the post is sure to be published, also by a later run; publishing itself goes on meanwhile. */
  publish(post: PublishedPost): Promise<void>;
  /** Takes up what an earlier run left. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

export interface PublisherSetup {
  readonly rest: REST;
  /** Called before each request, see sending-rest.ts. */
  readonly renewToken: () => void;
  readonly memory: PlatformMemory;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
}

const publicationsAnHour = 10;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const alreadyPublished = 40_033;
/** So often the answer may be that nobody knows; the others of the channel have their turn in between. */
const mostFailures = 60;

/** Publishes at most ten messages an hour and channel, which is what Discord allows; more wait for their turn. */
export function createPublisher(setup: PublisherSetup): Publisher {
  const kept = createKeptPublications(setup);
  const lines = new Map<string, Line>();
  const add = (post: PublishedPost, isKept: boolean) => {
    const line = lines.get(post.channelId) ?? createLine(post.channelId, { ...setup, kept });
    lines.set(post.channelId, line);
    line.add({ ...post, isKept, failures: 0 });
  };
  return {
    async publish(post) {
      add(post, await kept.keep(post));
    },
    async resume() {
      for (const post of await kept.all()) add(post, true);
    },
    async stop() {
      await Promise.all([...lines.values()].map((line) => line.stop()));
    },
  };
}

interface LineSetup extends PublisherSetup {
  readonly kept: KeptPublications;
}

interface Waiting extends PublishedPost {
  readonly isKept: boolean;
  readonly failures: number;
}

interface Line {
  add(post: Waiting): void;
  stop(): Promise<void>;
}

/** What one channel publishes, one after another. */
function createLine(channelId: string, setup: LineSetup): Line {
  let waiting: readonly Waiting[] = [];
  const pace = createPace(setup.clock);
  const state = { isStopped: false, isResting: false, cancelRest: () => {} };
  let work = Promise.resolve();

  const publishAll = async (): Promise<void> => {
    for (let [post] = waiting; post !== undefined && !state.isStopped; [post] = waiting) {
      if (state.isResting) return;
      const waitMs = pace.untilNextMs();
      if (waitMs > 0) rest(waitMs);
      else await publishFirst(post);
    }
  };
  const publishFirst = async (post: Waiting): Promise<void> => {
    const result = await publishOne(post, setup);
    waiting = waiting.slice(1);
    if (result.kind === 'again') {
      waiting = result.isLast ? [...waiting, result.post] : [result.post, ...waiting];
      rest(result.afterMs);
      return;
    }
    if (result.isPublished) pace.note();
    await setup.kept.forget(post);
  };
  const rest = (delayMs: number) => {
    state.isResting = true;
    setup.log.info({ channelId, waiting: waiting.length, delayMs }, 'publishing waits');
    state.cancelRest = setup.clock.after(delayMs, () => {
      state.isResting = false;
      wake();
    });
  };
  const wake = () => {
    work = work.then(publishAll);
  };

  return {
    add(post) {
      if (waiting.some(({ messageId }) => messageId === post.messageId)) return;
      waiting = [...waiting, post];
      wake();
    },
    async stop() {
      state.isStopped = true;
      state.cancelRest();
      await work;
    },
  };
}

type Result =
  | { readonly kind: 'over'; readonly isPublished: boolean }
  /** `isLast`: after the others that wait. */
  | { readonly kind: 'again'; readonly afterMs: number; readonly post: Waiting; readonly isLast: boolean };

/** Publishing twice does no harm, so what nobody knows the end of is done again. */
async function publishOne(post: Waiting, setup: LineSetup): Promise<Result> {
  const { channelId, messageId } = post;
  const { rest, renewToken, kept, texts, log } = setup;
  if (post.isKept && !(await kept.isKept(post))) return { kind: 'over', isPublished: false };
  try {
    renewToken();
    await rest.post(Routes.channelMessageCrosspost(channelId, messageId));
    return { kind: 'over', isPublished: true };
  } catch (error) {
    if (isDiscordCode(error, alreadyPublished)) return { kind: 'over', isPublished: false };
    const failure = readFailure(error, texts);
    if (failure.kind === 'retry')
      return { kind: 'again', afterMs: failure.afterMs, post, isLast: failure.isPace !== true };
    const failures = post.failures + 1;
    if (failure.kind === 'unknown' && failures < mostFailures)
      return { kind: 'again', afterMs: minuteMs, post: { ...post, failures }, isLast: true };
    log.warn({ error, channelId, messageId }, 'not published');
    return { kind: 'over', isPublished: false };
  }
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
