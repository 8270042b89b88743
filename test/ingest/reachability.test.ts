import { describe, expect, it } from 'vitest';
import type { IngestRound } from '../../src/ingest/ingest.ts';
import { watchReachability, type ReachabilityChange } from '../../src/ingest/reachability.ts';

function watched(
  rounds: readonly (readonly [read: number, failed: number])[],
  known = 0,
): readonly ReachabilityChange[] {
  const told: ReachabilityChange[] = [];
  const watch = watchReachability((change) => told.push(change), known);
  for (const [sourcesRead, sourcesFailed] of rounds) watch(round(sourcesRead, sourcesFailed));
  return told;
}

const round = (sourcesRead: number, sourcesFailed: number): IngestRound => ({
  sourcesRead,
  sourcesFailed,
  articlesAdded: 0,
  articlesUpdated: 0,
  nextDueAt: null,
});

describe('the reachability of sources', () => {
  it.each<[string, readonly (readonly [number, number])[], readonly ReachabilityChange[]]>([
    [
      'says nothing while one source answers',
      [
        [1, 34],
        [2, 0],
      ],
      [],
    ],
    ['is lost when a round reaches none', [[0, 35]], [{ kind: 'lost', sources: 35 }]],
    [
      'is told lost once',
      [
        [0, 35],
        [0, 3],
        [0, 35],
      ],
      [{ kind: 'lost', sources: 35 }],
    ],
    [
      'is regained by one source',
      [
        [0, 2],
        [1, 1],
      ],
      [{ kind: 'lost', sources: 2 }, { kind: 'regained' }],
    ],
    [
      'is not changed by rounds without due sources',
      [
        [0, 0],
        [3, 0],
        [0, 0],
      ],
      [],
    ],
    [
      'is not lost where one of several fails by itself, again and again',
      [
        [5, 1],
        [0, 1],
        [0, 1],
        [2, 0],
        [0, 1],
      ],
      [],
    ],
    [
      'is lost when all of a few have failed one after the other',
      [
        [3, 0],
        [0, 1],
        [0, 2],
        [0, 1],
      ],
      [{ kind: 'lost', sources: 3 }],
    ],
    [
      'is lost when enough of many have failed in a row',
      [
        [35, 0],
        [0, 3],
        [0, 4],
        [0, 2],
        [1, 0],
      ],
      [{ kind: 'lost', sources: 9 }, { kind: 'regained' }],
    ],
    [
      'can be lost again',
      [
        [0, 1],
        [1, 0],
        [0, 1],
      ],
      [{ kind: 'lost', sources: 1 }, { kind: 'regained' }, { kind: 'lost', sources: 1 }],
    ],
  ])('%s', (_, rounds, changes) => {
    expect(watched(rounds)).toEqual(changes);
  });

  it('is not lost where the first that is due after a start is one of many', () => {
    expect(watched([[0, 1]], 35)).toEqual([]);
    expect(watched([[0, 1]], 1)).toEqual([{ kind: 'lost', sources: 1 }]);
  });
});
