/** The line in which calls wait for their turn, so that Telegram never has to say that it is too much. */
import type { Clock } from '../../domain/clock.ts';
import { createLimits, perSecond, type Limits } from './limits.ts';

export interface Pace {
  /** Waits for a turn; `later` where that would take longer than the wish allows. */
  take(wish: Wish): Promise<Turn>;
  /** Telegram wants this chat left alone. */
  hold(chatId: number, forMs: number): void;
  /** Sends away everyone who waits; from then on only answers to people go. */
  stop(): void;
}

export interface Wish {
  readonly chatId: number;
  readonly maxWaitMs: number;
  /** Goes before what is not: somebody waits for the answer. */
  readonly isUrgent: boolean;
}

export type Turn =
  /** `done` must be called once, when the call was answered, however that went. */
  { readonly kind: 'go'; readonly done: () => void } | { readonly kind: 'later'; readonly afterMs: number };

interface Waiting {
  readonly wish: Wish;
  readonly untilMs: number;
  readonly settle: (turn: Turn) => void;
}

export function createPace(clock: Clock): Pace {
  const nowMs = () => clock.now().getTime();
  const limits = createLimits(nowMs);
  const promise = createPromises(nowMs);
  let line: readonly Waiting[] = [];
  let cancelTimer = () => {};
  let isStopped = false;

  /** Lets go whoever may go, sends away whoever would wait too long, and sets the timer for the next. */
  function move(): void {
    cancelTimer();
    let nextMs = Number.POSITIVE_INFINITY;
    line = line.filter((waiting) => {
      const at = settleOne(waiting, { limits, now: nowMs(), move });
      nextMs = Math.min(nextMs, at ?? nextMs);
      return at !== null;
    });
    if (Number.isFinite(nextMs)) cancelTimer = clock.after(nextMs - nowMs(), move);
  }

  return {
    take(wish) {
      if (isStopped && !wish.isUrgent) return Promise.resolve({ kind: 'later', afterMs: 0 });
      const lineMs = (line.length * 1000) / perSecond;
      if (!wish.isUrgent && lineMs > wish.maxWaitMs) {
        return Promise.resolve({ kind: 'later', afterMs: promise(lineMs, wish.maxWaitMs) });
      }
      return new Promise((settle) => {
        line = inLine(line, { wish, untilMs: nowMs() + wish.maxWaitMs, settle });
        move();
      });
    },
    hold(chatId, forMs) {
      limits.hold(chatId, forMs);
      move();
    },
    stop() {
      isStopped = true;
      cancelTimer();
      for (const { settle } of line) settle({ kind: 'later', afterMs: 0 });
      line = [];
    },
  };
}

/** When this one's turn comes, Infinity where nobody knows; null once it was let go or sent away. */
function settleOne(
  { wish, untilMs, settle }: Waiting,
  { limits, now, move }: { readonly limits: Limits; readonly now: number; readonly move: () => void },
): number | null {
  const chatAt = limits.chatFreeAt(wish.chatId);
  const at = Math.max(chatAt, limits.overallFreeAt());
  if (at <= now) {
    const end = limits.begin(wish.chatId);
    settle({
      kind: 'go',
      done: () => {
        end();
        move();
      },
    });
    return null;
  }
  // Infinity: another call to the chat is under way, and will be answered.
  if (Number.isFinite(chatAt) && chatAt > untilMs) {
    settle({ kind: 'later', afterMs: chatAt - now });
    return null;
  }
  return at;
}

function inLine(line: readonly Waiting[], waiting: Waiting): readonly Waiting[] {
  const behind = waiting.wish.isUrgent ? line.findIndex((other) => !other.wish.isUrgent) : -1;
  return behind === -1 ? [...line, waiting] : line.toSpliced(behind, 0, waiting);
}

/**
 * When those who find the line too long may come back: each at a time of its own, in the order in which they came,
 * and a little early, so that the line never runs dry.
 */
function createPromises(nowMs: () => number): (lineMs: number, maxWaitMs: number) => number {
  let promisedMs = 0;
  return (lineMs, maxWaitMs) => {
    promisedMs = Math.max(promisedMs, nowMs() + lineMs) + 1000 / perSecond;
    return Math.ceil(promisedMs - nowMs() - maxWaitMs / 2);
  };
}
