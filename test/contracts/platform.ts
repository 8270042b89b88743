/** What every platform promises. Each adapter's own test hands in a harness that drives the real adapter. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, CommandRequest } from '../../src/dispatch/command.ts';
import type { Channel } from '../../src/domain/channel.ts';
import { emptyMessage, textMessage, type Message } from '../../src/domain/message.ts';
import { plainLook } from '../../src/domain/subscription.ts';
import { sourceNotice } from '../../src/messages/source-notice.ts';
import { storyMessage } from '../../src/messages/story-message.ts';
import type { ChannelEvent, Platform, PlatformDoors, SendOrder } from '../../src/platforms/platform.ts';
import { english } from '../../src/texts/english.ts';
import { exampleSource } from '../support/source.ts';
import { aReport, aStory } from '../support/stories.ts';

export type Break = 'retry' | 'unreachable' | 'rejected' | 'unknown';

/** A real adapter with the outside world that it talks to, for one test. */
export interface PlatformHarness {
  /** Started, with the doors that the suite handed in, and connected. */
  readonly platform: Platform;
  /** Two reachable channels. */
  readonly channels: readonly [Channel, Channel];
  /** What stands in a channel, oldest first, each post as the plain text that a person reads. */
  readonly arrived: (channel: Channel) => Promise<readonly string[]>;
  /** Makes the next send to the first channel end so. What the platform cannot have is left out. */
  readonly breakNext: Partial<Record<Break, () => void>>;
  /** A person types a command line with its slash; resolves with the plain text of the answer. */
  readonly ask: (channel: Channel, line: string) => Promise<string>;
  /** The person presses the button, or takes the choice, with this label in the last answer. */
  readonly choose: (label: string) => Promise<string>;
  /** Ends everything; also after the platform was stopped. */
  readonly close: () => Promise<void>;
}

/** Makes a harness whose platform was started with `doors`. */
export type MakePlatform = (doors: PlatformDoors) => Promise<PlatformHarness>;

interface World {
  readonly harness: PlatformHarness;
  readonly requests: CommandRequest[];
  readonly events: ChannelEvent[];
  answer: Message;
}

export function describePlatform(name: string, makePlatform: MakePlatform): void {
  describe(`${name} as a platform`, () => {
    let world: World;

    beforeEach(async () => {
      world = await openWorld(makePlatform);
    });
    afterEach(async () => {
      await world.harness.close();
    });

    describeSending(() => world);
    describeBreaking(() => world);
    describeAnswering(() => world);
  });
}

async function openWorld(makePlatform: MakePlatform): Promise<World> {
  const requests: CommandRequest[] = [];
  const events: ChannelEvent[] = [];
  const answers = { next: textMessage('Fine.') };
  const harness = await makePlatform({
    onCommand: async (request): Promise<Answer> => {
      requests.push(request);
      return { kind: 'reply', message: answers.next, isPrivate: false };
    },
    onChannelEvent: async (event) => {
      events.push(event);
    },
  });
  return {
    harness,
    requests,
    events,
    set answer(message: Message) {
      answers.next = message;
    },
  };
}

let lastDelivery = 9_000_000n;

function order(channel: Channel, message: Message, given: Partial<SendOrder> = {}): SendOrder {
  lastDelivery += 1n;
  return {
    channel,
    deliveryId: lastDelivery,
    part: 0,
    message,
    look: plainLook,
    uncertainSince: null,
    ...given,
  };
}

const story = aStory({
  number: 42,
  picture: { url: 'https://wire.example/desk.jpg', credit: 'Photo by Ann on Shutter' },
  reports: [aReport('Example Wire'), aReport('Ledger Post')],
});

/** Words only: platforms wrap lines and set marks as they like. */
const wordsOf = (text: string) => text.replaceAll(/\s+/g, ' ');

