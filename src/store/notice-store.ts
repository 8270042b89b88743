import type { Id } from '../domain/ids.ts';
import type { Trouble } from '../domain/notice.ts';
import type { Source } from '../domain/source.ts';

export interface TroubledSource {
  readonly source: Source;
  readonly trouble: Trouble;
}

/** A channel whose moderators rely on a source, and the subscriptions for which they do. */
export interface NoticeTarget {
  readonly channelId: Id;
  readonly subscriptionIds: readonly Id[];
}

/** What moderators are told of the sources that they rely on; see domain/notice.ts. */
export interface NoticeStore {
  /**
   * Sources in a trouble that was not told: gone, or failing since `failingBefore` or longer; the oldest first. One that
   * is due to be read shows first whether it still fails: the bot may have been off since it failed.
   */
  untold(query: {
    readonly failingBefore: Date;
    readonly now: Date;
    readonly limit: number;
  }): Promise<readonly TroubledSource[]>;
  /** Sources with the trouble that was told of them, which were read since. */
  recovered(limit: number): Promise<readonly TroubledSource[]>;
  /**
   * Owes a notice of the trouble to these channels and remembers it as told, in one transaction; a notice of an
   * earlier trouble that still waits is cancelled. Null when it was told already, or is over.
   */
  tell(troubled: TroubledSource, targets: readonly NoticeTarget[], now: Date): Promise<number | null>;
  /**
   * Owes word that the source is back to the channels that the notice reached, or may have reached, and cancels the
   * notice where it still waits. Null when that was done already, or the source fails anew.
   */
  tellBack(troubled: TroubledSource, now: Date): Promise<number | null>;
}
