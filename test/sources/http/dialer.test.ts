import type { LookupAddress } from 'node:dns';
import { describe, expect, test, vi } from 'vitest';
import { createTestReader, feedOf, startReader } from '../../support/reader.ts';
import { exampleSource } from '../../support/source.ts';

const address = (text: string): LookupAddress => ({ address: text, family: text.includes(':') ? 6 : 4 });

/** A reader of public addresses alone, in a world where every name resolves to these, one list a time. */
async function startGuardedReader(answers: readonly (readonly string[])[]) {
  const asked: string[] = [];
  const { publisher } = await startReader();
  const { reader } = createTestReader({
    allowPrivateAddresses: false,
    pausePerHostMs: 0,
    resolve: (host, done) => {
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? [];
      asked.push(host);
      done(null, answer.map(address));
    },
  });
  return { publisher, reader, asked };
}

const notPublic = {
  kind: 'failed',
  reason: expect.stringContaining('innocent.example is not a public address'),
};

describe('a reader of public addresses', () => {
  test.each([
    [['127.0.0.1']],
    [['169.254.169.254']],
    [['10.0.0.1']],
    [['100.64.0.1']],
    [['::1']],
    [['fe80::1%eth0']],
    [['::ffff:10.0.0.1']],
    [['64:ff9b::7f00:1']],
    [['127.0.0.1', '::1', '10.0.0.1']],
    [[]],
  ])('connects to nothing behind a name that resolves to %o', async (addresses) => {
    const { reader, publisher, asked } = await startGuardedReader([addresses]);
    const url = 'http://innocent.example:8080/feed';
    expect(await reader.read(exampleSource({ url }))).toMatchObject(notPublic);
    expect(await reader.find(url)).toMatchObject({ kind: 'none', reason: notPublic.reason });
    expect(await reader.readList(url)).toMatchObject({ kind: 'none', reason: notPublic.reason });
    expect(new Set(asked)).toEqual(new Set(['innocent.example']));
    expect(publisher.requests).toEqual([]);
  });

  test('connects to the very address that was checked, however the name is answered next', async () => {
    const { reader, asked } = await startGuardedReader([['10.0.0.1'], ['127.0.0.1']]);
    const source = exampleSource({ url: 'http://innocent.example/feed' });
    expect(await reader.read(source)).toMatchObject(notPublic);
    expect(asked).toHaveLength(1);
    expect(await reader.read(source)).toMatchObject(notPublic);
  });

  test('does not read pages behind such a name, nor ask for its robots.txt', async () => {
    const { reader } = await startGuardedReader([['192.168.1.1']]);
    expect(await reader.readPage('http://innocent.example/a', null)).toMatchObject({ kind: 'failed' });
  });

  test('does not ask a private server at all', async () => {
    const { reader, publisher } = await startGuardedReader([[]]);
    const url = `${publisher.url}/feed`;
    expect(await reader.read(exampleSource({ url }))).toMatchObject({ kind: 'failed' });
    expect(await reader.readPage(url, null)).toMatchObject({ kind: 'failed' });
    expect(await reader.readList(url)).toMatchObject({ kind: 'none' });
    expect(await reader.find(url)).toMatchObject({ kind: 'none' });
    expect(publisher.requests).toEqual([]);
  });

  test('says when a name is not known', async () => {
    const { reader } = createTestReader({
      allowPrivateAddresses: false,
      resolve: (_host, done) => done(Object.assign(new Error('x'), { code: 'ENOTFOUND' }), []),
    });
    expect(await reader.read(exampleSource({ url: 'http://nowhere.example/' }))).toMatchObject({
      reason: 'There is no host of this name; check the address.',
    });
  });
});

test('a name with several addresses is reached at one that answers', async () => {
  const { publisher, reader } = await startReader({
    resolve: (_host, done) => done(null, [address('::1'), address('127.0.0.1')]),
  });
  publisher.serve('/feed', { body: feedOf() });
  const url = publisher.url.replace('127.0.0.1', 'both.example');
  expect(await reader.read(exampleSource({ url: `${url}/feed` }))).toMatchObject({ kind: 'read' });
});

test('proxies that the environment names are left aside, for they would resolve names themselves', async () => {
  for (const name of ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'ALL_PROXY']) {
    vi.stubEnv(name, 'http://127.0.0.1:9/');
  }
  try {
    const { publisher, reader, at } = await startReader();
    publisher.serve('/feed', { body: feedOf() });
    expect(await reader.read(at('/feed'))).toMatchObject({ kind: 'read' });
  } finally {
    vi.unstubAllEnvs();
  }
});

test('two connections to a host are open at most', async () => {
  const { publisher, reader, at, paths } = await startReader();
  const numbers = ['1', '2', '3', '4', '5'];
  for (const number of numbers) publisher.serve(`/${number}`, 'never');
  const second = publisher.nextRequest('/2');
  void Promise.allSettled(numbers.map((number) => reader.read(at(`/${number}`))));
  await second;
  // Whatever else were to be asked for would have come with it.
  await new Promise((resolve) => void setImmediate(resolve));
  expect(paths()).toEqual(['/1', '/2']);
});
