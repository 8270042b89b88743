/** From a hub to a channel: the whole bot, over HTTP, and no clock that moves unless a test turns it. */
import { describe, expect, it } from 'vitest';
import { openPushWorld } from '../support/push-world.ts';

const readings = (requests: readonly { readonly path: string }[]) =>
  requests.filter(({ path }) => path === '/feed').length;

describe('a source whose feed names a hub', () => {
  it('is pushed: what the hub brings is posted at once, and the feed is not asked again', async () => {
    const { publisher, hub, feed, start } = await openPushWorld();
    publisher.serve('/feed', { body: feed('Oslo exchange wins licence') });
    const confirmed = hub.nextDone();
    const { nextPost, platform, source } = await start();
    await confirmed;
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
    expect((await source()).pushedUntil).toEqual(new Date('2026-03-12T09:00:00Z'));

    const posted = nextPost();
    expect(await hub.publish(feed('Tokyo bank opens desk'))).toMatchObject([{ status: 202 }]);
    expect(await posted).toBe('news: Tokyo bank opens desk');
    expect(platform.posted).toEqual(['news: Tokyo bank opens desk']);
    expect(readings(publisher.requests)).toBe(1);
  });
});
