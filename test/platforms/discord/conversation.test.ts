/** A moderator and a reader on Discord, with the real commands, dispatch, delivery and database behind it. */
import { PermissionFlagsBits } from 'discord.js';
import { expect, it, onTestFinished } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { createDelivery } from '../../../src/delivery/create-delivery.ts';
import { createDispatch } from '../../../src/dispatch/dispatch.ts';
import { createSourceReader } from '../../../src/sources/source-reader.ts';
import { createSummaries } from '../../../src/summaries/create-summaries.ts';
import { english } from '../../../src/texts/english.ts';
import { moderator } from '../../fakes/discord/people.ts';
import { openConversation } from '../../support/conversation.ts';
import { customIdOf, ephemeral, firstAnswer, openChatting, textIn } from './chatting.ts';

async function openDesk() {
  const { store, clock, log, tell } = await openConversation();
  const dispatch = createDispatch({
    store,
    clock,
    log,
    texts: english,
    commands,
    sourceRules: { addedBy: 'moderators', mostPerScope: 50 },
    summaries: createSummaries({ store, clock }),
    sources: createSourceReader({ clock, log, allowPrivateAddresses: false }),
    ingest: {
      runRound: async () => Promise.reject(new Error('no command ingests')),
      settle: () => Promise.resolve(),
      takePushed: async () => Promise.reject(new Error('no command ingests')),
      categoriesOf: () => [],
    },
    platforms: () => [],
    startedAt: clock.now(),
    wake: () => {},
  });
  const chat = await openChatting({
    memory: store.notes,
    doors: { onCommand: dispatch, onChannelEvent: async () => {} },
  });
  onTestFinished(chat.close);
  return { chat, store, clock, log, tell };
}

const longText = [
  'The harbour exchange opens a desk for bonds in spring, its board decided on Monday.',
  'The desk will trade bonds that eleven towns issued on a public chain over the last two years.',
  'Members pay a fee of two basis points, half of what the exchange takes for shares.',
  'A regulator in the capital approved the plan after a review of nine months.',
  'Trading begins with forty members, and more may apply from the summer.',
].join(' ');

const text = (name: string, value: string) => ({ name, type: 3, value });

it('subscribes a channel, posts a story there, and answers the post’s button', async () => {
  const { chat, store, clock, log, tell } = await openDesk();
  const { discord, channel, platform } = chat;
  const scene = { channel, userId: moderator };

  const setUp = await firstAnswer(discord.useCommand({ ...scene, name: 'subscribe' }));
  const confirmed = await firstAnswer(
    discord.press({
      ...scene,
      message: { ...setUp, id: discord.world.nextId() },
      customId: customIdOf(setUp, english.discord.setUp.confirm),
    }),
  );
  expect(textIn(confirmed)).toContain('#news');
  const kept = await store.channels.find({ platform: 'discord', address: channel.id });
  const [subscription] = kept === null ? [] : await store.subscriptions.ofChannel(kept.id);
  expect(subscription).toMatchObject({ number: 1, filter: { categories: [] } });

  await tell({ title: 'Harbour exchange opens a bond desk', text: longText });
  const { items } = await store.stories.latest({ scopes: ['global'] }, { page: 1, size: 1 });
  const [story] = items;
  if (story === undefined || kept === null || subscription === undefined) throw new Error('nothing to send');
  await store.deliveries.add(
    {
      channelId: kept.id,
      key: `story:${story.id}`,
      storyId: story.id,
      subscriptionIds: [subscription.id],
      dueAt: clock.now(),
    },
    clock.now(),
  );
  const delivery = createDelivery({ store, platforms: [platform], texts: english, clock, log });
  expect(await delivery.runRound()).toMatchObject({ sent: 1 });
  const [post] = channel.messages;
  expect(post?.embeds[0]?.title).toBe('Harbour exchange opens a bond desk');

  const message = { ...post };
  const press = discord.press({ channel, message, customId: customIdOf(message, 'Summarize') });
  const summary = await firstAnswer(press);
  expect(summary['flags']).toBe(ephemeral);
  expect(textIn(summary)).toMatch(/bonds in spring|public chain|basis points/);
  await delivery.stop();
});

it('names what the bot lacks before it subscribes, and tries again in place', async () => {
  const { chat, store } = await openDesk();
  const { discord, channel } = chat;
  discord.deny(channel, PermissionFlagsBits.EmbedLinks);
  const scene = { channel, userId: moderator };
  const use = discord.useCommand({ ...scene, name: 'subscribe', options: [text('categories', 'policy')] });
  const refused = await firstAnswer(use);
  expect(textIn(refused)).toContain('Embed Links');
  expect(await store.channels.find({ platform: 'discord', address: channel.id })).toBeNull();
  discord.deny(channel, 0n);
  const again = await firstAnswer(
    discord.press({
      ...scene,
      message: { ...refused, id: discord.world.nextId() },
      customId: customIdOf(refused, english.subscriptions.tryAgainButton),
    }),
  );
  expect(again['answerType']).toBe(7);
  expect(await store.channels.find({ platform: 'discord', address: channel.id })).not.toBeNull();
});

it('offers assets while they are typed, and finds what it lists', async () => {
  const { chat, tell } = await openDesk();
  const { discord, channel } = chat;
  await tell({ title: 'Miners move north', parts: { category: 'mining' } });
  const typing = discord.type({
    channel,
    name: 'subscribe',
    options: [{ ...text('assets', 'BTC, ether'), focused: true }],
  });
  const { choices } = await firstAnswer(typing);
  expect(JSON.stringify(choices)).toContain('BTC, ETH');
  const found = await firstAnswer(
    discord.useCommand({ channel, name: 'latest', options: [text('category', 'mining')] }),
  );
  expect(textIn(found)).toContain('Miners move north');
});
