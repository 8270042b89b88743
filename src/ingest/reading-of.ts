import { nextReadingInMs } from '../domain/reading-interval.ts';
import type { Source } from '../domain/source.ts';
import type { SourceReadingOutcome } from '../sources/source.ts';
import type { SourceReading } from '../store/store.ts';

interface Read {
  readonly source: Source;
  readonly outcome: SourceReadingOutcome;
  /** How many articles it brought that were not known. */
  readonly added: number;
  readonly at: Date;
  /** No source waits longer than this when it was read well. */
  readonly longestIntervalMs: number;
}

/** What is recorded of a reading, with the time of the next. */
export function readingOf({ source, outcome, added, at, longestIntervalMs }: Read): SourceReading {
  const waitMs = waitAfter(source, outcome, at);
  const isFailure = outcome.kind === 'failed';
  const pushedForMs = Math.max((source.pushedUntil?.getTime() ?? 0) - at.getTime(), 0);
  const isHubSilent = pushedForMs > 0 && added > 0;
  const rarelyMs = isHubSilent ? 0 : Math.min(pushedForMs, whilePushedMs);
  const keptMs = isFailure ? waitMs : Math.max(1, Math.min(Math.max(waitMs, rarelyMs), longestIntervalMs));
  const nextDueAt = new Date(at.getTime() + keptMs);
  if (isFailure) return { at, nextDueAt, outcome: 'failed', error: outcome.reason, isGone: outcome.isGone };
  const { kind, etag, lastModified, movedTo } = outcome;
  const hub = outcome.kind === 'read' ? { hub: outcome.hub } : {};
  return { at, nextDueAt, outcome: kind, etag, lastModified, movedTo, isHubSilent, ...hub };
}

/** What a hub brings need not be asked for: readings are then only there to notice a hub that has gone silent. */
const whilePushedMs = 3_600_000;

function waitAfter(source: Source, outcome: SourceReadingOutcome, now: Date): number {
  const isFailure = outcome.kind === 'failed';
  return nextReadingInMs({
    now,
    articlesAt: articleTimes(source, outcome),
    freshForMs: isFailure ? 0 : outcome.freshForMs,
    failures: isFailure ? source.failures + 1 : 0,
    retryAfterMs: isFailure ? outcome.retryAfterMs : null,
    // Always the same for one source: that spreads them as well, and can be foretold.
    random: Number(source.id % 1000n) / 1000,
  });
}

/** By the dates of what it shows, else by when it last showed something new. */
function articleTimes(source: Source, outcome: SourceReadingOutcome): readonly Date[] {
  const items = outcome.kind === 'read' ? outcome.items : [];
  const shown = items.flatMap((item) => item.published?.at ?? []);
  return shown.length > 0 || source.lastArticleAt === null ? shown : [source.lastArticleAt];
}
