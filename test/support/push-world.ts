/** A publisher whose feed names a hub, that hub, and the whole bot between them and a channel. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openApp, type App } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import type { Source } from '../../src/domain/source.ts';
import type { Answer } from '../../src/dispatch/command.ts';
import type { PlatformDoors } from '../../src/platforms/platform.ts';
import { createFakePlatform, type FakePlatform } from '../fakes/platform.ts';
import { startHub, type Hub } from '../fakes/hub.ts';
import { startPublisher, type Publisher } from '../fakes/publisher.ts';
import { sourceDescription } from '../fakes/source-reader.ts';
import { createTestClock, type TestClock } from './clock.ts';
import { member } from './conversation.ts';
import { createTestLog, type LogLine } from './log.ts';
import { makeTestFolder } from './store.ts';
import { defined, putChannel, subscribe } from './stored.ts';

export const publicUrl = 'https://bot.example';

export interface PushWorld {
  readonly publisher: Publisher;
  readonly hub: Hub;
  readonly clock: TestClock;
  readonly log: ReturnType<typeof createTestLog>;
  /** Resolves with the next line of the log that says so. */
  readonly nextLog: (text: string) => Promise<LogLine>;
  /** A feed with these headlines, each published just now; it names the hub. */
  readonly feed: (...titles: readonly string[]) => string;
  /** Starts the bot, again after a stop, on the same database. */
  readonly start: (options?: StartOptions) => Promise<RunningBot>;
}

export interface StartOptions {
  /** Null: nobody said where hubs reach the bot. */
  readonly publicUrl?: string | null;
  /** Only public addresses are asked. */
  readonly isGuarded?: boolean;
}

export interface RunningBot {
  readonly app: App;
  readonly platform: FakePlatform;
  /** Resolves with its title when the next story has been posted. */
  readonly nextPost: () => Promise<string>;
  /** As an owner types it. */
  readonly say: (line: string) => Promise<Answer>;
  readonly source: () => Promise<Source>;
  readonly port: () => number;
}

export async function openPushWorld(): Promise<PushWorld> {
  const clock = createTestClock();
  const log = createTestLog();
  const heard: ((line: LogLine) => void)[] = [];
  log.lines.push = (...lines) => {
    for (const line of lines) for (const hear of heard) hear(line);
    return Array.prototype.push.apply(log.lines, lines);
  };
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

  async function start({ publicUrl: reachedAt = publicUrl, isGuarded = false }: StartOptions = {}) {
    const settings = parseConfig({
      DATABASE_URL: `file:${path}`,
      FETCH_PRIVATE_ADDRESSES: String(!isGuarded),
      HTTP_PORT: '1',
      ...(reachedAt === null ? {} : { PUBLIC_URL: reachedAt }),
    });
    const platform = createFakePlatform();
    let doors: PlatformDoors | null = null;
    const app = await openApp({
      // Any port that is free.
      config: { ...settings, HTTP_PORT: 0 },
      log,
      clock,
      sources: [sourceDescription('harbour', { url: `${publisher.url}/feed` })],
      platforms: () => [
        {
          ...platform,
          start: async (given) => {
            doors = given;
          },
        },
      ],
    });
    onTestFinished(() => app.stop().catch(() => undefined));
    if ((await app.store.channels.find({ platform: 'console', address: 'news' })) === null) {
      await subscribe(app.store, await putChannel(app.store, 'news'));
    }
    let [seen, look] = [0, (): void => undefined];
    platform.onSend(() => {
      setImmediate(() => look());
      return undefined;
    });
    await app.start();
    const port = () => defined(app.httpPort());
    if (reachedAt !== null) hub.route(reachedAt, port());
    return {
      app,
      platform,
      port,
      nextPost: () =>
        new Promise<string>((resolve) => {
          look = () => {
            const title = platform.posted[seen];
            if (title === undefined) return;
            seen += 1;
            look = () => undefined;
            resolve(title);
          };
          look();
        }),
      say: (line: string) =>
        defined(doors).onCommand({
          asker: { ...member, isModerator: true, isOwner: true },
          ask: { kind: 'line', line },
          findChannel: async () => ({ problem: 'none here' }),
          missingPermissions: [],
        }),
      source: async () => defined((await app.store.sources.list(['global']))[0]),
    };
  }
  const nextLog = (text: string) =>
    new Promise<LogLine>((resolve) => {
      heard.push((line) => {
        if (line.text === text) resolve(line);
      });
    });
  publisher.serve('/feed', { body: feed('Oslo exchange wins licence') });
  return { publisher, hub, clock, log, nextLog, feed, start };
}
