import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Push } from '../../src/domain/push.ts';
import { createHttpApp } from '../../src/http/create-http-app.ts';
import { startHttpServer } from '../../src/http/http-server.ts';
import { sign } from '../fakes/hub.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog, type LogLine } from '../support/log.ts';
import { openTestStore } from '../support/store.ts';
import { defined, putSources } from '../support/stored.ts';

const topic = 'https://a.example/feed';
const dayMs = 24 * 3_600_000;
const feed = '<rss version="2.0"><channel><title>A</title></channel></rss>';

/** The callback behind a real server, and a push that a hub was asked for. */
async function setUp(hubs: readonly string[] = ['https://hub.example/']) {
  const clock = createTestClock();
  const log = createTestLog();
  const store = await openTestStore({ clock, log });
  const [source] = await putSources(store, 'a');
  const told: string[] = [];
  const app = createHttpApp({
    store,
    clock,
    log,
    pushes: {
      publicUrl: 'https://bot.example/news',
      onPushed: () => void told.push('pushed'),
      onDenied: () => void told.push('denied'),
    },
  });
  const server = await startHttpServer({ app, host: '127.0.0.1', port: 0, clock });
  onTestFinished(() => server.stop());
  await store.sources.recordReading(defined(source).id, {
    at: clock.now(),
    nextDueAt: new Date(clock.now().getTime() + 60_000),
    outcome: 'read',
    etag: null,
    lastModified: null,
    movedTo: null,
    hub: { hubs, topic },
  });
  await store.pushes.follow({ now: clock.now(), publicUrl: 'https://bot.example' });
  const claimed = await store.pushes.claimDue({ now: clock.now(), retryMs: 60_000, limit: 1 });
  const { token, secret } = defined(claimed[0]);
  const address = (of = token) => `http://127.0.0.1:${server.port}/websub/${of}`;
  const push = async (): Promise<Push> => defined(await store.pushes.byToken(token));
  return {
    clock,
    log,
    store,
    told,
    push,
    source: async () => defined((await store.sources.list(['global']))[0]),
    end: async () => {
      await store.sources.pause(defined(source).id);
      await store.pushes.follow({ now: clock.now(), publicUrl: 'https://bot.example' });
    },
    get: async (query: Readonly<Record<string, string>>, of = token) => {
      const answer = await fetch(`${address(of)}?${new URLSearchParams(query).toString()}`);
      return { status: answer.status, text: await answer.text(), headers: answer.headers };
    },
    post: async (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}, of = token) => {
      const bytes = Buffer.from(body);
      const signature = { 'x-hub-signature': sign(bytes, secret) };
      const answer = await fetch(address(of), {
        method: 'POST',
        body: bytes,
        headers: { ...signature, ...headers },
      });
      return answer.status;
    },
    /** What waits for ingest, as text. */
    waiting: async () => {
      const documents = await store.pushes.claimDocuments({ now: clock.now(), leaseMs: 1, limit: 10 });
      return documents.map(({ body, contentType }) => ({ text: Buffer.from(body).toString(), contentType }));
    },
    secret,
    /** Begins to bring something of that length, and brings nothing of it yet. */
    begin: (length: number, headers: Readonly<Record<string, string>> = {}) => {
      const posting = request(address(), {
        method: 'POST',
        headers: { 'content-length': length, ...headers },
      });
      onTestFinished(() => void posting.destroy());
      const status = once(posting, 'response').then(([answer]: IncomingMessage[]) => answer?.statusCode);
      status.catch(() => undefined);
      return { posting, status };
    },
    nextLog: () =>
      new Promise<LogLine>((resolve) => {
        log.lines.push = (line) => {
          resolve(defined(line));
          return log.lines.length;
        };
      }),
    below: (path: string) =>
      fetch(address().replace('/websub/', `${path}/websub/`), { method: 'POST', body: 'x' }),
  };
}

const write = (posting: ClientRequest, body: string | Uint8Array) =>
  new Promise<void>((resolve) => {
    posting.write(body, () => resolve());
  });

const asks = (mode: string, parts: Readonly<Record<string, string>> = {}) => ({
  'hub.mode': mode,
  'hub.topic': topic,
  'hub.challenge': 'c1<b>',
  ...parts,
});

