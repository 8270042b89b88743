import type { CommandContext } from '../src/dispatch/command.ts';
import { analyze } from '../src/domain/analyzer.ts';
import { plainText } from '../src/domain/article.ts';
import { storyKey } from '../src/domain/delivery.ts';
import { matchesFacts, matchesFilter } from '../src/domain/filter.ts';
import type { Story } from '../src/domain/story.ts';
import type { Filter, Subscription } from '../src/domain/subscription.ts';

/** How many of the newest stories are looked at. */
const lookedAt = 300;

/**
 * Owes a new subscription's channel the newest stories that match, at most `most`, the oldest of them first. Returns
 * how many.
 */
export async function addNewest(
  { id, channelId, filter }: Subscription,
  most: number,
  context: CommandContext,
): Promise<number> {
  const { clock, store } = context;
  const now = clock.now();
  let added = 0;
  for (const story of (await newestMatching(filter, most, context)).toReversed()) {
    const isNew = await store.deliveries.add(
      { channelId, key: storyKey(story.id), storyId: story.id, subscriptionIds: [id], dueAt: now },
      now,
    );
    added += isNew ? 1 : 0;
  }
  return added;
}

/** Newest first; the same rule as for stories that come later. */
async function newestMatching(
  filter: Filter,
  most: number,
  { scopes, store }: CommandContext,
): Promise<readonly Story[]> {
  const newest = await store.stories.latest({ scopes }, { page: 1, size: lookedAt });
  const matching: Story[] = [];
  for (const story of newest.items.filter((story) => matchesFacts(filter, story))) {
    if (matching.length === most) break;
    const articles = await store.articles.ofStory(story.id);
    const tokens = {
      title: analyze(articles.map(({ title }) => title).join('\n')),
      text: analyze(articles.map(({ lead, blocks }) => `${lead}\n${plainText(blocks)}`).join('\n')),
    };
    if (matchesFilter(filter, { story, tokens })) matching.push(story);
  }
  return matching;
}
