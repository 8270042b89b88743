import type { Clock } from '../../domain/clock.ts';
import { reasonOf } from '../../domain/errors.ts';
import type { Log } from '../../domain/log.ts';
import type { PlatformMemory } from '../platform.ts';

/** A post in an announcement channel. */
export interface PublishedPost {
  readonly channelId: string;
  readonly messageId: string;
}

/** The posts that wait to be published, kept over restarts. Nothing here fails: what goes wrong is told the log. */
export interface KeptPublications {
  /** Whether it could be kept. */
  keep(post: PublishedPost): Promise<boolean>;
  /** False once another copy of the program published it, or after so long that nobody calls it news. */
  isKept(post: PublishedPost): Promise<boolean>;
  forget(post: PublishedPost): Promise<void>;
  /** The oldest first. */
  all(): Promise<readonly PublishedPost[]>;
}

/** At ten an hour this is more than 700 posts of a channel. */
const keptMs = 3 * 24 * 60 * 60_000;
const prefix = 'publish:';

/** Each post is a key of its own, so that copies of the program never overwrite what another keeps. */
export function createKeptPublications({ memory, clock, log }: Parts): KeptPublications {
  const attempt = async <Value>(act: () => Promise<Value>, otherwise: Value): Promise<Value> => {
    try {
      return await act();
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'what is to be published cannot be remembered');
      return otherwise;
    }
  };
  return {
    keep: (post) =>
      attempt(async () => {
        await memory.put(keyOf(post), '', new Date(clock.now().getTime() + keptMs));
        return true;
      }, false),
    isKept: (post) => attempt(async () => (await memory.get(keyOf(post))) !== null, true),
    forget: (post) => attempt(() => memory.remove(keyOf(post)), undefined),
    all: () => attempt(async () => (await memory.keysUnder(prefix)).flatMap(readKey).sort(byAge), []),
  };
}

interface Parts {
  readonly memory: PlatformMemory;
  readonly clock: Clock;
  readonly log: Log;
}

const keyOf = ({ channelId, messageId }: PublishedPost) => `${prefix}${channelId}/${messageId}`;

function readKey(key: string): readonly PublishedPost[] {
  const [, channelId, messageId] = /^publish:(\d+)\/(\d+)$/.exec(key) ?? [];
  return channelId === undefined || messageId === undefined ? [] : [{ channelId, messageId }];
}

/** Discord's ids grow with time. */
function byAge(a: PublishedPost, b: PublishedPost): number {
  const difference = BigInt(a.messageId) - BigInt(b.messageId);
  return difference < 0n ? -1 : Number(difference > 0n);
}
