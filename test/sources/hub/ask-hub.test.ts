import { describe, expect, it, onTestFinished } from 'vitest';
import type { Resolve } from '../../../src/sources/http/dialer.ts';
import { createSourceReader } from '../../../src/sources/source-reader.ts';
import { ReaderClosed, type HubRequest } from '../../../src/sources/source.ts';
import { startHub } from '../../fakes/hub.ts';
import { createTestClock } from '../../support/clock.ts';
import { createTestLog } from '../../support/log.ts';

interface Options {
  readonly allowPrivateAddresses?: boolean;
  readonly resolve?: Resolve;
}

async function setUp({ allowPrivateAddresses = true, resolve }: Options = {}) {
  const hub = await startHub();
  const clock = createTestClock();
  const options = { clock, log: createTestLog(), allowPrivateAddresses, contact: 'ann@example.com' };
  const reader = createSourceReader({ ...options, ...(resolve === undefined ? {} : { resolve }) });
  onTestFinished(async () => void (await Promise.all([reader.close(), hub.close()])));
  hub.mood = 'forgetful';
  const ask = (parts: Partial<HubRequest> = {}) =>
    reader.askHub({
      mode: 'subscribe',
      hub: hub.url,
      topic: 'https://wire.example/feed?a=1&b=ü',
      callback: 'https://bot.example/websub/token',
      secret: 'a secret',
      leaseSeconds: 864_000,
      ...parts,
    });
  return { hub, clock, reader, ask };
}

describe('asking a hub', () => {
  it('sends a form with all that the hub must know', async () => {
    const { hub, ask } = await setUp();
    expect(await ask()).toEqual({ kind: 'accepted' });
    expect(hub.asked).toEqual([
      {
        'hub.mode': 'subscribe',
        'hub.topic': 'https://wire.example/feed?a=1&b=ü',
        'hub.callback': 'https://bot.example/websub/token',
        'hub.lease_seconds': '864000',
        'hub.secret': 'a secret',
      },
    ]);
    expect(hub.headers[0]).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'Satwire/0.1 (news reader; +ann@example.com)',
    });
  });

  it('to stop sends neither lease nor secret', async () => {
    const { hub, ask } = await setUp();
    await ask({ mode: 'unsubscribe' });
    expect(Object.keys(hub.asked[0] ?? {})).toEqual(['hub.mode', 'hub.topic', 'hub.callback']);
  });

  it.each([200, 202, 204])('takes HTTP %i for a yes', async (status) => {
    const { hub, ask } = await setUp();
    hub.mood = { status };
    expect(await ask()).toEqual({ kind: 'accepted' });
  });

  it.each([307, 308])('goes on to where HTTP %i leads, with the whole form', async (status) => {
    const { hub, ask } = await setUp();
    const other = await startHub();
    onTestFinished(() => other.close());
    other.mood = 'forgetful';
    hub.mood = { status, headers: { location: other.url } };
    expect(await ask()).toEqual({ kind: 'accepted' });
    expect(other.asked).toEqual(hub.asked);
  });

  it.each([
    [{ status: 302, headers: { location: '/elsewhere' } }, 'The hub answers with HTTP 302.'],
    [{ status: 307 }, 'The hub answers with HTTP 307.'],
    [{ status: 400, body: 'Bad\n topic\u0007 given' }, 'The hub answers with HTTP 400: Bad topic given'],
    [{ status: 404, body: '<html><p>Not here</p></html>' }, 'The hub answers with HTTP 404.'],
    [{ status: 500, body: 'x'.repeat(5000) }, 'The hub answers with HTTP 500.'],
    [{ status: 422, body: 'y'.repeat(300) }, `The hub answers with HTTP 422: ${'y'.repeat(200)}`],
  ])('tells why the hub refuses: %j', async (mood, reason) => {
    const { hub, ask } = await setUp();
    hub.mood = mood;
    expect(await ask()).toEqual({ kind: 'refused', reason, retryAfterMs: null });
  });

  it('tells nobody the secret and the callback that a hub says back', async () => {
    const { hub, ask } = await setUp();
    hub.mood = { status: 409, body: 'No answer at https://bot.example/websub/token for "a secret".' };
    expect(await ask()).toMatchObject({
      reason: 'The hub answers with HTTP 409: No answer at https://bot.example/websub/… for "…".',
    });
  });

  it('tells when the hub wants to be asked again', async () => {
    const { hub, ask } = await setUp();
    hub.mood = { status: 503, headers: { 'retry-after': '120' } };
    expect(await ask()).toMatchObject({ kind: 'refused', retryAfterMs: 120_000 });
  });

  it('ends where redirects do not', async () => {
    const { hub, ask } = await setUp();
    hub.mood = { status: 308, headers: { location: hub.url } };
    expect(await ask()).toMatchObject({ reason: 'The hub leads on through more than 5 redirects.' });
    expect(hub.asked).toHaveLength(6);
  });

  it('takes a hub that does not answer for a refusal', async () => {
    const { hub, ask } = await setUp();
    await hub.close();
    expect(await ask()).toMatchObject({ kind: 'refused', reason: 'The host refuses the connection.' });
  });

  it('waits no longer than 15 seconds', async () => {
    const { hub, clock, ask } = await setUp();
    hub.mood = 'silent';
    const heard = hub.nextAsked();
    const answer = ask();
    await heard;
    clock.advance(15_000);
    expect(await answer).toMatchObject({ reason: 'The host did not answer within 15 seconds.' });
  });

  it('ends with the reader', async () => {
    const { hub, reader, ask } = await setUp();
    hub.mood = 'silent';
    const heard = hub.nextAsked();
    const answer = ask().catch((thrown: unknown) => thrown);
    await heard;
    await reader.close();
    expect(await answer).toBeInstanceOf(ReaderClosed);
  });
});

describe('a hub that is not on the public web', () => {
  it.each([
    'http://127.0.0.1/hub',
    'http://[::1]/hub',
    'http://169.254.169.254/latest/meta-data',
    'http://10.1.2.3:8080/hub',
    'http://localhost/hub',
    'https://hub.example:22/',
    'https://me:pass@hub.example/',
    'ftp://hub.example/',
    'hub',
  ])('is not asked: %s', async (address) => {
    const { ask } = await setUp({
      allowPrivateAddresses: false,
      resolve: () => {
        throw new Error('no name may be looked up');
      },
    });
    expect(await ask({ hub: address })).toMatchObject({ kind: 'refused' });
  });

  it('is not asked by a name that leads to this machine', async () => {
    const { ask } = await setUp({
      allowPrivateAddresses: false,
      resolve: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    });
    expect(await ask({ hub: 'http://hub.example:8080/' })).toMatchObject({
      reason: expect.stringContaining('hub.example is not a public address'),
    });
  });
});
