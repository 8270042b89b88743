import type { Id } from '../domain/ids.ts';
import type { Subscription } from '../domain/subscription.ts';

/** Stories that were put aside for a subscription's digest, whose time has come. */
export interface DueDigest {
  readonly subscription: Subscription;
  /** The time at which it was due: the last one that passed. */
  readonly window: Date;
}

/** What is told once a day instead of at once; see routing for what is put aside. */
export interface DigestStore {
  /** Those whose time has come and that have something to tell, one a subscription. */
  due(now: Date): Promise<readonly DueDigest[]>;
  /**
   * Owes the digest to its channel, with the stories put aside for it, in one transaction. False where it was owed
   * before: what came too late for it waits until `nextAt`.
   */
  owe(digest: DueDigest, times: { readonly now: Date; readonly nextAt: Date }): Promise<boolean>;
  /** When the next one is due that has something to tell; null while there is none. */
  nextDueAt(): Promise<Date | null>;
  /** The stories of one that was owed; of the last one where no window is given. */
  storyIds(digest: {
    readonly channelId: Id;
    readonly subscriptionId: Id;
    readonly window: Date | null;
  }): Promise<readonly Id[]>;
}
