import { MendableError } from '../domain/errors.ts';
import type { Source } from '../domain/source.ts';
import { apiKind, type Secrets } from './api/read-api.ts';
import { feedKind } from './feed/read-feed.ts';
import { listingKind } from './listing/read-listing.ts';
import { problemsOf } from './problems.ts';
import type { KindOfSource } from './reading.ts';
import { apiSettings, listingSettings } from './settings.ts';
import { sitemapKind } from './sitemap/read-sitemap.ts';

/** How a source is read, or what is wrong with its description. */
export function kindOf(source: Source, secrets: Secrets): KindOfSource | { readonly problem: string } {
  if (source.kind === 'feed') return feedKind(source);
  if (source.kind === 'sitemap') return sitemapKind(source);
  return source.kind === 'listing' ? listingKindOf(source) : apiKindOf(source, secrets);
}

function listingKindOf(source: Source): KindOfSource | { readonly problem: string } {
  const settings = listingSettings.safeParse(source.settings);
  if (settings.success) return listingKind(source, settings.data);
  return { problem: problemsOf(settings.error, 'settings').join('; ') };
}

function apiKindOf(source: Source, secrets: Secrets): KindOfSource | { readonly problem: string } {
  const settings = apiSettings.safeParse(source.settings);
  if (!settings.success) return { problem: problemsOf(settings.error, 'settings').join('; ') };
  try {
    return apiKind(source, settings.data, secrets);
  } catch (thrown) {
    if (thrown instanceof MendableError) return { problem: thrown.message };
    throw thrown;
  }
}
