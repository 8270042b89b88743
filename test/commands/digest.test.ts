import { describe, expect, it } from 'vitest';
import { storyKey } from '../../src/domain/delivery.ts';
import { newsChannel, openConversation, type Conversation } from '../support/conversation.ts';

async function subscriptionsOf({ store }: Conversation) {
  const channel = await store.channels.find(newsChannel);
  return store.subscriptions.ofChannel(channel?.id ?? 0n);
}

describe('/subscribe with a digest', () => {
  it('makes a digest of what would come at once, and says when it comes', async () => {
    const conversation = await openConversation();
    expect(await conversation.ask('/subscribe policy digest:08:00 zone:europe/berlin'))
      .toMatchInlineSnapshot(`
      "news now gets Policy & Regulation. This is its subscription 1.
      Its stories come together once a day, at 08:00 (Europe/Berlin). The next digest: 2026-03-03T07:00; a day without stories has none."
    `);
    expect(await subscriptionsOf(conversation)).toMatchObject([
      { cadence: { kind: 'digest', at: '08:00', timeZone: 'Europe/Berlin' } },
    ]);
    expect(await conversation.ask('/subscriptions')).toMatchInlineSnapshot(`
      "== What news gets
      - *1*: Policy & Regulation; as a digest at 08:00 (Europe/Berlin)
      -- /subscribe adds one, /unsubscribe ends one, /pause and /resume hold them."
    `);
  });

  it('takes the zone of the channel’s other digests where none is named, else UTC', async () => {
    const conversation = await openConversation();
    await conversation.ask('/subscribe policy digest:8');
    await conversation.ask('/subscribe policy digest:8:30 zone:"hong kong"');
    await conversation.ask('/subscribe defi digest:20.15');
    expect((await subscriptionsOf(conversation)).map(({ cadence }) => cadence)).toEqual([
      { kind: 'digest', at: '08:30', timeZone: 'Asia/Hong_Kong' },
      { kind: 'digest', at: '20:15', timeZone: 'Asia/Hong_Kong' },
    ]);
  });

  it('changes when a subscription comes, and keeps that where nothing is said of it', async () => {
    const conversation = await openConversation();
    const { ask } = conversation;
    await ask('/subscribe policy');
    expect(await ask('/subscribe policy digest:8 zone:utc')).toMatchInlineSnapshot(`
      "news already had subscription 1 for Policy & Regulation; I changed when it comes.
      Its stories come together once a day, at 08:00 (UTC). The next digest: 2026-03-03T08:00; a day without stories has none."
    `);
    expect(await ask('/subscribe policy')).toContain('already has exactly that');
    await ask('/subscribe policy silent:yes');
    expect(await subscriptionsOf(conversation)).toMatchObject([
      { cadence: { kind: 'digest', at: '08:00', timeZone: 'UTC' }, look: { isSilent: true } },
    ]);
    expect(await ask('/subscribe policy silent:yes digest:off')).toMatchInlineSnapshot(`
      "news already had subscription 1 for Policy & Regulation; I changed when it comes.
      Stories come from now on, as soon as they are reported.
      What already waits for the digest comes in a last one."
    `);
    expect(await subscriptionsOf(conversation)).toMatchObject([{ cadence: { kind: 'instant' } }]);
  });

  it('changes when a paused subscription comes, and says that it stays paused', async () => {
    const { ask } = await openConversation();
    await ask('/subscribe policy digest:8 zone:utc');
    await ask('/pause');
    expect(await ask('/subscribe policy digest:9')).toMatchInlineSnapshot(`
      "news already had subscription 1 for Policy & Regulation; I changed when it comes.
      It stays paused: /resume 1 makes it go on."
    `);
    expect(await ask('/digest')).toMatchInlineSnapshot(
      `"Subscription 1 of news has had no digest yet. It is paused: /resume 1 makes it go on."`,
    );
    expect(await ask('/subscribe policy digest:off')).toContain('It stays paused: /resume 1');
  });

  it.each([
    [
      'digest:25:00',
      '“25:00” is no time of day. Write it with 24 hours, such as digest:08:00, or digest:off for posts at once.',
    ],
    [
      'digest:noon',
      '“noon” is no time of day. Write it with 24 hours, such as digest:08:00, or digest:off for posts at once.',
    ],
    [
      'digest:8 zone:utc+2',
      'I know no time zone “utc+2”. Name it by continent and city, such as Europe/Berlin.',
    ],
    [
      'digest:8 zone:Europe/Berlim',
      'I know no time zone “Europe/Berlim”. Name it by continent and city, such as Europe/Berlin.',
    ],
    [
      'zone:utc',
      'zone says in which time zone a digest comes, so it also needs the option digest, such as digest:08:00.',
    ],
  ])('%s gets a remedy, and nothing is changed', async (options, sentence) => {
    const conversation = await openConversation();
    expect(await conversation.ask(`/subscribe policy ${options}`)).toBe(sentence);
    expect(await subscriptionsOf(conversation)).toEqual([]);
  });
});

