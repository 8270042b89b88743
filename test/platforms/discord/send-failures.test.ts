import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakeChannel } from '../../fakes/discord/world.ts';
import { openPosting, orderFor, type Posting } from './posting.ts';

let posting: Posting;
let channel: FakeChannel;

beforeEach(async () => {
  posting = await openPosting();
  channel = posting.discord.addChannel(posting.guild);
});

afterEach(async () => {
  await posting.close();
});

const refusal = (status: number, code: number) => ({ status, body: { message: 'no', code } });

describe('a refusal', () => {
  it.each([
    ['unreachable', 404, 10_003],
    ['unreachable', 403, 50_001],
    ['unreachable', 403, 50_013],
    ['unreachable', 403, 50_007],
    ['unreachable', 403, 50_278],
    ['unreachable', 400, 160_005],
    ['unreachable', 400, 40_058],
    ['unreachable', 403, 20_026],
    ['unreachable', 404, 0],
    ['rejected', 400, 50_035],
    ['rejected', 400, 50_006],
    ['rejected', 400, 40_005],
    ['rejected', 400, 200_000],
    ['rejected', 400, 240_000],
    ['rejected', 404, 10_008],
    ['retry', 403, 40_003],
    ['retry', 400, 160_006],
    ['retry', 503, 130_000],
    ['retry', 400, 40_004],
    ['retry', 403, 40_333],
  ] as const)('is %s for HTTP %i with code %i', async (kind, status, code) => {
    posting.discord.fail({ on: 'POST', answer: refusal(status, code) });
    const outcome = await posting.posts.send(orderFor(channel));
    // Anything of 500 and above leaves open what Discord did.
    expect(outcome.kind).toBe(status >= 500 ? 'unknown' : kind);
    expect(outcome).toHaveProperty('reason', expect.stringMatching(/\w{3}/));
  });

  it('names what hides a channel, and leaves the others alone', async () => {
    const other = posting.discord.addChannel(posting.guild);
    posting.discord.deny(channel, PermissionFlagsBits.ViewChannel);
    expect(await posting.posts.send(orderFor(channel))).toMatchObject({
      kind: 'unreachable',
      reason: expect.stringContaining('View Channel'),
    });
    expect((await posting.posts.send(orderFor(other))).kind).toBe('sent');
  });

  it('of a proxy in between is no fault of the channel', async () => {
    posting.discord.fail({ on: 'POST', answer: { status: 403, body: '<html>blocked</html>' } });
    expect((await posting.posts.send(orderFor(channel))).kind).toBe('retry');
  });

  it('of the token holds all posts, asks no more for five minutes, then tries again', async () => {
    posting.discord.fail({ on: 'POST', answer: { status: 401, body: { message: 'no', code: 0 } } });
    expect((await posting.posts.send(orderFor(channel))).kind).toBe('retry');
    expect((await posting.posts.send(orderFor(channel))).kind).toBe('retry');
    expect(posting.discord.requests).toHaveLength(1);
    posting.clock.advance(5 * 60_000);
    expect((await posting.posts.send(orderFor(channel))).kind).toBe('sent');
  });
});

describe('a limit', () => {
  const limited = (headers: Record<string, string>, retry_after?: number) => ({
    status: 429,
    headers,
    body: retry_after === undefined ? 'slow down' : { message: 'slow', retry_after, global: false },
  });

  it('of minutes goes back to the outbox, by the longer of header and body', async () => {
    posting.discord.fail({ on: 'POST', answer: limited({ 'Retry-After': '1' }, 1200) });
    const outcome = await posting.posts.send(orderFor(channel));
    expect(outcome).toMatchObject({ kind: 'retry', isPace: true });
    expect(outcome.kind === 'retry' && outcome.afterMs).toBeGreaterThanOrEqual(1_200_000);
  });

  it('of minutes in the header alone is believed too', async () => {
    posting.discord.fail({ on: 'POST', answer: limited({ 'Retry-After': '300' }) });
    const outcome = await posting.posts.send(orderFor(channel));
    expect(outcome.kind === 'retry' && outcome.afterMs).toBeGreaterThanOrEqual(300_000);
  });

  it('without any time is not answered with a storm', async () => {
    posting.discord.fail({ on: 'POST', answer: limited({}) });
    expect((await posting.posts.send(orderFor(channel))).kind).toBe('sent');
    expect(posting.discord.requests.map(({ status }) => status)).toEqual([429, 200]);
    const [first, second] = posting.discord.requests;
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  it('of all requests holds other channels as long', async () => {
    const other = posting.discord.addChannel(posting.guild);
    posting.discord.fail({
      on: 'POST',
      answer: limited({ 'Retry-After': '120', 'X-RateLimit-Global': 'true' }, 120),
    });
    expect((await posting.posts.send(orderFor(channel))).kind).toBe('retry');
    expect(await posting.posts.send(orderFor(other))).toMatchObject({ kind: 'retry', isPace: true });
    expect(posting.discord.requests).toHaveLength(1);
  });
});

describe('a server that cannot be reached', () => {
  it('has certainly not been sent anything', async () => {
    await posting.discord.close();
    expect(await posting.posts.send(orderFor(channel))).toMatchObject({ kind: 'retry' });
  });

  it('leaves an earlier attempt as uncertain as it was', async () => {
    await posting.discord.close();
    const outcome = await posting.posts.send(orderFor(channel, { uncertainSince: posting.clock.now() }));
    expect(outcome).toMatchObject({ kind: 'unknown', mayRepeat: true });
  });
});

it('sends nothing more after its stop, which waits for what is under way', async () => {
  const sending = posting.posts.send(orderFor(channel));
  await posting.posts.stop();
  expect((await sending).kind).toBe('sent');
  expect((await posting.posts.send(orderFor(channel))).kind).toBe('retry');
  expect(channel.messages).toHaveLength(1);
});
