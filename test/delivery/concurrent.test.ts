import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDelivery } from '../../src/delivery/create-delivery.ts';
import type { SendOutcome } from '../../src/platforms/platform.ts';
import { createRouting } from '../../src/routing/route.ts';
import { openStore } from '../../src/store/open-store.ts';
import { english } from '../../src/texts/english.ts';
import { createFakePlatform, createGate, type FakePlatform } from '../fakes/platform.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { createNewsroom } from '../support/newsroom.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';

const busy: SendOutcome = { kind: 'retry', afterMs: 0, reason: 'busy' };
const titles = Array.from({ length: 12 }, (_, index) => `Story ${index}`);

describe('two copies of the program on one PostgreSQL', { timeout: 60_000 }, () => {
  let postgres: TestPostgres;
  beforeAll(async () => {
    postgres = await startTestPostgres();
  });
  afterAll(() => postgres.stop());

  /** Copies of routing and delivery, each with a store and a platform of its own, and a newsroom beside them. */
  async function openCopies(count: number) {
    const url = await postgres.createStoreDatabase();
    const clock = createTestClock();
    const log = createTestLog();
    const openCopy = async () => {
      const store = await openStore({ url, clock, log });
      const platform = createFakePlatform();
      const delivery = createDelivery({ store, platforms: [platform], texts: english, clock, log });
      const routing = createRouting({ store, clock, log, onRouted: () => undefined });
      return { store, platform, delivery, routing };
    };
    const copies = await Promise.all(Array.from({ length: count }, openCopy));
    const [one, two] = copies;
    if (one === undefined || two === undefined) throw new Error('two copies at least');
    const newsroom = createNewsroom(one.store, clock);
    const close = () => Promise.all(copies.map(({ store }) => store.close()));
    return { one, two, copies, clock, log, newsroom, close };
  }

  const postsOf = (...platforms: readonly FakePlatform[]) => platforms.flatMap(({ posted }) => posted);
  const expected = (channels: readonly string[]) =>
    channels.flatMap((channel) => titles.map((title) => `${channel}: ${title}`)).sort();

  test('send each story once to each channel, whoever routes and sends it', async () => {
    const { one, two, copies, newsroom, close } = await openCopies(3);
    const channels = Array.from({ length: 15 }, (_, index) => `c${index}`);
    for (const name of channels) await newsroom.subscribe(await newsroom.channel(name));
    for (const title of titles) await newsroom.report(title);
    await Promise.all(copies.map(({ routing }) => routing.runRound()));
    // Sends end in an order of their own, so that the copies interleave.
    for (const { platform } of copies) {
      let turn = 0;
      platform.onSend(async () => {
        turn += 1;
        for (let wait = turn % 4; wait > 0; wait -= 1) await one.store.deliveries.counts();
        return { kind: 'sent', messageId: '1', form: 'text' };
      });
    }
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(copies.map(({ delivery }) => delivery.runRound()));
    }
    const platforms = copies.map(({ platform }) => platform);
    expect(postsOf(...platforms).sort()).toEqual(expected(channels));
    expect(await two.store.deliveries.counts()).toMatchObject({ sent: 180, pending: 0, sending: 0 });
    await close();
  });

  test('leave a channel to the copy that is sending there', async () => {
    const { one, two, newsroom, close } = await openCopies(2);
    await newsroom.subscribe(await newsroom.channel('desk'));
    for (const title of titles) await newsroom.report(title);
    await one.routing.runRound();
    const gate = createGate();
    one.platform.onSend(async () => {
      await gate.opened;
      return busy;
    });
    const round = one.delivery.runRound();
    await expect.poll(() => one.platform.underWay.now).toBe(1);
    expect(await two.delivery.runRound()).toMatchObject({ sent: 0 });
    gate.open();
    await round;
    expect(two.platform.asked).toEqual([]);
    await close();
  });

  test('take over from a copy that died, and what that one says too late changes nothing', async () => {
    const { one, two, clock, log, newsroom, close } = await openCopies(2);
    const channel = await newsroom.channel('desk');
    await newsroom.subscribe(channel);
    await newsroom.report('A story');
    await one.routing.runRound();
    const [claimed] = await one.store.deliveries.claim({
      now: clock.now(),
      leaseMs: 1_000,
      limit: 1,
      platforms: ['console'],
    });
    const startedAt = clock.now();
    clock.advance(1_000);
    expect(await two.delivery.runRound()).toMatchObject({ sent: 1 });
    expect(two.platform.asked).toMatchObject([{ uncertainSince: startedAt }]);
    const id = claimed?.delivery.id ?? 0n;
    await one.store.deliveries.record(id, { kind: 'rejected', reason: 'too late' }, clock.now());
    expect(await two.store.deliveries.get(id)).toMatchObject({ state: 'sent', reason: null });
    expect(log.lines.filter(({ level }) => level === 'warn')).toMatchObject([
      { text: 'an attempt ended after its lease, and is not recorded' },
    ]);
    await close();
  });
});
