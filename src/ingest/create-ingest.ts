import type { CategoryId } from '../domain/category.ts';
import type { Clock } from '../domain/clock.ts';
import { reasonOf } from '../domain/errors.ts';
import type { Log } from '../domain/log.ts';
import { isSameOffer } from '../domain/push.ts';
import type { Source } from '../domain/source.ts';
import {
  ReaderClosed,
  type SourceHubs,
  type SourceItem,
  type SourceReader,
  type SourceReadingOutcome,
} from '../sources/source.ts';
import type { SaveOutcome, SourceReading, Store } from '../store/store.ts';
import { describeArticle } from './describe.ts';
import type { Ingest, IngestRound, ItemsSource } from './ingest.ts';
import { normalizeItem } from './normalize.ts';
import { createPublishingMemory } from './publishing-memory.ts';
import { createReadingRecord, type ReadingRecord } from './reading-record.ts';
import { readingOf } from './reading-of.ts';
import { createTakeIn } from './take-in.ts';
import { createTakePushed } from './take-pushed.ts';
import { createUnderWay, type UnderWay } from './under-way.ts';

export interface IngestParts {
  readonly store: Store;
  readonly sources: SourceReader & Pick<SourceHubs, 'readPushed'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when stories changed. */
  readonly onSaved: () => void;
  /** Called when a source names other hubs than before. */
  readonly onHubChanged?: () => void;
  /** No source that was read well waits longer than this for its next reading. */
  readonly longestIntervalMs?: number;
}

/**
 * A source that takes longer than most is read on beside later rounds: hosts that do not answer, and pages that are
 * read one by one, hold up no other source.
 */
const waiting = { waitedFor: 8, patienceMs: 3_000, most: 64 };
const leaseMs = 15 * 60_000;

interface Reading {
  readonly isBrokenOff?: true;
  readonly isHubChanged?: boolean;
  readonly isFailure: boolean;
  readonly saved: SaveOutcome;
}

export function createIngest({
  store,
  sources,
  clock,
  log,
  onSaved,
  onHubChanged,
  longestIntervalMs = Number.POSITIVE_INFINITY,
}: IngestParts): Ingest {
  const takeIn = createTakeIn({ store, sources, clock, log });
  const readings = createReadingRecord({ store, clock, log });
  const memory = createPublishingMemory();

  const read = async (source: Source): Promise<Reading> => {
    const outcome = await sources.read(source);
    const saved = outcome.kind === 'read' ? await takeIn(source, outcome.items) : nothingSaved;
    if (saved.storyIds.length > 0) onSaved();
    const reading = record(source, outcome, saved);
    tell(log, source, { outcome, saved, reading });
    const isHubChanged = outcome.kind === 'read' && !isSameOffer(outcome.hub, source.hub);
    return { isFailure: outcome.kind === 'failed', isHubChanged, saved };
  };

  const record = (source: Source, outcome: SourceReadingOutcome, { added } = nothingSaved) => {
    const reading = readingOf({ source, outcome, added, at: clock.now(), longestIntervalMs, memory });
    readings.add({ sourceId: source.id, reading });
    return reading;
  };

  /** What goes wrong with one source is that source's failure, and the others go on. */
  const readSafely = async (source: Source): Promise<Reading> => {
    try {
      return await read(source);
    } catch (error) {
      if (error instanceof ReaderClosed) return giveBack({ store, log }, source);
      log.error({ source: source.key, error }, 'source not taken in');
      record(source, { kind: 'failed', reason: reasonOf(error), retryAfterMs: null, isGone: false });
      return { isFailure: true, saved: nothingSaved };
    }
  };

  const underWay = createUnderWay({ clock, act: readSafely, ...waiting });
  return {
    runRound: () => runRound({ store, clock, readings, onHubChanged, underWay }),
    async settle() {
      await underWay.settle();
      await readings.settle();
    },
    takePushed: createTakePushed({ store, sources, clock, log, takeIn, onSaved }),
    categoriesOf: (items, source) => categoriesOf(items, source, clock.now()),
  };
}

/** The program ends: the source is read at the next start; where it cannot be given back, its lease ends by itself. */
async function giveBack(
  { store, log }: Pick<IngestParts, 'store' | 'log'>,
  source: Source,
): Promise<Reading> {
  await store.sources
    .release(source.id)
    .catch((error: unknown) => log.error({ source: source.key, error }, 'source not given back'));
  return { isFailure: false, isBrokenOff: true, saved: nothingSaved };
}

function categoriesOf(items: readonly SourceItem[], source: ItemsSource, now: Date): readonly CategoryId[] {
  return items.flatMap((item) => {
    const draft = normalizeItem(item, source, now);
    return draft === null ? [] : [describeArticle(draft).article.category];
  });
}

const nothingSaved: SaveOutcome = { added: 0, updated: 0, storyIds: [] };

interface Round extends Pick<IngestParts, 'store' | 'clock' | 'onHubChanged'> {
  readonly readings: ReadingRecord;
  readonly underWay: UnderWay<Source, Reading>;
}

/** Claims what was due when the round began; what becomes due in the meantime waits for the next round. */
async function runRound({ store, clock, readings, onHubChanged, underWay }: Round): Promise<IngestRound> {
  const done: Reading[] = [];
  const now = clock.now();
  for (;;) {
    const due = await store.sources.claimDue({ now, leaseMs, limit: await underWay.room() });
    if (due.length === 0) break;
    await underWay.begin(due);
    done.push(...underWay.takeEnded());
    await readings.settle();
    if (done.some((reading) => reading.isBrokenOff === true)) break;
  }
  done.push(...underWay.takeEnded());
  if (done.some((reading) => reading.isHubChanged === true)) onHubChanged?.();
  const total = (count: (saved: SaveOutcome) => number) =>
    done.reduce((sum, reading) => sum + count(reading.saved), 0);
  return {
    sourcesRead: done.filter((reading) => !reading.isFailure && reading.isBrokenOff !== true).length,
    sourcesFailed: done.filter((reading) => reading.isFailure).length,
    articlesAdded: total((saved) => saved.added),
    articlesUpdated: total((saved) => saved.updated),
    nextDueAt: await store.sources.nextDueAt(),
  };
}

function tell(
  log: Log,
  { key: source }: Source,
  told: {
    readonly outcome: SourceReadingOutcome;
    readonly saved: SaveOutcome;
    readonly reading: SourceReading;
  },
): void {
  const { outcome, reading } = told;
  if (reading.outcome !== 'failed' && reading.isHubSilent === true) log.info({ source }, 'hub was silent');
  const { added, updated } = told.saved;
  if (outcome.kind === 'failed') log.warn({ source, reason: outcome.reason }, 'source not read');
  else if (outcome.kind === 'read' && outcome.defect !== null)
    log.warn({ source, added, updated, defect: outcome.defect }, 'source read in part');
  else log.debug({ source, added, updated }, 'source read');
}
