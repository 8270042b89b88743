import type { IngestRound } from './ingest.ts';

/** What changed for all sources at once. */
export type ReachabilityChange =
  | { readonly kind: 'lost'; readonly sources: number }
  | { readonly kind: 'regained' };

/**
 * Watches rounds of ingest: tells once when a round reached none of its sources, and once when one is reached again.
 * A round without due sources says nothing.
 */
export function watchReachability(tell: (change: ReachabilityChange) => void): (round: IngestRound) => void {
  let isLost = false;
  return ({ sourcesRead, sourcesFailed }) => {
    if (sourcesRead > 0) {
      if (isLost) tell({ kind: 'regained' });
      isLost = false;
    } else if (sourcesFailed > 0 && !isLost) {
      isLost = true;
      tell({ kind: 'lost', sources: sourcesFailed });
    }
  };
}