function describeSending(world: () => World): void {
  it('shows a story with its number, title, lead, publishers, picture credit', async () => {
    const { platform, channels, arrived } = world().harness;
    const outcome = await platform.send(order(channels[0], storyMessage(story, english)));
    expect(outcome.kind).toBe('sent');
    const posts = await arrived(channels[0]);
    expect(posts).toHaveLength(1);
    const text = wordsOf(posts[0] ?? '');
    for (const part of ['42', story.title, 'Example Wire', 'Ledger Post', 'Photo by Ann on Shutter'])
      expect(text).toContain(part);
    expect(text).toContain('its desk will trade bonds');
  });

  it('posts to the channel that was meant, and to no other', async () => {
    const { platform, channels, arrived } = world().harness;
    await platform.send(order(channels[1], textMessage('For the second channel.')));
    expect(await arrived(channels[0])).toEqual([]);
    expect(wordsOf((await arrived(channels[1])).join())).toContain('For the second channel.');
  });

  it('keeps the order of sends and tells posts apart', async () => {
    const { platform, channels, arrived } = world().harness;
    const ids: string[] = [];
    for (const word of ['first', 'second', 'third']) {
      const outcome = await platform.send(order(channels[0], textMessage(`The ${word} one.`)));
      if (outcome.kind === 'sent') ids.push(outcome.messageId);
    }
    expect(new Set(ids).size).toBe(3);
    const posts = (await arrived(channels[0])).map(wordsOf);
    expect(posts.map((post) => /first|second|third/.exec(post)?.[0])).toEqual(['first', 'second', 'third']);
  });

  it('lets nothing in a text take effect', async () => {
    const { platform, channels, arrived } = world().harness;
    const hostile = 'Is <b>this</b> *bold* _or_ [a link](https://x.example) @everyone `code` & more?';
    await platform.send(order(channels[0], storyMessage(aStory({ title: hostile }), english)));
    expect(wordsOf((await arrived(channels[0])).join())).toContain(hostile);
  });

  it('shows a notice about a source with its reason, as plain text, and its remedies', async () => {
    const { platform, channels, arrived } = world().harness;
    const lastError = 'It <b>fails</b>, says *it* @everyone & all.';
    const source = exampleSource({ key: 'wire', scope: 'console:desk', lastError });
    const since = new Date('2026-03-01T08:00:00Z');
    const notice = { kind: 'source-failing', sourceId: source.id, since } as const;
    const look = { ...plainLook, isSilent: true };
    const message = sourceNotice(notice, source, english);
    expect((await platform.send(order(channels[0], message, { look }))).kind).toBe('sent');
    const text = wordsOf((await arrived(channels[0])).join());
    for (const part of [
      'Example News cannot be read',
      lastError,
      '/sources test wire',
      '/sources remove wire',
    ])
      expect(text).toContain(part);
  });

  it('takes control characters out', async () => {
    const { platform, channels, arrived } = world().harness;
    const lead = 'It went \u001B[31mred\u001B[0m, \u001B]0;owned\u0007then\u0000 blank.';
    await platform.send(order(channels[0], storyMessage(aStory({ lead }), english)));
    const text = (await arrived(channels[0])).join();
    for (const control of ['\u0000', '\u0007', '\u001B']) expect(text).not.toContain(control);
    expect(wordsOf(text)).toContain('then blank.');
  });

  it('sends what is far too long, shortened but with its title', async () => {
    const { platform, channels, arrived } = world().harness;
    const title = 'A very long headline that says it all. '.repeat(12).trim();
    const lead = 'Something was said about it. '.repeat(900);
    const outcome = await platform.send(order(channels[0], storyMessage(aStory({ title, lead }), english)));
    expect(outcome.kind).toBe('sent');
    expect(wordsOf((await arrived(channels[0])).join())).toContain('A very long headline that says it all.');
  });

  it('shows the new text after an edit', async () => {
    const { platform, channels, arrived } = world().harness;
    const first = order(channels[0], storyMessage(aStory(), english));
    const outcome = await platform.send(first);
    if (outcome.kind !== 'sent') throw new Error(`expected it sent, not ${outcome.kind}`);
    const title = 'Harbour exchange puts its bond desk off until autumn';
    const reports = [aReport('Example Wire'), aReport('Ledger Post')];
    const edited = await platform.edit({
      channel: channels[0],
      deliveryId: first.deliveryId,
      messageId: outcome.messageId,
      form: outcome.form,
      message: storyMessage(aStory({ title, reports, revision: 2 }), english),
      look: plainLook,
    });
    expect(edited).toEqual({ kind: 'edited' });
    const text = wordsOf((await arrived(channels[0])).at(-1) ?? '');
    expect(text).toContain(title);
    expect(text).toContain('Ledger Post');
  });

  it('says that it is connected, and takes no send after its stop', async () => {
    const { platform, channels, arrived } = world().harness;
    expect(platform.status().isConnected).toBe(true);
    await platform.stop();
    const outcome = await platform.send(order(channels[0], textMessage('Too late.')));
    expect(outcome.kind).toBe('retry');
    expect(await arrived(channels[0])).toEqual([]);
  });
}

