/** From a hub to a channel: the whole bot, over HTTP, and no clock that moves unless a test turns it. */
import { describe, expect, it } from 'vitest';
import { sign } from '../fakes/hub.ts';
import { openPushWorld, type PushWorld } from '../support/push-world.ts';
import { defined } from '../support/stored.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const readings = ({ publisher }: PushWorld) =>
  publisher.requests.filter(({ path }) => path === '/feed').length;

/** A bot whose one source was read, and is pushed. */
async function openPushed() {
  const world = await openPushWorld();
  const confirmed = world.hub.nextDone();
  const bot = await world.start();
  await confirmed;
  return { ...world, world, bot };
}

describe('a source whose feed names a hub', { timeout: 30_000 }, () => {
  it('is pushed: what the hub brings is posted at once, and the feed is not asked again', async () => {
    const { publisher, hub, feed, world, bot } = await openPushed();
    expect(hub.asked).toEqual([
      {
        'hub.mode': 'subscribe',
        'hub.topic': `${publisher.url}/feed`,
        'hub.callback': expect.stringMatching(/^https:\/\/bot\.example\/websub\/[\w-]{32}$/),
        'hub.secret': expect.stringMatching(/^[\da-f]{64}$/),
        'hub.lease_seconds': '864000',
      },
    ]);
    expect(hub.confirmations).toEqual([
      { status: 200, text: 'challenge-1', contentType: 'text/plain; charset=utf-8' },
    ]);
    expect((await bot.source()).pushedUntil).toEqual(new Date('2026-03-12T09:00:00Z'));

    const posted = bot.nextPost();
    expect(await hub.publish(feed('Tokyo bank opens desk'))).toMatchObject([{ status: 202 }]);
    expect(await posted).toBe('news: Tokyo bank opens desk');
    expect(readings(world)).toBe(1);
  });

  it('posts nothing that is not signed as it must be, and then what is', async () => {
    const { hub, feed, world, bot } = await openPushed();
    const [callback = ''] = hub.subscribers.keys();
    const forged = feed('Send all coins to Mallory');
    for (const signature of ['', 'sha256=00', 'sha1=da39a3ee5e6b4b0d3255bfef95601890afd80709']) {
      expect(await hub.bring(callback, forged, { 'x-hub-signature': signature })).toMatchObject({
        status: 202,
      });
    }
    const posted = bot.nextPost();
    await hub.publish(feed('Tokyo bank opens desk'));
    expect(await posted).toBe('news: Tokyo bank opens desk');
    expect(bot.platform.posted).toHaveLength(1);
    expect(readings(world)).toBe(1);
  });

  it('is posted once, whether a hub or a reading tells it first', async () => {
    const { publisher, hub, clock, feed, world, bot } = await openPushed();
    const first = bot.nextPost();
    await hub.publish(feed('Tokyo bank opens desk'));
    await first;
    publisher.serve('/feed', { body: feed('Lima miner halts rigs', 'Tokyo bank opens desk') });
    const second = bot.nextPost();
    clock.advance(hourMs);
    expect(await second).toBe('news: Lima miner halts rigs');
    const third = bot.nextPost();
    await hub.publish(feed('Oslo mint cuts fees', 'Lima miner halts rigs', 'Tokyo bank opens desk'));
    expect(await third).toBe('news: Oslo mint cuts fees');
    expect(bot.platform.posted).toHaveLength(3);
    expect(readings(world)).toBe(2);
  });

  it('is read at once where the hub brings something else', async () => {
    const { publisher, hub, feed, bot, clock } = await openPushed();
    publisher.serve('/feed', { body: feed('Tokyo bank opens desk') });
    const posted = bot.nextPost();
    clock.advance(60_000);
    await hub.publish('<html><body>Out of order</body></html>');
    expect(await posted).toBe('news: Tokyo bank opens desk');
  });

  it('is asked for anew before the lease ends, and goes on at the same callback', async () => {
    const { hub, clock, feed, bot } = await openPushed();
    const renewed = hub.nextDone();
    clock.advance(8 * dayMs);
    await renewed;
    expect(hub.asked).toHaveLength(2);
    expect(hub.asked[1]).toEqual(hub.asked[0]);
    expect((await bot.source()).pushedUntil).toEqual(new Date('2026-03-20T09:00:00Z'));
    const posted = bot.nextPost();
    await hub.publish(feed('Tokyo bank opens desk'));
    expect(await posted).toBe('news: Tokyo bank opens desk');
  });

  it('is pushed over a restart, without asking the hub again', async () => {
    const { hub, feed, world, bot } = await openPushed();
    await bot.app.stop();
    const again = await world.start();
    const posted = again.nextPost();
    expect(await hub.publish(feed('Tokyo bank opens desk'))).toMatchObject([{ status: 202 }]);
    expect(await posted).toBe('news: Tokyo bank opens desk');
    expect(hub.asked).toHaveLength(1);
    expect(readings(world)).toBe(1);
  });

  it('is pushed by a hub that confirms before it answers', async () => {
    const world = await openPushWorld();
    world.hub.mood = 'hasty';
    const asked = world.hub.nextDone();
    const bot = await world.start();
    await asked;
    expect(world.hub.confirmations).toMatchObject([{ status: 200 }]);
    const posted = bot.nextPost();
    await world.hub.publish(world.feed('Tokyo bank opens desk'));
    expect(await posted).toBe('news: Tokyo bank opens desk');
    expect((await bot.source()).pushedUntil).toEqual(new Date('2026-03-12T09:00:00Z'));
  });

  it('is pushed by a hub that confirms only after a restart', async () => {
    const world = await openPushWorld();
    world.hub.mood = 'forgetful';
    const asked = world.hub.nextDone();
    const bot = await world.start();
    const { 'hub.callback': callback = '', 'hub.topic': topic = '', 'hub.secret': secret = '' } = await asked;
    await bot.app.stop();
    const again = await world.start();
    const query = { 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': 'late' };
    expect(await world.hub.call(callback, query)).toMatchObject({ status: 200, text: 'late' });
    const posted = again.nextPost();
    const body = world.feed('Tokyo bank opens desk');
    await world.hub.bring(callback, body, { 'x-hub-signature': sign(body, secret) });
    expect(await posted).toBe('news: Tokyo bank opens desk');
    expect(world.hub.asked).toHaveLength(1);
  });

  it('has what came just before the end taken in after it', async () => {
    const { hub, feed, world, bot } = await openPushed();
    const [[, secret] = ['', '']] = hub.subscribers;
    const token = hub.asked[0]?.['hub.callback']?.split('/').at(-1) ?? '';
    const push = defined(await bot.app.store.pushes.byToken(token));
    expect(push.secret).toBe(secret);
    const document = { body: Buffer.from(feed('Tokyo bank opens desk')), contentType: null };
    await bot.app.store.pushes.receive(push, document, world.clock.now());
    await bot.app.stop();
    const again = await world.start();
    expect(await again.nextPost()).toBe('news: Tokyo bank opens desk');
  });

  it('is taken back at the hub when it is paused', async () => {
    const { hub, bot } = await openPushed();
    const asked = hub.nextDone();
    await bot.say('sources pause harbour');
    expect(await asked).toMatchObject({
      'hub.mode': 'unsubscribe',
      'hub.callback': hub.asked[0]?.['hub.callback'],
    });
    expect(hub.subscribers.size).toBe(0);
    expect(hub.confirmations.at(-1)).toMatchObject({ status: 200 });
    const [callback = ''] = hub.asked.map((form) => form['hub.callback']);
    expect((await hub.bring(callback, 'x')).status).toBe(410);
  });

  it('is read as usual when the hub says no', async () => {
    const { hub, clock, bot, world, publisher, feed } = await openPushed();
    const [callback = ''] = hub.subscribers.keys();
    const query = { 'hub.mode': 'denied', 'hub.topic': `${publisher.url}/feed`, 'hub.reason': 'closed' };
    expect((await hub.call(callback, query)).status).toBe(200);
    expect((await bot.source()).pushedUntil).toBeNull();
    publisher.serve('/feed', { body: feed('Tokyo bank opens desk') });
    const posted = bot.nextPost();
    clock.advance(hourMs);
    expect(await posted).toBe('news: Tokyo bank opens desk');
    expect(readings(world)).toBe(2);
  });

  it('is read as if there were no hub when nobody said where hubs reach the bot', async () => {
    const { hub, world, bot } = await openPushed();
    await bot.app.stop();
    const read = world.publisher.nextRequest('/feed');
    const again = await world.start({ publicUrl: null });
    await read;
    expect((await again.source()).pushedUntil).toBeNull();
    const [callback = ''] = hub.subscribers.keys();
    hub.route('https://bot.example', again.port());
    expect((await hub.bring(callback, 'x')).status).toBe(404);
    expect(hub.asked).toHaveLength(1);
  });

  it('is not asked for at a hub of a private network', async () => {
    const world = await openPushWorld();
    const bot = await world.start({ isGuarded: true });
    const { store } = bot.app;
    await store.sources.recordReading((await bot.source()).id, {
      at: world.clock.now(),
      nextDueAt: new Date(world.clock.now().getTime() + dayMs),
      outcome: 'read',
      etag: null,
      lastModified: null,
      movedTo: null,
      hub: { hubs: [world.hub.url], topic: 'https://harbour.example/feed' },
    });
    const refused = world.nextLog('hub refuses');
    await bot.say('sources resume harbour');
    expect((await refused).fields['reason']).toMatch(/is not an ordinary port|is not a public address/);
    expect(world.hub.asked).toEqual([]);
  });
});
