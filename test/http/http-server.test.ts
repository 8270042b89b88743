import { once } from 'node:events';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MendableError } from '../../src/domain/errors.ts';
import { createHttpApp } from '../../src/http/create-http-app.ts';
import { startHttpServer } from '../../src/http/http-server.ts';
import type { Store } from '../../src/store/store.ts';
import { createTestClock } from '../support/clock.ts';
import { createTestLog } from '../support/log.ts';
import { openTestStore } from '../support/store.ts';
import { defined } from '../support/stored.ts';

async function serve(store: Store, clock = createTestClock(), log = createTestLog()) {
  const app = createHttpApp({ store, clock, log, pushes: null });
  const server = await startHttpServer({ app, host: '127.0.0.1', port: 0, clock });
  onTestFinished(() => server.stop());
  return async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, init);
    return { status: answer.status, text: await answer.text() };
  };
}

/** A store whose database answers a question as the test says. */
async function storeWith(get: () => Promise<string | null>): Promise<Store> {
  const store = await openTestStore();
  return { ...store, notes: { ...store.notes, get } };
}

describe('/health', () => {
  it('says ok while the database answers', async () => {
    const ask = await serve(await openTestStore());
    expect(await ask('/health')).toEqual({ status: 200, text: 'ok' });
  });

  it('says so when the database fails', async () => {
    const ask = await serve(await storeWith(() => Promise.reject(new Error('disk I/O error'))));
    expect(await ask('/health')).toEqual({ status: 503, text: 'The database does not answer.' });
  });

  it('says so when the database does not answer in time', async () => {
    const clock = createTestClock();
    const store = await storeWith(() => {
      setImmediate(() => clock.advance(5_000));
      return new Promise(() => {});
    });
    const ask = await serve(store, clock);
    expect((await ask('/health')).status).toBe(503);
    expect(clock.waiting).toBe(0);
  });
});

describe('many who ask at once', () => {
  it('whether the bot is well have the database asked once, and again the next time', async () => {
    let asked = 0;
    const answered = deferred();
    const store = await storeWith(async () => {
      asked += 1;
      await answered.promise;
      return null;
    });
    const app = createHttpApp({ store, clock: createTestClock(), log: createTestLog(), pushes: null });
    const answers = Array.from({ length: 50 }, async () => (await app.request('/health')).status);
    answered.resolve();
    expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
    expect(asked).toBe(1);
    expect((await app.request('/health', { method: 'HEAD' })).status).toBe(200);
    expect(asked).toBe(2);
  });

  it('hold 256 connections at most; those beyond are closed, and the bot answers when one is free', async () => {
    const clock = createTestClock();
    const app = createHttpApp({ store: await openTestStore(), clock, log: createTestLog(), pushes: null });
    const server = await startHttpServer({ app, host: '127.0.0.1', port: 0, clock });
    onTestFinished(() => server.stop());
    const open = async () => {
      const socket = connect(server.port, '127.0.0.1');
      onTestFinished(() => void socket.destroy());
      await once(socket, 'connect');
      return socket;
    };
    const held = await Promise.all(Array.from({ length: 256 }, open));
    await once(
      (await open()).resume().on('error', () => undefined),
      'close',
    );
    const first = defined(held[0]);
    first.end('GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    await once(first.resume(), 'close');
    const answer = await fetch(`http://127.0.0.1:${server.port}/health`);
    expect(await answer.text()).toBe('ok');
  });
});

describe('the web server', () => {
  it('answers 404 to all else, also to hubs where they are told no address', async () => {
    const ask = await serve(await openTestStore());
    expect(await ask('/')).toEqual({ status: 404, text: 'There is nothing here.' });
    expect((await ask(`/websub/${'x'.repeat(32)}`, { method: 'POST', body: 'x' })).status).toBe(404);
  });

  it('answers monitors that speak HTTP/1.0, without a host', async () => {
    const clock = createTestClock();
    const app = createHttpApp({ store: await openTestStore(), clock, log: createTestLog(), pushes: null });
    const server = await startHttpServer({ app, host: '127.0.0.1', port: 0, clock });
    onTestFinished(() => server.stop());
    const socket = connect(server.port, '127.0.0.1', () => void socket.end('GET /health HTTP/1.0\r\n\r\n'));
    expect(Buffer.concat(await socket.toArray()).toString()).toMatch(/^HTTP\/1\.1 200 [^]*\r\n\r\nok$/);
  });

  it('answers 500 to a bug, logs it without the secret part of the address, and goes on', async () => {
    const log = createTestLog();
    const clock = createTestClock();
    const inner = await openTestStore();
    const byToken = () => Promise.reject(new Error('a bug'));
    const store = { ...inner, pushes: { ...inner.pushes, byToken } };
    const pushes = {
      publicUrl: 'https://bot.example/news',
      onPushed: () => undefined,
      onDenied: () => undefined,
    };
    const app = createHttpApp({ store, clock, log, pushes });
    const answer = await app.request(`/websub/${'t'.repeat(32)}`);
    expect([answer.status, await answer.text()]).toEqual([500, 'Something went wrong here.']);
    await app.request(`/news/websub/${'t'.repeat(32)}`);
    expect(log.lines).toMatchObject([
      { level: 'error', fields: { path: '/websub/…' }, text: 'a request failed' },
      { level: 'error', fields: { path: '/news/websub/…' }, text: 'a request failed' },
    ]);
    expect((await app.request('/health')).status).toBe(200);
  });

  it('says how to mend a port that is taken', async () => {
    const clock = createTestClock();
    const first = await startHttpServer({ app: new Hono(), host: '127.0.0.1', port: 0, clock });
    onTestFinished(() => first.stop());
    const second = startHttpServer({ app: new Hono(), host: '127.0.0.1', port: first.port, clock });
    await expect(second).rejects.toThrow(MendableError);
    await expect(second).rejects.toThrow(/set HTTP_PORT to a port that is free/);
  });

  it('ends what is under way before it stops, and breaks off what does not end', async () => {
    const clock = createTestClock();
    const app = new Hono();
    const entered = deferred();
    const finish = deferred();
    app.get('/slow', async (context) => {
      entered.resolve();
      await finish.promise;
      return context.text('done');
    });
    const server = await startHttpServer({ app, host: '127.0.0.1', port: 0, clock });
    const slow = fetch(`http://127.0.0.1:${server.port}/slow`);
    await entered.promise;
    const stopped = server.stop();
    finish.resolve();
    expect(await (await slow).text()).toBe('done');
    await stopped;
    const stuck = await startHttpServer({ app: stuckApp(), host: '127.0.0.1', port: 0, clock });
    const broken = fetch(`http://127.0.0.1:${stuck.port}/`).catch((thrown: unknown) => thrown);
    await seen.promise;
    const stopping = stuck.stop();
    clock.advance(5_000);
    await stopping;
    expect(await broken).toBeInstanceOf(TypeError);
  });
});

const seen = deferred();

function stuckApp(): Hono {
  const app = new Hono();
  app.get('/', () => {
    seen.resolve();
    return new Promise<Response>(() => {});
  });
  return app;
}

function deferred() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => void (resolve = settle));
  return { promise, resolve: () => resolve() };
}
