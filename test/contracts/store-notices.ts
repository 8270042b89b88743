import { beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../src/domain/channel.ts';
import { noticeKey, type Trouble } from '../../src/domain/notice.ts';
import type { Source } from '../../src/domain/source.ts';
import type { AttemptResult, Store, TroubledSource } from '../../src/store/store.ts';
import {
  claim,
  defined,
  describeSource,
  later,
  putChannel,
  putSources,
  start,
  subscribe,
} from '../support/stored.ts';

const sent = { kind: 'sent', messageId: 'm1', form: 'text', shownRevision: 1 } as const;
const hourMs = 3_600_000;

/** What the store promises of sources in trouble, and of what moderators are told of them. */
export function describeNotices(open: () => Promise<Store>): void {
  describe('sources in trouble', () => {
    let store: Store;
    let source: Source;
    let channel: Channel;
    beforeEach(async () => {
      store = await open();
      source = defined((await putSources(store, 'a', 'b'))[0]);
      channel = await putChannel(store, 'one');
    });

    const fails = (ms: number, isGone = false) =>
      store.sources.recordReading(source.id, {
        at: later(ms),
        nextDueAt: later(ms + 1),
        outcome: 'failed',
        error: isGone ? 'HTTP 410' : 'HTTP 503',
        isGone,
      });
    const isRead = (ms: number) =>
      store.sources.recordReading(source.id, {
        at: later(ms),
        nextDueAt: later(ms + 1),
        outcome: 'read',
        etag: 'e',
        lastModified: null,
        movedTo: 'https://moved.example/feed',
      });
    const untold = (failingBefore = later(hourMs)) =>
      store.notices.untold({ failingBefore, now: start, limit: 9 });
    const found = async (): Promise<TroubledSource> => defined((await untold())[0]);
    const recovered = () => store.notices.recovered(9);
    const tell = async (to: readonly Channel[] = [channel]) => {
      const targets = to.map(({ id }) => ({ channelId: id, subscriptionIds: [] }));
      return store.notices.tell(await found(), targets, later(2));
    };
    const tellBack = async () => store.notices.tellBack(defined((await recovered())[0]), later(4));
    const reload = async () => defined((await store.sources.byIds([source.id]))[0]);
    const owed = async (to: Channel = channel) =>
      (await store.deliveries.ofChannel(to.id, 9))
        .map(({ key, state }) => `${key.replaceAll(String(source.id), 'ID')} ${state}`)
        .toReversed();
    const attempt = async (result: AttemptResult) =>
      store.deliveries.record(defined((await claim(store, later(3)))[0]).delivery.id, result, later(3));
    const keyed = (kind: 'failing' | 'gone' | 'back', ms: number) =>
      `notice:source-${kind}:ID:${later(ms).getTime()}`;

    it('are found when they have failed for long, once', async () => {
      expect(await untold()).toEqual([]);
      await fails(1);
      await fails(5);
      expect(await untold(start)).toEqual([]);
      const trouble: Trouble = { kind: 'failing', since: later(1) };
      expect(await untold(later(1))).toMatchObject([
        { source: { key: 'a', lastError: 'HTTP 503' }, trouble },
      ]);
      expect(await tell()).toBe(1);
      await fails(6);
      expect(await untold()).toEqual([]);
      expect(await owed()).toEqual([`${keyed('failing', 1)} pending`]);
    });

    it('are not found before they were read again, where that is due', async () => {
      await fails(1);
      const query = { failingBefore: later(hourMs), limit: 9 };
      expect(await store.notices.untold({ ...query, now: later(1) })).toHaveLength(1);
      expect(await store.notices.untold({ ...query, now: later(2) })).toEqual([]);
      await fails(3, true);
      expect(await store.notices.untold({ ...query, now: later(5) })).toHaveLength(1);
    });

    it('are told of once, whichever copy of the program is first', async () => {
      await fails(1);
      const other = await putChannel(store, 'two');
      const troubled = await found();
      const told = [channel, other].map(({ id }) =>
        store.notices.tell(troubled, [{ channelId: id, subscriptionIds: [] }], later(2)),
      );
      expect((await Promise.all(told)).filter((count) => count !== null)).toEqual([1]);
      expect([...(await owed(channel)), ...(await owed(other))]).toHaveLength(1);
    });

    it('are not told of where they were read, paused or removed in the meantime', async () => {
      await fails(1);
      const troubled = await found();
      await isRead(2);
      expect(await store.notices.tell(troubled, [], later(3))).toBeNull();
      await fails(3);
      await store.sources.pause(source.id);
      expect(await untold()).toEqual([]);
      await store.sources.resume(source.id, later(4));
      expect(await untold()).toEqual([]);
      await fails(5);
      const again = await found();
      expect(again.trouble.since).toEqual(later(5));
      await store.sources.remove(source.id);
      expect(await untold()).toEqual([]);
      expect(await store.notices.tell(again, [], later(6))).toBeNull();
    });

    it('are told of anew when they fail anew', async () => {
      await fails(1);
      await tell();
      await isRead(2);
      await fails(3);
      expect(await recovered()).toEqual([]);
      expect(await tell()).toBe(1);
      expect(await owed()).toEqual([`${keyed('failing', 1)} cancelled`, `${keyed('failing', 3)} pending`]);
    });

    it('wait with their notice until the channel is reachable', async () => {
      await store.channels.setUnreachable(channel.id, 'kicked', start);
      await fails(1);
      await tell();
      expect(await claim(store, later(3))).toEqual([]);
      await store.channels.setReachable(channel.id, later(4));
      expect(await claim(store, later(4))).toMatchObject([{ delivery: { storyId: null } }]);
    });

    it('give up their notice when the last subscription that relies on them ends', async () => {
      const one = await subscribe(store, channel);
      const other = await subscribe(store, await putChannel(store, 'two'));
      await fails(1);
      const targets = [{ channelId: channel.id, subscriptionIds: [one.id, other.id] }];
      await store.notices.tell(await found(), targets, later(2));
      await store.subscriptions.remove(one.id, later(3));
      expect(await owed()).toEqual([`${keyed('failing', 1)} pending`]);
      await store.subscriptions.setPaused(other.id, true, later(3));
      expect(await owed()).toEqual([`${keyed('failing', 1)} cancelled`]);
    });

    describe('that are read again', () => {
      it('are said to be back where the notice was sent', async () => {
        await fails(1);
        await tell();
        await attempt(sent);
        expect(await recovered()).toEqual([]);
        await isRead(4);
        expect(await recovered()).toMatchObject([
          { source: { key: 'a' }, trouble: { kind: 'failing', since: later(1) } },
        ]);
        expect(await tellBack()).toBe(1);
        expect(await recovered()).toEqual([]);
        expect(await owed()).toEqual([`${keyed('failing', 1)} sent`, `${keyed('back', 1)} pending`]);
      });

      it.each([
        ['unconfirmed', { kind: 'unconfirmed', reason: 'no history' }, 1],
        ['uncertain', { kind: 'uncertain', dueAt: later(9), reason: 'cut off' }, 1],
        ['put off', { kind: 'retry', dueAt: later(9), reason: 'busy', countsAsAttempt: true }, 0],
        ['refused', { kind: 'rejected', reason: 'too long' }, 0],
        ['cancelled', { kind: 'cancelled', reason: 'unsubscribed' }, 0],
      ] as const)(
        'are said to be back where the notice may have arrived: it is %s',
        async (_, result, backs) => {
          await fails(1);
          await tell();
          await attempt(result);
          await isRead(4);
          expect(await tellBack()).toBe(backs);
        },
      );

      it('are said to be back where the notice is being sent', async () => {
        await fails(1);
        await tell();
        await claim(store, later(3));
        await isRead(4);
        expect(await tellBack()).toBe(1);
      });

      it('are not told of at all where the notice was not sent yet', async () => {
        await fails(1);
        await tell();
        await isRead(4);
        expect(await tellBack()).toBe(0);
        expect(await owed()).toEqual([`${keyed('failing', 1)} cancelled`]);
      });

      it('are said to be back once, whichever copy of the program is first', async () => {
        await fails(1);
        await tell();
        await attempt(sent);
        await isRead(4);
        const back = defined((await recovered())[0]);
        const told = [1, 2, 3].map(() => store.notices.tellBack(back, later(5)));
        expect((await Promise.all(told)).filter((count) => count !== null)).toEqual([1]);
      });
    });

    describe('that are gone', () => {
      const claimAt = (ms: number) => store.sources.claimDue({ now: later(ms), leaseMs: 1, limit: 9 });

      it('are read no more, and told of at once', async () => {
        await fails(1, true);
        expect(await reload()).toMatchObject({ endedAt: later(1), failures: 1, lastError: 'HTTP 410' });
        expect((await claimAt(9 * hourMs)).map(({ key }) => key)).toEqual(['b']);
        await store.sources.pause(defined((await claimAt(10 * hourMs))[0]).id);
        expect(await store.sources.nextDueAt()).toBeNull();
        expect(await untold(start)).toMatchObject([{ trouble: { kind: 'gone', since: later(1) } }]);
        expect(await tell()).toBe(1);
        expect(await untold()).toEqual([]);
      });

      it('are told of also where they were told to fail', async () => {
        await fails(1);
        await tell();
        await attempt(sent);
        await fails(5, true);
        expect(await tell()).toBe(1);
        expect(await owed()).toEqual([`${keyed('failing', 1)} sent`, `${keyed('gone', 5)} pending`]);
      });

      it('are read again when a person resumes them, at the address that they were given', async () => {
        await isRead(1);
        await fails(2, true);
        await tell();
        await attempt(sent);
        expect(await reload()).toMatchObject({ url: 'https://moved.example/feed' });
        await store.sources.resume(source.id, later(9));
        expect(await reload()).toMatchObject({
          endedAt: null,
          failures: 0,
          failingSince: null,
          lastError: null,
          etag: null,
          url: source.url,
          nextDueAt: later(9),
          firstReadAt: later(1),
        });
        expect(await recovered()).toEqual([]);
        await isRead(10);
        expect(await tellBack()).toBe(1);
        expect(await owed()).toEqual([`${keyed('gone', 2)} sent`, `${keyed('back', 2)} pending`]);
      });

      it('are told of again when they are gone after they were resumed', async () => {
        await fails(1, true);
        await tell();
        await attempt(sent);
        await store.sources.resume(source.id, later(9));
        await fails(10, true);
        expect(await tell()).toBe(1);
      });

      it('are not gone where a reading that was under way went well', async () => {
        await fails(1, true);
        await isRead(2);
        expect(await reload()).toMatchObject({ endedAt: null, failures: 0 });
      });

      it('stay gone where a reading that was under way failed', async () => {
        await fails(1, true);
        await fails(2);
        await fails(3, true);
        expect(await reload()).toMatchObject({ endedAt: later(1), failures: 3 });
      });

      it('stay so over a restart, until the list has another address', async () => {
        await fails(1, true);
        await putSources(store, 'a', 'b');
        expect(await reload()).toMatchObject({ endedAt: later(1) });
        const moved = describeSource('a', { url: 'https://new.example/feed' });
        await store.sources.putGlobal([moved, describeSource('b')], later(2));
        expect(await reload()).toMatchObject({ endedAt: null, failingSince: null, nextDueAt: later(2) });
      });

      it('are read again when a person adds them again', async () => {
        await fails(1, true);
        await store.sources.remove(source.id);
        expect(await store.sources.byIds([source.id])).toEqual([]);
        await store.sources.add(describeSource('a'), 'global', later(2));
        expect(await reload()).toMatchObject({ endedAt: null, nextDueAt: later(2) });
      });
    });

    it.each([
      ['a person removes it', () => store.sources.remove(source.id)],
      ['the list drops it', () => store.sources.putGlobal([describeSource('b')], start)],
    ])('are not told of when %s', async (_, end) => {
      await fails(1);
      await tell();
      await end();
      expect(await owed()).toEqual([`${keyed('failing', 1)} cancelled`]);
      await store.sources.putGlobal(
        ['a', 'b'].map((key) => describeSource(key)),
        start,
      );
      expect([await untold(), await recovered()]).toEqual([[], []]);
    });

    it('are left alone by a resumption that they do not need', async () => {
      await fails(7);
      await store.sources.resume(source.id, later(9));
      expect(await reload()).toMatchObject({ failures: 1, failingSince: later(7), nextDueAt: later(8) });
    });
  });

  it('finds what a channel is owed by its key', async () => {
    const store = await open();
    const [channel, other] = [await putChannel(store, 'one'), await putChannel(store, 'two')];
    const key = noticeKey({ kind: 'source-back', sourceId: 5n, since: start });
    const delivery = { channelId: channel.id, key, storyId: null, subscriptionIds: [], dueAt: start };
    await store.deliveries.add(delivery, start);
    expect(await store.deliveries.find(channel.id, key)).toMatchObject({ key, channelId: channel.id });
    expect(await store.deliveries.find(other.id, key)).toBeNull();
    expect(await store.deliveries.find(channel.id, 'story:1')).toBeNull();
  });
}
