import { beforeEach, describe, expect, it } from 'vitest';
import type { HubOffer, Push } from '../../src/domain/push.ts';
import type { Source } from '../../src/domain/source.ts';
import type { SourceReading, Store } from '../../src/store/store.ts';
import { defined, describeSource, later, putSources, start } from '../support/stored.ts';

const publicUrl = 'https://bot.example';
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** So long a source's hub is kept, whatever it names next; to the end of the millisecond that it began in. */
const keptForMs = 6 * 60 * minuteMs + 1;
const lease = { endsAt: later(10 * dayMs), renewAt: later(8 * dayMs) };
const bytes = (text: string) => Buffer.from(text, 'utf8');

const offerOf = (...hubs: readonly string[]): HubOffer => ({
  hubs: hubs.map((name) => `https://${name}.example/`),
  topic: 'https://a.example/feed',
});

/** What hubs are asked and what they bring, on every database. */
export function describePushes(open: () => Promise<Store>): void {
  describe('pushes', () => {
    let store: Store;
    let source: Source;
    beforeEach(async () => {
      store = await open();
      source = defined((await putSources(store, 'a', 'b'))[0]);
    });
    const read = (parts: Partial<Extract<SourceReading, { outcome: 'read' | 'unchanged' }>> = {}) =>
      store.sources.recordReading(source.id, {
        at: start,
        nextDueAt: later(15 * minuteMs),
        outcome: 'read',
        etag: null,
        lastModified: null,
        movedTo: null,
        ...parts,
      });
    const offers = (...hubs: readonly string[]) => read({ hub: hubs.length === 0 ? null : offerOf(...hubs) });
    const follow = (now = start, url = publicUrl) => store.pushes.follow({ now, publicUrl: url });
    const due = (now = start) => store.pushes.claimDue({ now, retryMs: 15 * minuteMs, limit: 10 });
    const find = async () =>
      defined((await store.sources.list(['global'])).find(({ id }) => id === source.id));
    /** A push that the hub has confirmed. */
    const begin = async (...hubs: readonly string[]): Promise<Push> => {
      await offers(...(hubs.length === 0 ? ['hub'] : hubs));
      await follow();
      const [push] = await due();
      expect(await store.pushes.activate(defined(push).id, lease)).toBe(true);
      return defined(await store.pushes.byToken(defined(push).token));
    };

    it('are begun for sources that name a hub, once each, and are due at once', async () => {
      expect(await store.pushes.nextTryAt()).toBeNull();
      await offers('hub', 'other');
      await Promise.all([follow(), follow()]);
      expect(await store.pushes.nextTryAt()).toEqual(start);
      const [push, ...others] = await due();
      expect(others).toEqual([]);
      expect(push).toMatchObject({
        sourceId: source.id,
        state: 'wanted',
        offer: offerOf('hub', 'other'),
        hub: 'https://hub.example/',
        publicUrl,
        leaseEndsAt: null,
        attempts: 1,
        lastError: null,
      });
      expect(await store.pushes.byToken(defined(push).token)).toEqual(push);
      expect(await store.pushes.byToken('unknown')).toBeNull();
    });

    it('are begun for any number of sources', async () => {
      const keys = Array.from({ length: 230 }, (_, at) => `many-${at}`);
      const readings = (await putSources(store, ...keys)).map(({ id: sourceId }) => ({
        sourceId,
        reading: {
          at: start,
          nextDueAt: start,
          outcome: 'read' as const,
          etag: null,
          lastModified: null,
          movedTo: null,
          hub: offerOf('hub'),
        },
      }));
      await store.sources.recordReadings(readings);
      await follow();
      const claimed = await store.pushes.claimDue({ now: start, retryMs: 1, limit: 1000 });
      expect(new Set(claimed.map(({ sourceId }) => sourceId)).size).toBe(230);
    });

    it('are claimed once, and again when nothing is recorded', async () => {
      await offers('hub');
      await follow();
      const claims = await Promise.all([due(), due()]);
      expect(claims.flat()).toHaveLength(1);
      expect(await due(later(15 * minuteMs - 1))).toEqual([]);
      expect(await due(later(15 * minuteMs))).toMatchObject([{ attempts: 2 }]);
    });

    it('keep what a hub said against it, and when it is asked again', async () => {
      await offers('hub');
      await follow();
      const push = defined((await due())[0]);
      await store.pushes.recordAsked(push, { nextTryAt: later(7), error: 'HTTP 500' });
      expect(await store.pushes.nextTryAt()).toEqual(later(7));
      expect(await store.pushes.byToken(push.token)).toMatchObject({
        lastError: 'HTTP 500',
        state: 'wanted',
      });
    });

    it('are confirmed for a lease, which the source shows', async () => {
      const push = await begin();
      expect(push).toMatchObject({ state: 'active', leaseEndsAt: lease.endsAt, attempts: 0 });
      expect((await find()).pushedUntil).toEqual(lease.endsAt);
      expect(await store.pushes.nextTryAt()).toEqual(lease.renewAt);
    });

    it('stay confirmed where a hub confirms first and answers the request after', async () => {
      await offers('hub');
      await follow();
      const push = defined((await due())[0]);
      await store.pushes.activate(push.id, lease);
      await store.pushes.recordAsked(push, { nextTryAt: later(1), error: 'HTTP 500' });
      expect(await store.pushes.byToken(push.token)).toMatchObject({ state: 'active', lastError: null });
      expect(await store.pushes.nextTryAt()).toEqual(lease.renewAt);
    });

    it('are denied with a reason, and may be confirmed later', async () => {
      const push = await begin();
      await store.pushes.deny(push.id, { reason: 'not\0here', nextTryAt: later(dayMs) });
      expect(await store.pushes.byToken(push.token)).toMatchObject({
        state: 'denied',
        lastError: 'nothere',
        leaseEndsAt: null,
      });
      expect((await find()).pushedUntil).toBeNull();
      expect(await store.pushes.activate(push.id, lease)).toBe(true);
      expect(await store.pushes.byToken(push.token)).toMatchObject({ state: 'active', lastError: null });
    });

    it('move to another hub under another token', async () => {
      const { id, token } = await begin('hub', 'other');
      await store.pushes.moveTo(id, { hub: 'https://other.example/', token: 'new', secret: 'new secret' });
      expect(await store.pushes.byToken(token)).toBeNull();
      expect(await store.pushes.byToken('new')).toMatchObject({
        hub: 'https://other.example/',
        secret: 'new secret',
        state: 'wanted',
        leaseEndsAt: null,
      });
    });

    it.each<[string, (id: bigint) => Promise<void>]>([
      ['is paused', (id) => store.sources.pause(id)],
      ['is removed', (id) => store.sources.remove(id)],
      ['names no hub any more', () => offers()],
      ['names another one', () => offers('other')],
    ])('end when the source %s', async (_, change) => {
      const { token } = await begin();
      await change(source.id);
      await follow(later(keptForMs));
      expect(await store.pushes.byToken(token)).toMatchObject({ state: 'ending', attempts: 0 });
      const ending = (await due(later(keptForMs))).filter(({ state }) => state === 'ending');
      expect(ending).toMatchObject([{ token, attempts: 1 }]);
      expect(await store.pushes.activate(defined(ending[0]).id, lease)).toBe(false);
      await store.pushes.deny(defined(ending[0]).id, { reason: 'no', nextTryAt: start });
      expect(await store.pushes.byToken(token)).toMatchObject({ state: 'ending' });
      await store.pushes.end(defined(ending[0]).id);
      expect(await store.pushes.byToken(token)).toBeNull();
    });

    it('begin anew at another hub while the old one is asked to end', async () => {
      const old = await begin();
      await offers('other');
      await follow(later(keptForMs));
      expect((await find()).pushedUntil).toBeNull();
      const pushes = await due(later(keptForMs));
      expect(pushes.map(({ hub, state }) => `${hub} ${state}`).sort()).toEqual([
        'https://hub.example/ ending',
        'https://other.example/ wanted',
      ]);
      expect(pushes.find(({ state }) => state === 'wanted')?.token).not.toBe(old.token);
    });

    it('follow no source that names other hubs at each reading, but one of its hubs in six hours', async () => {
      const asked: string[] = [];
      for (const [at, hubs] of [['first'], ['second'], [], ['third'], ['fourth']].entries()) {
        await offers(...hubs);
        await follow(later(at * minuteMs));
        asked.push(...(await due(later(at * minuteMs))).map(({ hub }) => hub));
      }
      expect(asked).toEqual(['https://first.example/']);
      await follow(later(keptForMs - 1));
      expect((await due(later(keptForMs - 1))).map(({ hub }) => hub)).toEqual(['https://first.example/']);
      await follow(later(keptForMs));
      expect((await due(later(keptForMs))).map(({ hub }) => hub)).toEqual(['https://fourth.example/']);
    });

    it('end at once when a source is described with another address', async () => {
      const { token } = await begin();
      await store.sources.putGlobal([describeSource('a', { url: 'https://new.example/' })], later(1));
      expect(await store.pushes.byToken(token)).toMatchObject({ state: 'ending', attempts: 0 });
      expect(await due(later(1))).toMatchObject([{ token, state: 'ending' }]);
    });

    it('are forgotten without a word where no lease runs, and where the public address is another', async () => {
      await offers('hub');
      await follow();
      const [unconfirmed] = await due();
      await offers();
      await follow(later(keptForMs));
      expect(await store.pushes.byToken(defined(unconfirmed).token)).toBeNull();
      const confirmed = await begin();
      await follow(later(1), 'https://new.example');
      expect(await store.pushes.byToken(confirmed.token)).toBeNull();
      expect(await due(later(1))).toMatchObject([{ publicUrl: 'https://new.example', state: 'wanted' }]);
    });

    it('stay as they are while the source says the same or nothing', async () => {
      const push = await begin();
      await offers('hub');
      await read({});
      await store.sources.recordReading(source.id, {
        at: start,
        nextDueAt: later(1),
        outcome: 'failed',
        error: 'HTTP 503',
      });
      await follow();
      expect(await store.pushes.byToken(push.token)).toEqual(push);
      expect(await find()).toMatchObject({ hub: offerOf('hub'), pushedUntil: lease.endsAt });
    });

    it('are not trusted after a reading that showed the hub silent, until it brings something', async () => {
      const push = await begin();
      await read({ isHubSilent: true });
      expect((await find()).pushedUntil).toBeNull();
      await store.pushes.receive(push, { body: bytes('news'), contentType: null }, start);
      expect((await find()).pushedUntil).toEqual(lease.endsAt);
    });

    it('are not trusted where no hub reaches the bot', async () => {
      await begin();
      await store.pushes.backToReading(later(minuteMs));
      expect(await find()).toMatchObject({ pushedUntil: null, nextDueAt: later(minuteMs) });
      const [, other] = await store.sources.list(['global']);
      expect(defined(other).nextDueAt).toEqual(start);
    });

    it('forget what an address said when a source moves to another', async () => {
      await begin();
      await store.sources.putGlobal([describeSource('a', { url: 'https://new.example/' })], start);
      expect(await find()).toMatchObject({ hub: null, pushedUntil: null });
    });
  });
}
