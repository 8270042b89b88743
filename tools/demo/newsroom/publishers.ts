import { blockCourier } from './articles/block-courier.ts';
import { harbourLedger } from './articles/harbour-ledger.ts';
import { liveEast } from './articles/live-east.ts';
import { liveNorth } from './articles/live-north.ts';
import { northlightReview } from './articles/northlight-review.ts';
import { tidelineWire } from './articles/tideline-wire.ts';
import type { SampleArticle } from './sample-article.ts';

/** An invented publisher. */
export interface Publisher {
  readonly key: string;
  readonly name: string;
  /** How its news is offered; every door is open at every publisher, and this one is told to readers. */
  readonly door: Door;
  readonly articles: readonly SampleArticle[];
}

export type Door = 'rss' | 'atom' | 'json';

export const publishers: readonly Publisher[] = [
  {
    key: 'harbour',
    name: 'Harbour Ledger',
    door: 'rss',
    articles: [...harbourLedger, ...liveEast.harbour],
  },
  {
    key: 'tideline',
    name: 'Tideline Wire',
    door: 'atom',
    articles: [...tidelineWire, ...liveEast.tideline],
  },
  { key: 'courier', name: 'Block Courier', door: 'rss', articles: [...blockCourier, ...liveNorth.courier] },
  {
    key: 'northlight',
    name: 'Northlight Review',
    door: 'json',
    articles: [...northlightReview, ...liveNorth.northlight],
  },
];
