import type { IngestRound } from './ingest.ts';

/** What changed for all sources at once. */
export type ReachabilityChange =
  | { readonly kind: 'lost'; readonly sources: number }
  | { readonly kind: 'regained' };

/** So many failures in a row, of as many sources, are no longer those of single sources. */
const mostInRow = 8;

/**
 * Watches rounds of ingest: tells once when no source is reached any more, and once when one is reached again. A few
 * that fail together, as they happen to be due, are not all of the `known` ones; a round without due sources says nothing.
 */
export function watchReachability(
  tell: (change: ReachabilityChange) => void,
  known: number,
): (round: IngestRound) => void {
  let isLost = false;
  let failedInRow = 0;
  let sources = known;
  return ({ sourcesRead, sourcesFailed }) => {
    sources = Math.max(sources, sourcesRead + sourcesFailed);
    if (sourcesRead > 0) {
      if (isLost) tell({ kind: 'regained' });
      isLost = false;
      failedInRow = 0;
      return;
    }
    failedInRow += sourcesFailed;
    if (isLost || failedInRow === 0 || failedInRow < Math.min(sources, mostInRow)) return;
    isLost = true;
    tell({ kind: 'lost', sources: Math.min(failedInRow, sources) });
  };
}
