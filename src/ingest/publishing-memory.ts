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

export function createPublishingMemory(): PublishingMemory {
  const known = new Map<Id, Publishing>();
  return {
    after(source, outcome, brought) {
      const before = known.get(source.id);
      const since = source.lastArticleAt === null ? [] : [source.lastArticleAt];
      if (outcome.kind === 'unchanged') {
        const { articlesAt, freshForMs, rests } = before ?? { articlesAt: since, freshForMs: 0, rests: null };
        // Where "not modified" does not say for how long, what the document said goes on.
        return { articlesAt, freshForMs: outcome.freshForMs === 0 ? freshForMs : outcome.freshForMs, rests };
      }
      const arrived = brought.added > 0 ? [brought.at] : [];
      const shown = outcome.items.flatMap((item) => item.published?.at ?? []);
      const articlesAt = shown.length > 0 ? newest(shown) : [...arrived, ...(before?.articlesAt ?? since)];
      const publishing = {
        articlesAt: articlesAt.slice(0, keptTimes),
        freshForMs: outcome.freshForMs,
        rests: outcome.rests ?? null,
      };
      known.set(source.id, publishing);
      return publishing;
    },
  };
}

const newest = (times: readonly Date[]): readonly Date[] =>
  [...new Set(times.map((at) => at.getTime()))].sort((a, b) => b - a).map((ms) => new Date(ms));
