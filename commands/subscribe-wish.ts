/** The options of `subscribe` as a filter and a look, with what does not fit together told. */
import type { CommandContext } from '../src/dispatch/command.ts';
import type { Asset } from '../src/domain/asset.ts';
import type { CategoryId } from '../src/domain/category.ts';
import { MendableError } from '../src/domain/errors.ts';
import { parseQuery } from '../src/domain/search-query.ts';
import type { Source } from '../src/domain/source.ts';
import type { Filter, Look } from '../src/domain/subscription.ts';
import type { Texts } from '../src/texts/texts.ts';

interface FilterWish {
  readonly categories: readonly CategoryId[];
  readonly assets: readonly Asset[];
  readonly sources: readonly Source[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly min_sources: number | undefined;
}

/** Throws a MendableError for words in which there is nothing to look for. */
export function filterOf(wish: FilterWish, { subscriptions }: Texts): Filter {
  for (const words of [...wish.include, ...wish.exclude]) {
    if (parseQuery(words) === null) throw new MendableError(subscriptions.noWords({ words }));
  }
  return {
    categories: unique(wish.categories),
    assets: unique(wish.assets.map(({ ticker }) => ticker)),
    sources: unique(wish.sources.map(({ key }) => key)),
    include: unique(wish.include),
    exclude: unique(wish.exclude),
    minSources: wish.min_sources ?? 1,
  };
}

/** Whether a filter lets everything through. */
export function isEverything({ minSources, ...lists }: Filter): boolean {
  return minSources === 1 && Object.values(lists).every((list) => list.length === 0);
}

interface LookWish {
  readonly silent: boolean | undefined;
  readonly role: string | undefined;
  readonly role_categories: readonly CategoryId[];
  readonly publish: boolean | undefined;
}

/** Throws a MendableError for what the target channel cannot do. */
export function lookOf(wish: LookWish, { target, texts: { subscriptions } }: CommandContext): Look {
  const { role, role_categories: roleCategories } = wish;
  const isPublished = wish.publish ?? false;
  if (role === undefined && roleCategories.length > 0) throw new MendableError(subscriptions.roleMissing);
  if (role !== undefined && target.platform !== 'discord')
    throw new MendableError(subscriptions.roleElsewhere);
  if (isPublished && target.kind !== 'announcement') {
    throw new MendableError(subscriptions.publishElsewhere({ channel: target.name }));
  }
  return {
    isSilent: wish.silent ?? false,
    mention: role === undefined ? null : { role, categories: unique(roleCategories) },
    isPublished,
  };
}

/** Whether two filters let the same through: lists in any order. */
export function isSameFilter(one: Filter, other: Filter): boolean {
  return (
    one.minSources === other.minSources &&
    isSameSet(one.categories, other.categories) &&
    isSameSet(one.assets, other.assets) &&
    isSameSet(one.sources, other.sources) &&
    isSameSet(one.include, other.include) &&
    isSameSet(one.exclude, other.exclude)
  );
}

export function isSameLook(one: Look, other: Look): boolean {
  return (
    one.isSilent === other.isSilent &&
    one.isPublished === other.isPublished &&
    one.mention?.role === other.mention?.role &&
    isSameSet(one.mention?.categories ?? [], other.mention?.categories ?? [])
  );
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}