describe('a hub that asks whether a push was meant', () => {
  it('has its challenge echoed as plain text, and its lease kept', async () => {
    const { get, push, source, clock } = await setUp();
    const { status, text, headers } = await get(asks('subscribe', { 'hub.lease_seconds': '86400' }));
    expect({ status, text }).toEqual({ status: 200, text: 'c1<b>' });
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const leaseEndsAt = new Date(clock.now().getTime() + dayMs);
    expect(await push()).toMatchObject({ state: 'active', leaseEndsAt, attempts: 0 });
    expect((await source()).pushedUntil).toEqual(leaseEndsAt);
  });

  it.each<[Readonly<Record<string, string>>]>([
    [{}],
    [{ 'hub.lease_seconds': '0' }],
    [{ 'hub.lease_seconds': '-5' }],
    [{ 'hub.lease_seconds': 'x' }],
  ])('gets ten days where its lease is none: %j', async (parts) => {
    const { get, push, clock } = await setUp();
    expect((await get(asks('subscribe', parts))).status).toBe(200);
    expect((await push()).leaseEndsAt).toEqual(new Date(clock.now().getTime() + 10 * dayMs));
  });

  it('may write the topic in another way', async () => {
    const { get } = await setUp();
    expect(await get(asks('subscribe', { 'hub.topic': 'https://A.example:443/feed' }))).toMatchObject({
      status: 200,
    });
  });

  it.each([
    ['of another topic', asks('subscribe', { 'hub.topic': 'https://b.example/feed' })],
    ['of no topic', { 'hub.mode': 'subscribe', 'hub.challenge': 'c1' }],
    ['of a topic that is no address', asks('subscribe', { 'hub.topic': 'feed' })],
    ['to end what is wanted', asks('unsubscribe')],
    ['for another mode', asks('publish')],
    ['for nothing', {}],
  ])('gets 404 when it asks for a push %s', async (_, query) => {
    const { get, push } = await setUp();
    expect(await get(query)).toMatchObject({ status: 404, text: '' });
    expect(await push()).toMatchObject({ state: 'wanted' });
  });

  it.each(['unknown', 'x'.repeat(32), '%2e%2e', 'a b'])('gets 404 at the callback %s', async (token) => {
    const { get } = await setUp();
    expect((await get(asks('subscribe'), encodeURIComponent(token))).status).toBe(404);
  });

  it('may end a push that is no longer wanted, and not begin it', async () => {
    const { get, end, post } = await setUp();
    await get(asks('subscribe'));
    await end();
    expect((await get(asks('subscribe'))).status).toBe(404);
    expect(await get(asks('unsubscribe'))).toMatchObject({ status: 200, text: 'c1<b>' });
    expect((await get(asks('unsubscribe'))).status).toBe(404);
    expect(await post(feed)).toBe(410);
  });
});

describe('a hub that says no', () => {
  it('is heard with its reason, and the one who asks hubs is woken', async () => {
    const { get, push, store, told, log, clock, source } = await setUp();
    await get(asks('subscribe'));
    const reason = `not\n here ${'x'.repeat(500)}`;
    expect((await get(asks('denied', { 'hub.reason': reason }))).status).toBe(200);
    const denied = await push();
    expect(denied).toMatchObject({
      state: 'denied',
      lastError: expect.stringMatching(/^The hub says no: not here x+$/),
    });
    expect(denied.lastError?.length).toBeLessThan(230);
    expect(told).toEqual(['denied']);
    expect((await source()).pushedUntil).toBeNull();
    expect(await store.pushes.nextTryAt()).toEqual(new Date(clock.now().getTime() + 7 * dayMs));
    expect(log.lines.some(({ text }) => text === 'hub denied')).toBe(true);
  });

  it('is not told with the secret parts that it says back', async () => {
    const { get, push, log, secret } = await setUp();
    const { token } = await push();
    await get(asks('denied', { 'hub.reason': `no ${token} with ${secret} here` }));
    expect((await push()).lastError).toBe('The hub says no: no … with … here');
    expect(JSON.stringify(log.lines)).not.toContain(token);
  });

  it('makes room for another hub at once', async () => {
    const { get, push, store, clock } = await setUp(['https://hub.example/', 'https://other.example/']);
    await get(asks('denied'));
    expect((await push()).lastError).toBe('The hub says no.');
    expect(await store.pushes.nextTryAt()).toEqual(clock.now());
  });

  it('is not heard on another topic', async () => {
    const { get, push } = await setUp();
    await get(asks('denied', { 'hub.topic': 'https://b.example/feed' }));
    expect((await push()).state).toBe('wanted');
  });
});

