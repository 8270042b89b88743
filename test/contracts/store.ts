import type { Store } from '../../src/store/store.ts';
import { describeArticles } from './store-articles.ts';
import { describeDeliveries } from './store-deliveries.ts';
import { describeDigests } from './store-digests.ts';
import { describeOrigins } from './store-origins.ts';
import { describeExtremes } from './store-extremes.ts';
import { describeNotices } from './store-notices.ts';
import { describePushedDocuments } from './store-pushed-documents.ts';
import { describePushes } from './store-pushes.ts';
import { describePlaces } from './store-places.ts';
import { describeSearch } from './store-search.ts';

/** What a store promises, whatever database is behind it. `open` gives an empty one. */
export function describeStore(open: () => Promise<Store>): void {
  describeArticles(open);
  describeSearch(open);
  describePlaces(open);
  describeOrigins(open);
  describeDeliveries(open);
  describePushes(open);
  describePushedDocuments(open);
  describeNotices(open);
  describeDigests(open);
  describeExtremes(open);
}
