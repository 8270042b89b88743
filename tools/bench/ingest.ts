/**
 * Measures ingest with a real store, the publishers in another process: feeds of 50 new items each, and 10,000 sources
 * that answer "not modified".
 * Run: npm run build && node --expose-gc dist/tools/bench/ingest.js [feeds] [unchanged sources]
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import type { Clock } from '../../src/domain/clock.ts';
import type { Log } from '../../src/domain/log.ts';
import type { SourceDescription } from '../../src/domain/source.ts';
import { createIngest } from '../../src/ingest/create-ingest.ts';
import type { Ingest, IngestRound } from '../../src/ingest/ingest.ts';
import { parseFeed } from '../../src/sources/feed/parse-feed.ts';
import { createSourceReader } from '../../src/sources/source-reader.ts';
import { openStore } from '../../src/store/open-store.ts';
import { renderFeed } from './render-feed.ts';

const [feeds = 40, unchanged = 10_000] = process.argv.slice(2).map(Number);
const articlesOfFeed = 50;
const editions = 3;

const leastArticlesPerSecond = 500;
const mostHoldMs = 50;
const mostCpuMsPerPoll = 1;
const mostMemoryMb = 250;

/** Seven hours pass between two editions; every source is due again then. */
let beganMs = Date.UTC(2026, 2, 2);
const clock: Clock = {
  now: () => new Date(beganMs + performance.now()),
  after(delayMs, act) {
    const timer = setTimeout(act, delayMs);
    return () => clearTimeout(timer);
  },
};
const log: Log = { debug: () => {}, info: () => {}, warn: print, error: print };

function print(fields: unknown, text: string): void {
  console.error(text, fields);
}

const server = await startServer();
const folder = await mkdtemp(join(tmpdir(), 'satwire-bench-'));
const reader = createSourceReader({ clock, log, allowPrivateAddresses: true });
const polls = unchanged === 0 ? null : await measurePolls();
const articles = feeds === 0 ? null : await measureArticles();
if (feeds > 0) measureParsing();
await reader.close();
await rm(folder, { recursive: true, force: true });
server.child.send('stop');

const isGood =
  (polls === null || (polls.cpuMsPerPoll <= mostCpuMsPerPoll && polls.memoryMb <= mostMemoryMb)) &&
  (articles === null ||
    (articles.perSecond >= leastArticlesPerSecond && articles.longestHoldMs <= mostHoldMs));
console.log(isGood ? 'within the aims' : 'NOT within the aims');
process.exitCode = isGood ? 0 : 1;

/** Sources that a round did not wait for are told of by the next, in which some are due once more. */
async function readAll(ingest: Ingest): Promise<Pick<IngestRound, 'sourcesRead' | 'articlesAdded'>> {
  const round = await ingest.runRound();
  await ingest.settle();
  const rest = await ingest.runRound();
  return {
    sourcesRead: round.sourcesRead + rest.sourcesRead,
    articlesAdded: round.articlesAdded + rest.articlesAdded,
  };
}

async function measureArticles() {
  const store = await openStore({ url: `file:${join(folder, 'articles.db')}`, clock, log });
  await store.sources.putGlobal(describeSources(feeds, 'feed'), clock.now());
  const ingest = createIngest({ store, sources: reader, clock, log, onSaved: () => {} });
  let best = { perSecond: 0, longestHoldMs: 0 };
  for (let edition = 1; edition <= editions; edition += 1) {
    await nextEdition();
    const {
      result,
      tookMs,
      cpuMs,
      longestDelayMs: delayMs,
      longestHoldMs,
    } = await measure(() => readAll(ingest));
    if (result.articlesAdded !== feeds * articlesOfFeed) throw new Error(`${result.articlesAdded} articles`);
    const perSecond = Math.round((result.articlesAdded / tookMs) * 1000);
    const perCpuSecond = Math.round((result.articlesAdded / cpuMs) * 1000);
    const { items } = await store.stories.latest({ scopes: ['global'] }, { page: 1, size: 100 });
    const joined = items.filter((story) => story.reports.length > 1).length;
    console.log(`${feeds} feeds of ${articlesOfFeed} new items`, {
      perSecond,
      perCpuSecond,
      longestDelayMs: delayMs,
      longestHoldMs,
      joined,
    });
    best = {
      perSecond: Math.max(best.perSecond, perSecond),
      longestHoldMs: Math.max(best.longestHoldMs, longestHoldMs),
    };
  }
  await store.close();
  return best;
}

