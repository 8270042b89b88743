/** A publisher whose feed names a hub, that hub, and the whole bot between them and a channel. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import type { Source } from '../../src/domain/source.ts';
import { createFakePlatform, type FakePlatform } from '../fakes/platform.ts';
import { startHub, type Hub } from '../fakes/hub.ts';
import { startPublisher, type Publisher } from '../fakes/publisher.ts';
import { sourceDescription } from '../fakes/source-reader.ts';
import { createTestClock, type TestClock } from './clock.ts';
import { createTestLog } from './log.ts';
import { makeTestFolder } from './store.ts';
import { defined, putChannel, subscribe } from './stored.ts';

export const publicUrl = 'https://bot.example';

export interface PushWorld {
  readonly publisher: Publisher;
  readonly hub: Hub;
  readonly clock: TestClock;
  readonly log: ReturnType<typeof createTestLog>;
  /** A feed with these headlines, each published just now; it names the hub. */
  readonly feed: (...titles: readonly string[]) => string;
  /** Starts the bot, again after a stop, on the same database. */
  readonly start: (options?: { readonly publicUrl?: string | null }) => Promise<RunningBot>;
}

export interface RunningBot {
  readonly app: App;
  readonly platform: FakePlatform;
  /** Resolves with its title when the next story has been posted. */
  readonly nextPost: () => Promise<string>;
  readonly source: () => Promise<Source>;
  readonly port: () => number;
}

export async function openPushWorld(): Promise<PushWorld> {
  const clock = createTestClock();
  const log = createTestLog();
  const [publisher, hub] = await Promise.all([startPublisher(), startHub()]);
  onTestFinished(async () => void (await Promise.all([publisher.close(), hub.close()])));
  const path = join(await makeTestFolder(), 'push.db');

  const item = (title: string) => {
    const url = `${publisher.url}/${title.toLowerCase().replaceAll(' ', '-')}`;
    return `<item><title>${title}</title><link>${url}</link><guid>${url}</guid>
      <pubDate>${clock.now().toUTCString()}</pubDate>
      <description>${'The exchange said on Monday what became of it. '.repeat(20)}</description></item>`;
  };
  const feed = (...titles: readonly string[]) =>
    `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
      <title>Harbour Wire</title><link>${publisher.url}</link>
      <atom:link rel="hub" href="${hub.url}"/><atom:link rel="self" href="${publisher.url}/feed"/>
      ${titles.map(item).join('')}</channel></rss>`;

  async function start({ publicUrl: reachedAt = publicUrl }: { readonly publicUrl?: string | null } = {}) {
    const settings = parseConfig({
      DATABASE_URL: `file:${path}`,
      FETCH_PRIVATE_ADDRESSES: 'true',
      HTTP_PORT: '1',
      ...(reachedAt === null ? {} : { PUBLIC_URL: reachedAt }),
    });
    const platform = createFakePlatform();
    const app = await openApp({
      // Any port that is free.
      config: { ...settings, HTTP_PORT: 0 },
      log,
      clock,
      sources: [sourceDescription('harbour', { url: `${publisher.url}/feed` })],
      platforms: () => [platform],
    });
    onTestFinished(() => app.stop().catch(() => undefined));
    if ((await app.store.channels.find({ platform: 'console', address: 'news' })) === null) {
      await subscribe(app.store, await putChannel(app.store, 'news'));
    }
    let tell: (title: string) => void = () => undefined;
    platform.onSend(() => {
      setImmediate(() => tell(defined(platform.posted.at(-1))));
      return undefined;
    });
    await app.start();
    const port = () => defined(app.httpPort());
    if (reachedAt !== null) hub.route(reachedAt, port());
    return {
      app,
      platform,
      port,
      nextPost: () => new Promise<string>((resolve) => void (tell = resolve)),
      source: async () => defined((await app.store.sources.list(['global']))[0]),
    };
  }
  return { publisher, hub, clock, log, feed, start };
}
