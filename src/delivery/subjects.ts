/** What claimed deliveries are about, as it is now. */
import { readDigestKey } from '../domain/delivery.ts';
import type { Id } from '../domain/ids.ts';
import { noticeKey, readNoticeKey, type Notice } from '../domain/notice.ts';
import type { Source } from '../domain/source.ts';
import type { Story } from '../domain/story.ts';
import type { ClaimedDelivery, Store } from '../store/store.ts';

export type Subject =
  /** Null for a story that was not found. */
  | { readonly kind: 'story'; readonly story: Story | null }
  /** Those that it tells, as they are now. */
  | { readonly kind: 'digest'; readonly window: Date; readonly stories: readonly Story[] }
  | {
      readonly kind: 'notice';
      readonly notice: Notice;
      /** Null for one that was removed. */
      readonly source: Source | null;
      /** Whether the channel read of the trouble, or may have. */
      readonly wasTold: boolean;
    };

type Stored = Pick<Store, 'stories' | 'sources' | 'deliveries' | 'digests'>;

/** By delivery; one that is about nothing known is left out. */
export async function loadSubjects(
  store: Stored,
  claimed: readonly ClaimedDelivery[],
): Promise<ReadonlyMap<Id, Subject>> {
  const stories = await loadStories(store, claimed);
  const notices = await loadNotices(store, claimed);
  const digests = await Promise.all(claimed.map((one) => loadDigest(store, one)));
  return new Map([...stories, ...notices, ...digests.flat()]);
}

async function loadStories(
  { stories }: Stored,
  claimed: readonly ClaimedDelivery[],
): Promise<readonly (readonly [Id, Subject])[]> {
  const owed = claimed.flatMap(({ delivery: { id, storyId } }) =>
    storyId === null ? [] : [{ id, storyId }],
  );
  if (owed.length === 0) return [];
  const found = await stories.byIds([...new Set(owed.map(({ storyId }) => storyId))]);
  const byId = new Map(found.map((story) => [story.id, story]));
  return owed.map(({ id, storyId }) => [id, { kind: 'story', story: byId.get(storyId) ?? null }]);
}

async function loadDigest(
  { digests, stories }: Stored,
  { delivery: { id, channelId, key } }: ClaimedDelivery,
): Promise<readonly (readonly [Id, Subject])[]> {
  const named = readDigestKey(key);
  if (named === null) return [];
  const told = await stories.byIds(await digests.storyIds({ channelId, ...named }));
  return [[id, { kind: 'digest', window: named.window, stories: told }]];
}

async function loadNotices(
  store: Stored,
  claimed: readonly ClaimedDelivery[],
): Promise<readonly (readonly [Id, Subject])[]> {
  const owed = claimed.flatMap((one) => {
    const notice = readNoticeKey(one.delivery.key);
    return notice === null ? [] : [{ one, notice }];
  });
  if (owed.length === 0) return [];
  const found = await store.sources.byIds([...new Set(owed.map(({ notice }) => notice.sourceId))]);
  const byId = new Map(found.map((source) => [source.id, source]));
  return Promise.all(
    owed.map(async ({ one, notice }): Promise<readonly [Id, Subject]> => {
      const source = byId.get(notice.sourceId) ?? null;
      const wasTold = notice.kind === 'source-back' && (await wasToldOf(store, one, notice));
      return [one.delivery.id, { kind: 'notice', notice, source, wasTold }];
    }),
  );
}

/** What a channel is owed is sent in order, so by now it is known what became of the notice before. */
async function wasToldOf(
  { deliveries }: Stored,
  { channel }: ClaimedDelivery,
  notice: Notice,
): Promise<boolean> {
  const kinds = ['source-failing', 'source-gone'] as const;
  for (const kind of kinds) {
    const told = await deliveries.find(channel.id, noticeKey({ ...notice, kind }));
    if (told === null) continue;
    const { state, uncertainSince } = told;
    if (state === 'sent' || state === 'unconfirmed' || uncertainSince !== null) return true;
  }
  return false;
}
