import { blockCourier } from './articles/block-courier.ts';
import { cobaltSquare } from './articles/cobalt-square.ts';
import { coromandelPost } from './articles/coromandel-post.ts';
import { harbourLedger } from './articles/harbour-ledger.ts';
import { liveEast } from './articles/live-east.ts';
import { liveNorth } from './articles/live-north.ts';
import { liveSouth } from './articles/live-south.ts';
import { northlightReview } from './articles/northlight-review.ts';
import { tidelineWire } from './articles/tideline-wire.ts';
import type { SampleArticle } from './sample-article.ts';

/** An invented publisher. */
export interface Publisher {
  readonly key: string;
  readonly name: string;
  /** How its news is offered; every door is open at every publisher, and this one is told to readers. */
  readonly door: Door;
  readonly pages: PageShape;
  /** The clock of its pages, where that is not UTC. */
  readonly timeZone?: string;
  readonly articles: readonly SampleArticle[];
}

export type Door = 'rss' | 'atom' | 'json' | 'sitemap' | 'listing';
export type PageShape = 'portal' | 'structured' | 'plain';

export const publishers: readonly Publisher[] = [
  {
    key: 'harbour',
    name: 'Harbour Ledger',
    door: 'rss',
    pages: 'portal',
    articles: [...harbourLedger, ...liveEast.harbour],
  },
  {
    key: 'tideline',
    name: 'Tideline Wire',
    door: 'atom',
    pages: 'portal',
    articles: [...tidelineWire, ...liveEast.tideline],
  },
  {
    key: 'courier',
    name: 'Block Courier',
    door: 'rss',
    pages: 'portal',
    articles: [...blockCourier, ...liveNorth.courier],
  },
  {
    key: 'northlight',
    name: 'Northlight Review',
    door: 'json',
    pages: 'portal',
    articles: [...northlightReview, ...liveNorth.northlight],
  },
  {
    key: 'cobalt',
    name: 'Cobalt Square',
    door: 'sitemap',
    pages: 'structured',
    articles: [...cobaltSquare, ...liveSouth.cobalt],
  },
  {
    key: 'coromandel',
    name: 'Coromandel Post',
    door: 'listing',
    pages: 'plain',
    timeZone: 'Asia/Kolkata',
    articles: [...coromandelPost, ...liveSouth.coromandel],
  },
];
