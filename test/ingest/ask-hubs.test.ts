import { describe, expect, it } from 'vitest';
import type { HubOffer } from '../../src/domain/push.ts';
import { createAskHubs } from '../../src/ingest/ask-hubs.ts';
import { ReaderClosed, type HubOutcome, type HubRequest } from '../../src/sources/source.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { openTestStore } from '../support/store.ts';
import { defined, putSources } from '../support/stored.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const publicUrl = 'https://bot.example';
const refused = (reason: string, retryAfterMs: number | null = null): HubOutcome => ({
  kind: 'refused',
  reason,
  retryAfterMs,
});

/** The stage over a real store; hubs answer as the test says, yes unless told. */
async function setUp(...names: readonly string[]) {
  const clock = createTestClock();
  const log = createTestLog();
  const store = await openTestStore({ clock, log });
  const source = defined((await putSources(store, 'a'))[0]);
  const asked: HubRequest[] = [];
  const answers = new Map<string, HubOutcome | Error>();
  const sources = {
    askHub: (request: HubRequest): Promise<HubOutcome> => {
      asked.push(request);
      const answer = answers.get(request.hub) ?? { kind: 'accepted' };
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  const start = (url = publicUrl) => createAskHubs({ store, sources, clock, log, publicUrl: url });
  const offer = (...hubs: readonly string[]): HubOffer => ({
    hubs: hubs.map((name) => `https://${name}.example/`),
    topic: 'https://a.example/feed',
  });
  const world = {
    clock,
    log,
    store,
    source,
    asked,
    round: start(),
    restart: (url?: string) => void (world.round = start(url)),
    offers: (...hubs: readonly string[]) =>
      store.sources.recordReading(source.id, {
        at: clock.now(),
        nextDueAt: clock.now(),
        outcome: 'read',
        etag: null,
        lastModified: null,
        movedTo: null,
        hub: hubs.length === 0 ? null : offer(...hubs),
      }),
    answer: (name: string, outcome: HubOutcome | Error) =>
      void answers.set(`https://${name}.example/`, outcome),
    /** The push that the last request was for. */
    push: async () => {
      const token = defined(asked.at(-1)).callback.split('/').at(-1);
      return store.pushes.byToken(token ?? '');
    },
    /** The hub that was asked last confirms for a time. */
    confirm: async (leaseMs = 10 * dayMs) => {
      const at = (ms: number) => new Date(clock.now().getTime() + ms);
      const push = defined(await world.push());
      await store.pushes.activate(push.id, { endsAt: at(leaseMs), renewAt: at(leaseMs * 0.8) });
    },
    /** Turns the clock, runs a round, and tells whom it asked, and for what. */
    later: async (ms: number) => {
      const from = asked.length;
      clock.advance(ms);
      await world.round();
      return asked.slice(from).map(({ mode, hub }) => `${mode} ${hub.slice(8, -9)}`);
    },
  };
  if (names.length > 0) await world.offers(...names);
  return world;
}

describe('a round', () => {
  it('asks nobody without a source that names a hub', async () => {
    const { round, asked } = await setUp();
    expect(await round()).toBeNull();
    expect(asked).toEqual([]);
  });

  it('asks the first hub of a source, once, and says when it looks again', async () => {
    const { later, round, asked, clock, source } = await setUp('hub', 'other');
    expect(await later(0)).toEqual(['subscribe hub']);
    expect(asked[0]).toMatchObject({
      topic: 'https://a.example/feed',
      callback: expect.stringMatching(/^https:\/\/bot\.example\/websub\/[\w-]{32}$/),
      leaseSeconds: 864_000,
    });
    expect(await round()).toEqual(new Date(clock.now().getTime() + 15 * minuteMs));
    expect(asked).toHaveLength(1);
    expect(source.hub).toBeNull();
  });

  it('goes on with the other hubs when asking one is a bug', async () => {
    const { later, answer, log, push } = await setUp('hub');
    answer('hub', new Error('a bug'));
    expect(await later(0)).toEqual(['subscribe hub']);
    expect(log.lines).toMatchObject([{}, { level: 'error', text: 'hub not asked' }]);
    expect(await later(15 * minuteMs)).toEqual(['subscribe hub']);
    expect((await push())?.attempts).toBe(2);
  });

  it('ends when the program does, and the hub is asked again at the next start', async () => {
    const { later, answer, log } = await setUp('hub');
    answer('hub', new ReaderClosed());
    await later(0);
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
    answer('hub', { kind: 'accepted' });
    expect(await later(15 * minuteMs)).toEqual(['subscribe hub']);
  });
});

describe('a hub that confirmed', () => {
  it('is asked again before its lease ends, with the same callback and secret', async () => {
    const { later, confirm, asked, push } = await setUp('hub', 'other');
    await later(0);
    await confirm();
    expect(await later(8 * dayMs - 1)).toEqual([]);
    expect(await later(1)).toEqual(['subscribe hub']);
    expect(asked[1]).toEqual(asked[0]);
    await confirm();
    expect(await later(8 * dayMs - 1)).toEqual([]);
    expect((await push())?.attempts).toBe(0);
  });

  it('is asked again and again while its lease runs, then the next one', async () => {
    const { later, confirm, answer, push, clock } = await setUp('hub', 'other');
    await later(0);
    await confirm();
    answer('hub', refused('HTTP 500'));
    expect(await later(8 * dayMs)).toEqual(['subscribe hub']);
    expect(await push()).toMatchObject({ state: 'active', lastError: 'HTTP 500' });
    expect(await later(5 * minuteMs)).toEqual(['subscribe hub']);
    expect(await later(10 * minuteMs)).toEqual(['subscribe hub']);
    expect(await later(2 * dayMs - 15 * minuteMs)).toEqual(['subscribe other']);
    expect(await push()).toMatchObject({ state: 'wanted', leaseEndsAt: null, hub: 'https://other.example/' });
    expect(clock.now()).toEqual(new Date('2026-03-12T09:00:00Z'));
  });

  it('is asked to stop when the source names it no more, and forgotten when it does', async () => {
    const { later, confirm, offers, push, store, asked } = await setUp('hub');
    await later(0);
    await confirm();
    await offers('other');
    expect(await later(6 * 60 * minuteMs)).toEqual([]);
    expect((await later(1)).sort()).toEqual(['subscribe other', 'unsubscribe hub']);
    const [first, ...others] = asked;
    const ending = defined(others.find(({ mode }) => mode === 'unsubscribe'));
    expect(ending.callback).toBe(first?.callback);
    expect(others.find(({ mode }) => mode === 'subscribe')?.callback).not.toBe(first?.callback);
    const token = ending.callback.split('/').at(-1) ?? '';
    await store.pushes.end(defined(await store.pushes.byToken(token)).id);
    expect((await push())?.hub).toBeDefined();
    expect((await later(20 * minuteMs)).filter((one) => one.startsWith('unsubscribe'))).toEqual([]);
  });

  it.each([
    ['is paused', 'pause'],
    ['is removed', 'remove'],
  ] as const)('is asked to stop when the source %s, three times at most', async (_, act) => {
    const { later, confirm, store, source, answer, push } = await setUp('hub');
    await later(0);
    await confirm();
    await store.sources[act](source.id);
    answer('hub', refused('HTTP 500'));
    expect(await later(1)).toEqual(['unsubscribe hub']);
    expect(await push()).toMatchObject({ state: 'ending', lastError: 'HTTP 500' });
    expect(await later(15 * minuteMs)).toEqual(['unsubscribe hub']);
    answer('hub', { kind: 'accepted' });
    expect(await later(15 * minuteMs)).toEqual(['unsubscribe hub']);
    expect(await push()).toBeNull();
    expect(await later(dayMs)).toEqual([]);
  });

  it('is asked anew, at another callback, when the bot has another public address', async () => {
    const { later, confirm, restart, asked } = await setUp('hub');
    await later(0);
    await confirm();
    restart('https://new.example/bot');
    expect(await later(1)).toEqual(['subscribe hub']);
    expect(asked[1]?.callback).toMatch(/^https:\/\/new\.example\/bot\/websub\//);
    expect(asked[1]?.secret).not.toBe(asked[0]?.secret);
  });
});

describe('a hub that was asked in vain', () => {
  it('is asked again after longer and longer pauses', async () => {
    const { later, answer, push, log } = await setUp('hub');
    answer('hub', refused('The hub answers with HTTP 500.'));
    await later(0);
    expect(await push()).toMatchObject({ state: 'wanted', lastError: 'The hub answers with HTTP 500.' });
    expect(log.lines.filter(({ level }) => level === 'warn').map(({ text }) => text)).toEqual([
      'hub refuses',
    ]);
    for (const minutes of [5, 10, 20, 40]) {
      expect(await later(minutes * minuteMs - 1)).toEqual([]);
      expect(await later(1)).toEqual(['subscribe hub']);
    }
  });

  it('is asked again when it wants to be', async () => {
    const { later, answer } = await setUp('hub');
    answer('hub', refused('HTTP 503', 2 * hourMs));
    await later(0);
    expect(await later(2 * hourMs - 1)).toEqual([]);
    expect(await later(1)).toEqual(['subscribe hub']);
  });

  it('makes room for the next one at once, each at a callback of its own', async () => {
    const { later, answer, asked } = await setUp('hub', 'other');
    answer('hub', refused('HTTP 404'));
    expect(await later(0)).toEqual(['subscribe hub', 'subscribe other']);
    expect(new Set(asked.flatMap(({ callback, secret }) => [callback, secret])).size).toBe(4);
  });

  it('has its turn again when the others refuse, too', async () => {
    const { later, answer } = await setUp('hub', 'other');
    answer('hub', refused('HTTP 404'));
    answer('other', refused('HTTP 404'));
    expect(await later(0)).toEqual(['subscribe hub', 'subscribe other']);
    expect(await later(5 * minuteMs)).toEqual(['subscribe hub', 'subscribe other']);
    expect(await later(9 * minuteMs)).toEqual([]);
    expect(await later(minuteMs)).toEqual(['subscribe hub', 'subscribe other']);
  });

  it('accepted and never confirmed: it is told so, and the next one is asked', async () => {
    const { later, push } = await setUp('hub', 'other');
    await later(0);
    expect((await push())?.lastError).toBe('The hub has not confirmed yet.');
    expect(await later(15 * minuteMs)).toEqual(['subscribe other']);
    expect(await later(15 * minuteMs)).toEqual(['subscribe hub']);
  });
});

describe('a hub that said no', () => {
  it('rests for a week, then is asked again under another token', async () => {
    const { later, push, store, clock, asked } = await setUp('hub');
    await later(0);
    const { id } = defined(await push());
    const nextTryAt = new Date(clock.now().getTime() + 7 * dayMs);
    await store.pushes.deny(id, { reason: 'The hub says no.', nextTryAt });
    expect(await later(7 * dayMs - 1)).toEqual([]);
    expect(await later(1)).toEqual(['subscribe hub']);
    expect(asked[1]?.callback).not.toBe(asked[0]?.callback);
  });

  it('is followed by the next one', async () => {
    const { later, push, store, clock } = await setUp('hub', 'other');
    await later(0);
    const { id } = defined(await push());
    await store.pushes.deny(id, { reason: 'The hub says no.', nextTryAt: clock.now() });
    expect(await later(0)).toEqual(['subscribe other']);
  });
});