/** A channel with a digest of seven stories, due at 08:00 on the second day and sent then. */
async function openWithDigest() {
  const conversation = await openConversation();
  const { ask, store, clock, tell } = conversation;
  await ask('/subscribe everything:yes digest:08:00');
  const [subscription] = await subscriptionsOf(conversation);
  if (subscription === undefined) throw new Error('no subscription');
  const dueAt = new Date('2026-03-03T08:00:00Z');
  for (let at = 1; at <= 7; at += 1) await tell({ title: `Story ${at}`, minutesAgo: 60 - at });
  const { items } = await store.stories.latest({ scopes: ['global'] }, { page: 1, size: 10 });
  const { id, channelId } = subscription;
  const folded = items.map((story) => ({
    channelId,
    key: storyKey(story.id),
    storyId: story.id,
    subscriptionIds: [id],
    dueAt,
    isFolded: true,
  }));
  await store.deliveries.addRouted([], folded, clock.now());
  const nextAt = new Date('2026-03-04T08:00:00Z');
  await store.digests.owe({ subscription, window: dueAt }, { now: dueAt, nextAt });
  return { ...conversation, window: dueAt.getTime() / 1000 };
}

describe('/digest', () => {
  it('shows all stories of the last digest, on pages', async () => {
    const { ask } = await openWithDigest();
    const first = await ask('/digest');
    expect(first).toContain('== Digest of news, subscription 1');
    expect(new Set(first.match(/Story \d/g))).toHaveProperty('size', 5);
    const second = await ask('/digest page:2');
    expect(new Set(second.match(/Story \d/g))).toHaveProperty('size', 2);
  });

  it('shows an earlier digest, as the button on its post asks', async () => {
    const { ask, window } = await openWithDigest();
    expect(await ask(`/digest 1 window:${window}`)).toContain('== Digest of news, subscription 1');
    expect(await ask(`/digest 1 window:${window + 60}`)).toContain('has had no digest yet');
  });

  it('says when the first one comes', async () => {
    const { ask } = await openConversation();
    await ask('/subscribe policy digest:08:00');
    expect(await ask('/digest')).toMatchInlineSnapshot(
      `"Subscription 1 of news has had no digest yet. It is next due 2026-03-03T08:00."`,
    );
  });

  it('says how a channel gets one', async () => {
    const { ask } = await openConversation();
    expect(await ask('/digest')).toBe('news has no subscription. /subscribe gives it one.');
    await ask('/subscribe policy');
    const how = 'news gets no digest. /subscribe with the option digest, such as digest:08:00, gives it one.';
    expect(await ask('/digest')).toBe(how);
    expect(await ask('/digest 1')).toMatchInlineSnapshot(
      `"Subscription 1 of news has no digest: its stories come as soon as they are reported. /subscribe with the option digest, such as digest:08:00, changes that."`,
    );
    expect(await ask('/digest 2')).toContain('news has no subscription 2.');
  });
});