function describeBreaking(world: () => World): void {
  it.each(['retry', 'unreachable', 'rejected', 'unknown'] as const)(
    'gives a broken send the outcome %s, with its reason',
    async (kind) => {
      const { platform, channels, breakNext } = world().harness;
      const doBreak = breakNext[kind];
      if (doBreak === undefined) return;
      doBreak();
      const outcome = await platform.send(order(channels[0], textMessage('Does it come?')));
      expect(outcome).toMatchObject({ kind, reason: expect.stringMatching(/\w/) });
      expect(outcome.kind !== 'retry' || outcome.afterMs > 0).toBe(true);
    },
  );

  it.each(['retry', 'rejected'] as const)('leaves nothing in the channel after %s', async (kind) => {
    const { platform, channels, breakNext, arrived } = world().harness;
    const doBreak = breakNext[kind];
    if (doBreak === undefined) return;
    doBreak();
    await platform.send(order(channels[0], textMessage('Does it come?')));
    expect(await arrived(channels[0])).toEqual([]);
  });

  it('does not hold up another channel when one is unreachable', async () => {
    const { platform, channels, breakNext, arrived } = world().harness;
    breakNext.unreachable?.();
    await platform.send(order(channels[0], textMessage('Nobody home.')));
    const outcome = await platform.send(order(channels[1], textMessage('Somebody home.')));
    expect(outcome.kind).toBe('sent');
    expect(wordsOf((await arrived(channels[1])).join())).toContain('Somebody home.');
  });

  it('brings a message of unknown outcome to the channel where it may be repeated', async () => {
    const { platform, channels, breakNext, arrived } = world().harness;
    if (breakNext.unknown === undefined) return;
    const first = order(channels[0], storyMessage(story, english));
    breakNext.unknown();
    const unknown = await platform.send(first);
    if (unknown.kind !== 'unknown' || !unknown.mayRepeat) return;
    const again = await platform.send({ ...first, uncertainSince: new Date() });
    expect(again.kind).toBe('sent');
    const posts = await arrived(channels[0]);
    expect(wordsOf(posts.at(-1) ?? '')).toContain(story.title);
  });
}

/** A request as a command line, whichever way the platform took it apart. */
function lineOf(request: CommandRequest | undefined): string {
  if (request?.ask.kind === 'line') return request.ask.line;
  if (request?.ask.kind !== 'parts') return '';
  const { command, act, options } = request.ask;
  const typed = Object.entries(options).map(([name, value]) => `${name}:${value}`);
  return [command, act, ...typed].filter((word) => word !== '').join(' ');
}

function describeAnswering(world: () => World): void {
  it('hands a typed command on with who asked and where, and shows the answer', async () => {
    const { harness, requests } = world();
    world().answer = textMessage('Twelve stories today.');
    expect(wordsOf(await harness.ask(harness.channels[0], '/latest'))).toContain('Twelve stories today.');
    expect(lineOf(requests.at(-1))).toBe('latest');
    const asker = requests.at(-1)?.asker;
    expect(asker?.personId).not.toBe('');
    expect(asker?.channel.platform).toBe(harness.platform.id);
    expect(asker?.channel.address).toBe(harness.channels[0].address);
  });

  it('shows a list of stories with numbers, titles and publishers', async () => {
    const entry = {
      number: 81,
      title: 'Mine moves to a dam in the north',
      url: 'https://wire.example/dam',
      category: 'mining',
      sources: ['Example Wire', 'Ledger Post'],
      moment: { at: new Date('2026-03-02T00:00:00Z'), precision: 'day' },
      excerpt: 'The dam has power to spare.',
    } as const;
    world().answer = { ...emptyMessage, blocks: [{ kind: 'entry', entry }], footer: 'page 1 of 3' };
    const { harness } = world();
    const text = wordsOf(await harness.ask(harness.channels[0], '/latest'));
    for (const part of ['81', entry.title, 'Example Wire', 'page 1 of 3']) expect(text).toContain(part);
    expect(text).not.toMatch(/\d\d:\d\d/);
  });

  it('hands a button on with the whole of its action', async () => {
    const action = `search ${'a long question about hong kong '.repeat(4).trim()} page:2`;
    const { harness, requests } = world();
    world().answer = {
      ...textMessage('First page.'),
      buttons: [
        { label: 'Next', action, role: 'turn' },
        { label: 'Read', action: 'read 81', role: 'open' },
      ],
    };
    await harness.ask(harness.channels[0], '/latest');
    world().answer = textMessage('Second page.');
    expect(wordsOf(await harness.choose('Next'))).toContain('Second page.');
    expect(requests.at(-1)?.ask).toEqual({ kind: 'line', line: action });
  });

  it('hands on the choice taken from a menu', async () => {
    const { harness, requests } = world();
    world().answer = {
      ...textMessage('What do you want to read?'),
      menu: {
        prompt: 'Pick a category',
        choices: [
          { label: 'Markets', action: 'latest category:markets' },
          { label: 'DeFi', description: 'Lending, swaps', action: 'latest category:defi' },
        ],
      },
    };
    expect(wordsOf(await harness.ask(harness.channels[0], '/latest'))).toContain('What do you want to read?');
    world().answer = textMessage('DeFi it is.');
    expect(wordsOf(await harness.choose('DeFi'))).toContain('DeFi it is.');
    expect(requests.at(-1)?.ask).toEqual({ kind: 'line', line: 'latest category:defi' });
  });

  it('finds no channel that is not there, and says so in a sentence', async () => {
    const { harness, requests } = world();
    await harness.ask(harness.channels[0], '/latest');
    const found = await requests.at(-1)?.findChannel('no-such-channel-anywhere');
    expect(found).toEqual({ problem: expect.stringMatching(/\w+ \w+/) });
  });
}
