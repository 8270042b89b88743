import type { Clock } from '../domain/clock.ts';
import type { Trouble } from '../domain/notice.ts';
import type { Log } from '../domain/log.ts';
import type { Store, TroubledSource } from '../store/store.ts';
import { noticeTargets } from './relying.ts';

export interface NoticeUses {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when deliveries were added. */
  readonly onOwed: () => void;
}

export interface Notices {
  /** Owes word of every trouble and every recovery that was not told yet. */
  runRound(): Promise<NoticeRound>;
}

export interface NoticeRound {
  /** Notices that were added, of troubles and of recoveries. */
  readonly troubles: number;
  readonly recoveries: number;
}

/** A source may fail for so long before anybody is told: most mend within hours. */
const failingForMs = 24 * 3_600_000;
const sourcesAtOnce = 50;

/** Decides who is told of a source's troubles: how sources were read in, notices for channels out. */
export function createNotices(uses: NoticeUses): Notices {
  return {
    async runRound() {
      // Whoever is told of a trouble that is over already needs no word of it.
      const recoveries = await untilNone(() => tellRecoveries(uses));
      const troubles = await untilNone(() => tellTroubles(uses));
      if (troubles + recoveries > 0) uses.onOwed();
      return { troubles, recoveries };
    },
  };
}

interface Batch {
  /** How many sources there were, how many of them were told of here, and the notices of that. */
  readonly found: number;
  readonly told: number;
  readonly owed: number;
}

/** What another copy of the program tells at the same time is left to it. */
async function untilNone(tellBatch: () => Promise<Batch>): Promise<number> {
  let total = 0;
  for (;;) {
    const { found, told, owed } = await tellBatch();
    total += owed;
    if (found < sourcesAtOnce || told === 0) return total;
  }
}

async function tellTroubles({ store, clock, log }: NoticeUses): Promise<Batch> {
  const now = clock.now();
  const failingBefore = new Date(now.getTime() - failingForMs);
  const untold = await store.notices.untold({ failingBefore, now, limit: sourcesAtOnce });
  if (untold.length === 0) return noBatch;
  const active = await store.subscriptions.active();
  return batchOf(untold, async (troubled) => {
    const { source, trouble } = troubled;
    const owed = await store.notices.tell(troubled, noticeTargets(source, active), now);
    if (owed !== null) log.warn(fieldsOf(troubled, owed), texts[trouble.kind]);
    return owed;
  });
}

async function tellRecoveries({ store, clock, log }: NoticeUses): Promise<Batch> {
  const recovered = await store.notices.recovered(sourcesAtOnce);
  return batchOf(recovered, async (troubled) => {
    const owed = await store.notices.tellBack(troubled, clock.now());
    if (owed !== null) log.info({ source: troubled.source.key, notices: owed }, 'source is back');
    return owed;
  });
}

const noBatch: Batch = { found: 0, told: 0, owed: 0 };

async function batchOf(
  found: readonly TroubledSource[],
  tell: (troubled: TroubledSource) => Promise<number | null>,
): Promise<Batch> {
  const counts = { told: 0, owed: 0 };
  for (const troubled of found) {
    const owed = await tell(troubled);
    if (owed === null) continue;
    counts.told += 1;
    counts.owed += owed;
  }
  return { found: found.length, ...counts };
}

const texts: Readonly<Record<Trouble['kind'], string>> = {
  failing: 'source has failed for a day',
  gone: 'source is gone for good, and read no more',
};

function fieldsOf({ source, trouble }: TroubledSource, notices: number) {
  const { key, scope, lastError } = source;
  const remedy =
    trouble.kind === 'gone' ? `/sources resume ${key}, or /sources remove ${key}` : `/sources test ${key}`;
  return { source: key, scope, since: trouble.since, reason: lastError, remedy, notices };
}
