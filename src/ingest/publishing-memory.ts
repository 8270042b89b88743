/** How sources publish, kept for readings that bring no document: "not modified" says nothing of it. */
import type { Id } from '../domain/ids.ts';
import type { RestTimes } from '../domain/rest-times.ts';
import type { Source } from '../domain/source.ts';
import type { SourceReadingOutcome } from '../sources/source.ts';

export interface Publishing {
  /** When its newest articles appeared, as many as are known. */
  readonly articlesAt: readonly Date[];
  /** How long it asks not to be read again. */
  readonly freshForMs: number;
  /** When it never wants to be read. */
  readonly rests: RestTimes | null;
}

export interface PublishingMemory {
  /** What is known after a reading that brought so many new articles. */
  after(
    source: Pick<Source, 'id' | 'lastArticleAt'>,
    outcome: Exclude<SourceReadingOutcome, { kind: 'failed' }>,
    brought: { readonly added: number; readonly at: Date },
  ): Publishing;
}

const keptTimes = 21;

/** Times as numbers: thousands of sources are kept, and a date takes ten times the room. */
interface Kept extends Omit<Publishing, 'articlesAt'> {
  readonly timesMs: Float64Array;
}

export function createPublishingMemory(): PublishingMemory {
  const known = new Map<Id, Kept>();
  return {
    after(source, outcome, brought) {
      const before = known.get(source.id);
      const since = source.lastArticleAt === null ? [] : [source.lastArticleAt];
      const knownAt = before === undefined ? since : [...before.timesMs].map((ms) => new Date(ms));
      if (outcome.kind === 'unchanged') {
        // Where "not modified" does not say for how long, what the document said goes on.
        const freshForMs = outcome.freshForMs === 0 ? (before?.freshForMs ?? 0) : outcome.freshForMs;
        return { articlesAt: knownAt, freshForMs, rests: before?.rests ?? null };
      }
      const arrived = brought.added > 0 ? [brought.at] : [];
      const shown = outcome.items.flatMap((item) => item.published?.at ?? []);
      const articlesAt = (shown.length > 0 ? newest(shown) : [...arrived, ...knownAt]).slice(0, keptTimes);
      const rest = { freshForMs: outcome.freshForMs, rests: outcome.rests ?? null };
      known.set(source.id, { timesMs: Float64Array.from(articlesAt, (at) => at.getTime()), ...rest });
      return { articlesAt, ...rest };
    },
  };
}

const newest = (times: readonly Date[]): readonly Date[] =>
  [...new Set(times.map((at) => at.getTime()))].sort((a, b) => b - a).map((ms) => new Date(ms));
