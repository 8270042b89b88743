import { matchesQuery, parseQuery, type QueriedTokens } from './search-query.ts';
import type { Story } from './story.ts';
import type { Filter } from './subscription.ts';

/**
 * Whether a filter lets a story through. Every kind of condition that is given must hold; of a list's values one is
 * enough, and of the excluded searches none may match. A search that asks for nothing matches nothing.
 */
export function matchesFilter(
  filter: Filter,
  { story, tokens }: { readonly story: Story; readonly tokens: QueriedTokens },
): boolean {
  const matches = (search: string): boolean => {
    const query = parseQuery(search);
    return query !== null && matchesQuery(query, tokens);
  };
  return (
    matchesFacts(filter, story) &&
    (filter.include.length === 0 || filter.include.some(matches)) &&
    !filter.exclude.some(matches)
  );
}

/** The part of {@link matchesFilter} that needs no text. */
export function matchesFacts(filter: Filter, story: Story): boolean {
  const { categories, assets, sources, minSources } = filter;
  return (
    (categories.length === 0 || categories.includes(story.category)) &&
    (assets.length === 0 || story.assets.some((asset) => assets.includes(asset))) &&
    (sources.length === 0 || story.reports.some((report) => sources.includes(report.sourceKey))) &&
    story.reports.length >= minSources
  );
}