async function measurePolls() {
  const store = await openStore({ url: `file:${join(folder, 'polls.db')}`, clock, log });
  await store.sources.putGlobal(describeSources(unchanged, 'same'), clock.now());
  const ingest = createIngest({ store, sources: reader, clock, log, onSaved: () => {} });
  const first = await readAll(ingest);
  if (first.sourcesRead < unchanged) throw new Error(`${first.sourcesRead} sources read`);
  pass(7);
  const { result, tookMs, cpuMs, longestDelayMs: delayMs } = await measure(() => readAll(ingest));
  if (result.sourcesRead < unchanged) throw new Error(`${result.sourcesRead} sources read`);
  const memoryMb = Math.round(process.memoryUsage.rss() / 1_048_576);
  const polled = {
    cpuMsPerPoll: cpuMs / result.sourcesRead,
    wallMsPerPoll: tookMs / result.sourcesRead,
    memoryMb,
    longestDelayMs: delayMs,
  };
  console.log(`${unchanged} sources not modified`, polled);
  await store.close();
  return polled;
}

function measureParsing(): void {
  const host = 'https://bench.invalid';
  const texts = Array.from({ length: 20 }, (_, feed) =>
    renderFeed({ host, feed, edition: 9, count: articlesOfFeed, newest: clock.now() }),
  );
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const ours = () =>
    encoded.forEach((bytes) => parseFeed({ bytes, url: host, contentType: 'application/rss+xml' }));
  const feedsmith = () => texts.forEach((text) => parseWithFeedsmith(text));
  for (const parse of [ours, feedsmith]) parse();
  console.log('parsing a feed of 50 items, ms', { ours: timeOf(ours), feedsmith: timeOf(feedsmith) });

  function timeOf(parse: () => void): number {
    const beganMs = threadMs();
    parse();
    return Math.round(((threadMs() - beganMs) / texts.length) * 10) / 10;
  }
}

async function measure<Result>(act: () => Promise<Result>) {
  globalThis.gc?.();
  const delays = monitorEventLoopDelay({ resolution: 1 });
  const holds = monitorHolds();
  delays.enable();
  const cpu = process.cpuUsage();
  const began = performance.now();
  const result = await act();
  const tookMs = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  delays.disable();
  return {
    result,
    tookMs,
    cpuMs: (user + system) / 1000,
    longestDelayMs: Math.round(delays.max / 1e6),
    longestHoldMs: holds.stop(),
  };
}

/** Unlike the delay, the hold counts only what this thread computed: on a busy machine others delay it too. */
function monitorHolds(): { stop(): number } {
  let longestMs = 0;
  let last = threadMs();
  const timer = setInterval(() => {
    longestMs = Math.max(longestMs, threadMs() - last);
    last = threadMs();
  }, 1);
  return {
    stop() {
      clearInterval(timer);
      return Math.round(longestMs);
    },
  };
}

/** What the event loop's own thread computed; where the system does not tell, what all threads did. */
function threadMs(): number {
  const { user, system } = process.cpuUsage();
  const path = `/proc/self/task/${process.pid}/schedstat`;
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6 : (user + system) / 1000;
}

function describeSources(count: number, kind: 'feed' | 'same'): readonly SourceDescription[] {
  return Array.from({ length: count }, (_, number) => ({
    key: `${kind}${number}`,
    name: `Publisher ${number}`,
    kind: 'feed',
    url: `${server.url}/${kind}/${number}`,
    home: null,
    language: 'en',
    address: 'seen',
    settings: {},
  }));
}

function pass(hours: number): void {
  beganMs += hours * 3_600_000;
}

async function nextEdition(): Promise<void> {
  pass(7);
  server.child.send(`next ${feeds}`);
  await once(server.child, 'message');
}

async function startServer(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = fork(fileURLToPath(new URL('feed-server.js', import.meta.url)), { execArgv: [] });
  const [ready] = await once(child, 'message');
  const url: unknown = ready?.url;
  if (typeof url !== 'string') throw new Error('the server did not start');
  return { child, url };
}
