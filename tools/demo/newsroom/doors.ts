import type { SourceDescription, SourceKind } from '../../../src/domain/source.ts';
import type { Edition } from './edition.ts';
import { renderAtom, renderJsonFeed, renderRss } from './feeds.ts';
import { listingSettings, renderListing } from './listing-page.ts';
import { renderNewsSitemap } from './news-sitemap.ts';
import type { Door, Publisher } from './publishers.ts';
import type { ServedDocument } from './served-document.ts';

interface NewsDoor {
  readonly kind: SourceKind;
  readonly file: string;
  readonly render: (edition: Edition) => ServedDocument;
  readonly settings?: (publisher: Publisher) => SourceDescription['settings'];
}

/** A publisher's news through each door. */
export const doors: Readonly<Record<Door, NewsDoor>> = {
  rss: { kind: 'feed', file: 'rss.xml', render: renderRss },
  atom: { kind: 'feed', file: 'atom.xml', render: renderAtom },
  json: { kind: 'feed', file: 'feed.json', render: renderJsonFeed },
  sitemap: { kind: 'sitemap', file: 'news-sitemap.xml', render: renderNewsSitemap },
  listing: { kind: 'listing', file: 'latest', render: renderListing, settings: listingSettings },
};