describe('a hub that brings news', () => {
  it('has it kept as it is, and the one who takes it in is woken', async () => {
    const { post, waiting, told } = await setUp();
    expect(await post(feed, { 'content-type': 'application/rss+xml' })).toBe(202);
    expect(told).toEqual(['pushed']);
    expect(await waiting()).toEqual([{ text: feed, contentType: 'application/rss+xml' }]);
  });

  it.each(['sha1', 'sha384', 'sha512'])('may sign by %s', async (method) => {
    const { post, waiting, secret } = await setUp();
    expect(await post(feed, { 'x-hub-signature': sign(feed, secret, method) })).toBe(202);
    expect(await waiting()).toHaveLength(1);
  });

  it.each([
    ['not signed', ''],
    ['signed with another secret', sign(feed, 'another')],
    ['signed for another body', sign('other', 'secret')],
  ])('is thanked, and nothing is kept, where it is %s', async (_, signature) => {
    const { post, waiting, told, log } = await setUp();
    expect(await post(feed, { 'x-hub-signature': signature })).toBe(202);
    expect(await waiting()).toEqual([]);
    expect(told).toEqual([]);
    expect(log.lines.filter(({ level }) => level === 'warn').map(({ text }) => text)).toEqual([
      'pushed document ignored',
    ]);
  });

  it('is told at an unknown callback that the push is gone', async () => {
    const { post } = await setUp();
    expect(await post(feed, {}, 'x'.repeat(32))).toBe(410);
    expect(await post(feed, {}, 'short')).toBe(410);
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('may pack it: %s', async (encoding, pack) => {
    const { post, waiting, secret } = await setUp();
    const packed = pack(feed);
    expect(await post(packed, { 'content-encoding': encoding })).toBe(202);
    expect(await post(packed, { 'content-encoding': encoding, 'x-hub-signature': sign(feed, secret) })).toBe(
      202,
    );
    expect(await waiting()).toMatchObject([{ text: feed }]);
  });

  it('may break off, which is no bug', async () => {
    const { begin, nextLog, waiting } = await setUp();
    const { posting } = begin(100);
    const line = nextLog();
    await write(posting, '<rss');
    posting.destroy();
    expect(await line).toMatchObject({ level: 'warn', text: 'pushed document broken off' });
    expect(await waiting()).toEqual([]);
  });

  it('is sent away for the moment where more than 60 MiB are on their way, and heard after', async () => {
    const { begin, post } = await setUp();
    const bytes = 10 * 1024 * 1024;
    const others = Array.from({ length: 6 }, () => begin(bytes));
    await Promise.all(others.map(({ posting }) => write(posting, Buffer.alloc(bytes - 1))));
    // What was written has arrived when the next one is sent away.
    let status = 202;
    while (status === 202) status = await post(feed);
    expect(status).toBe(503);
    for (const { posting } of others) posting.end('x');
    expect(await Promise.all(others.map(({ status }) => status))).toEqual(others.map(() => 202));
    expect(await post(feed)).toBe(202);
  });

  it('reaches the bot whether or not a proxy takes the path of the public address away', async () => {
    const { below } = await setUp();
    expect((await below('/news')).status).toBe(202);
    expect((await below('/other')).status).toBe(404);
  });

  it('gets 413 for more than 10 MiB, also unpacked, and for what cannot be unpacked', async () => {
    const { post, waiting } = await setUp();
    const large = Buffer.alloc(10 * 1024 * 1024 + 1, ' ');
    expect(await post(large)).toBe(413);
    expect(await post(gzipSync(large), { 'content-encoding': 'gzip' })).toBe(413);
    expect(await post(feed, { 'content-encoding': 'gzip' })).toBe(413);
    expect(await waiting()).toEqual([]);
    expect(await post(large.subarray(1))).toBe(202);
  });
});
