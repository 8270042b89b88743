/** Puts messages into chats and changes them, at Telegram's pace, once more as plain text where the HTML is refused. */
import type { Api } from 'grammy';
import type { Target } from './address.ts';
import { changeAttempts, fileAttempts, postAttempts, type Attempt } from './attempts.ts';
import type { Dressed } from './dress.ts';
import { failureOf, type Failure } from './failure.ts';
import type { Pace } from './pace.ts';

export type Form = 'text' | 'photo';

export interface Outgoing {
  readonly target: Target;
  readonly dressed: Dressed;
  readonly isSilent: boolean;
  /** Somebody waits for it. */
  readonly isUrgent: boolean;
  readonly replyTo?: number;
}

export interface OutgoingFile {
  readonly target: Target;
  readonly file: { readonly name: string; readonly text: string };
  readonly isUrgent: boolean;
  readonly replyTo?: number;
}

export interface Change {
  readonly target: Target;
  readonly dressed: Dressed;
  readonly messageId: number;
  readonly form: Form;
  readonly isUrgent: boolean;
}

export type PostOutcome =
  | { readonly kind: 'sent'; readonly messageId: number; readonly form: Form | 'document' }
  | { readonly kind: 'later'; readonly afterMs: number }
  | Failure;

export interface Poster {
  post(outgoing: Outgoing): Promise<PostOutcome>;
  postFile(outgoing: OutgoingFile): Promise<PostOutcome>;
  change(change: Change): Promise<PostOutcome>;
}

/** A delivery waits this long for its turn, and goes back to the outbox if that is not enough. */
const deliveryWaitMs = 4000;
/** An answer waits as long as the longest of Telegram's own limits. */
const answerWaitMs = 65_000;

export function createPoster({ api, pace }: { readonly api: Api; readonly pace: Pace }): Poster {
  /** Makes the attempts one after another until one is not refused for its content. */
  async function attempt(attempts: readonly Attempt[], wish: Pick<Outgoing, 'target' | 'isUrgent'>) {
    let outcome: PostOutcome = { kind: 'refused', reason: 'nothing to send' };
    for (const make of attempts) {
      outcome = await oneAttempt(make, wish);
      if (outcome.kind !== 'refused') break;
    }
    return outcome;
  }

  async function oneAttempt(
    make: Attempt,
    wish: Pick<Outgoing, 'target' | 'isUrgent'>,
  ): Promise<PostOutcome> {
    const { chatId } = wish.target;
    const maxWaitMs = wish.isUrgent ? answerWaitMs : deliveryWaitMs;
    const turn = await pace.take({ chatId, maxWaitMs, isUrgent: wish.isUrgent });
    if (turn.kind === 'later') return turn;
    try {
      return await make();
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.kind === 'wait') pace.hold(chatId, failure.afterMs);
      return failure;
    } finally {
      turn.done();
    }
  }

  return {
    post: (outgoing) => attempt(postAttempts(api, outgoing), outgoing),
    postFile: (outgoing) => attempt(fileAttempts(api, outgoing), outgoing),
    change: (change) => attempt(changeAttempts(api, change), change),
  };
}
