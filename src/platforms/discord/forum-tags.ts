import { ChannelFlags, Routes, type REST } from 'discord.js';
import { categoryOf, type CategoryId } from '../../domain/category.ts';
import type { Clock } from '../../domain/clock.ts';
import { readChannel, type KnownChannel } from './api-shapes.ts';
import { limits } from './limits.ts';

export interface ForumTags {
  /** The ids of the tags for a category's post; `isFresh` when they were asked for just now. */
  find(
    forumId: string,
    category: CategoryId | null,
  ): Promise<{ readonly tags: readonly string[]; readonly isFresh: boolean }>;
  forget(forumId: string): void;
}

const keptMs = 10 * 60_000;

/** Knows forums' tags for ten minutes. */
export function createForumTags({ rest, clock }: { readonly rest: REST; readonly clock: Clock }): ForumTags {
  const kept = new Map<string, { readonly forum: KnownChannel; readonly at: number }>();
  return {
    async find(forumId, category) {
      const now = clock.now().getTime();
      const known = kept.get(forumId);
      if (known !== undefined && now - known.at < keptMs) {
        return { tags: matchTags(known.forum, category), isFresh: false };
      }
      const forum = readChannel(await rest.get(Routes.channel(forumId)));
      kept.set(forumId, { forum, at: now });
      return { tags: matchTags(forum, category), isFresh: true };
    },
    forget: (forumId) => void kept.delete(forumId),
  };
}

/**
 * The forum's tag for a category: named as its id, its name, the name's first words, or as much of it as a tag's
 * 20 characters hold. Moderated tags are left to moderators. Where a forum wants a tag and none fits, any.
 */
export function matchTags(forum: KnownChannel, category: CategoryId | null): readonly string[] {
  const free = forum.tags.filter((tag) => !tag.isModerated);
  const names = category === null ? [] : tagNames(category);
  const fitting = free.find((tag) => names.includes(tag.name.trim().toLowerCase()));
  if (fitting !== undefined) return [fitting.id];
  if ((forum.flags & ChannelFlags.RequireTag) === 0) return [];
  const spare = free.find((tag) => /^(?:other|news)$/i.test(tag.name.trim())) ?? free[0];
  return spare === undefined ? [] : [spare.id];
}

function tagNames(category: CategoryId): readonly string[] {
  const { id, name } = categoryOf(category);
  const [first = name] = name.split(' & ');
  return [id, name, first, name.slice(0, limits.tagName).trim()].map((text) => text.toLowerCase());
}
