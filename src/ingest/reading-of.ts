import type { Id } from '../domain/ids.ts';
import { nextReadingInMs } from '../domain/reading-interval.ts';
import { afterRest } from '../domain/rest-times.ts';
import type { Source } from '../domain/source.ts';
import type { SourceReadingOutcome } from '../sources/source.ts';
import type { SourceReading } from '../store/store.ts';
import type { PublishingMemory } from './publishing-memory.ts';

interface Read {
  readonly source: Source;
  readonly outcome: SourceReadingOutcome;
  /** How many articles it brought that were not known. */
  readonly added: number;
  readonly at: Date;
  /** No source waits longer than this when it was read well. */
  readonly longestIntervalMs: number;
  readonly memory: PublishingMemory;
}

/** What is recorded of a reading, with the time of the next. */
export function readingOf(read: Read): SourceReading {
  const { source, outcome, added, at, longestIntervalMs } = read;
  if (outcome.kind === 'failed') {
    const nextDueAt = after(at, waitAfterFailure(source, outcome, at));
    return { at, nextDueAt, outcome: 'failed', error: outcome.reason, isGone: outcome.isGone };
  }
  const pushedForMs = Math.max((source.pushedUntil?.getTime() ?? 0) - at.getTime(), 0);
  const isHubSilent = pushedForMs > 0 && added > 0;
  const rarelyMs = isHubSilent ? 0 : Math.min(pushedForMs, whilePushedMs);
  const waitMs = waitAfter(read, outcome, rarelyMs);
  const nextDueAt = after(at, Math.max(1, Math.min(waitMs, longestIntervalMs)));
  const { kind, etag, lastModified, movedTo } = outcome;
  const hub = outcome.kind === 'read' ? { hub: outcome.hub } : {};
  return { at, nextDueAt, outcome: kind, etag, lastModified, movedTo, isHubSilent, ...hub };
}

const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** What a hub brings need not be asked for: readings are then only there to notice a hub that has gone silent. */
const whilePushedMs = 3_600_000;

type Failure = Extract<SourceReadingOutcome, { readonly kind: 'failed' }>;

function waitAfterFailure({ id, failures }: Source, { retryAfterMs }: Failure, now: Date): number {
  const past = { now, articlesAt: [], freshForMs: 0, failures: failures + 1, retryAfterMs };
  return nextReadingInMs({ ...past, random: spread(id) });
}

function waitAfter(
  { source, added, at, memory }: Read,
  outcome: Exclude<SourceReadingOutcome, Failure>,
  leastMs: number,
): number {
  const { articlesAt, freshForMs, rests } = memory.after(source, outcome, { added, at });
  const past = { now: at, articlesAt, freshForMs, failures: 0, retryAfterMs: null };
  const next = after(at, Math.max(nextReadingInMs({ ...past, random: spread(source.id) }), leastMs));
  return (rests === null ? next : afterRest(next, rests)).getTime() - at.getTime();
}

/**
 * 0 to 1, always the same for one source: that spreads them as well, and can be foretold. Ids that follow one another,
 * as those of a list do, are spread far apart (multiplied by the golden ratio).
 */
const spread = (id: Id): number => Number(BigInt.asUintN(64, id * 0x9e3779b97f4a7c15n) >> 54n) / 1024;
