import { defineCommand, type CommandContext } from '../src/dispatch/command.ts';
import { platformIds, type Channel } from '../src/domain/channel.ts';
import { emptyMessage, type Block, type Spans } from '../src/domain/message.ts';

/** Channels that are named at most; owners with more see the rest in the log. */
const mostChannels = 20;

export const status = defineCommand({
  name: 'status',
  description: 'Whether all is well: platforms, sources, posts',
  example: '/status',
  access: 'anyone',
  isPrivate: true,
  options: {},
  async run(_, context) {
    const { clock, startedAt, texts } = context;
    const words = texts.status;
    const unreachable = (await seenChannels(context)).filter(({ state }) => state === 'unreachable');
    const forMs = clock.now().getTime() - startedAt.getTime();
    return {
      ...emptyMessage,
      title: { text: words.title },
      blocks: [
        { kind: 'paragraph', spans: [words.running({ forMs })] },
        ...section(words.platforms, platformItems(context)),
        ...section(words.news, [...(await newsItems(context)), ...(await sourceItems(context))]),
        ...section(words.posts, await postItems(context)),
        ...section(words.unreachable, unreachable.slice(0, mostChannels).map(channelItem)),
      ],
      footer: unreachable.length === 0 ? null : words.unreachableHint,
    };
  },
});

function section(heading: string, items: readonly Spans[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items },
  ];
}

/** What a platform has to say is for owners, as it is about tokens and settings. */
function platformItems({ asker, platforms, texts }: CommandContext): readonly Spans[] {
  return platforms().flatMap(({ id, isConnected, remarks }) => [
    [{ text: id, bold: true }, `: ${isConnected ? texts.status.connected : texts.status.notConnected}`],
    ...(asker.isOwner ? remarks.map((remark) => [remark]) : []),
  ]);
}

async function newsItems({ store, texts: { status } }: CommandContext): Promise<readonly Spans[]> {
  const { stories, articles, newestAt } = await store.stories.counts();
  const newest: Spans =
    newestAt === null
      ? [status.noArticle]
      : [status.newest, { moment: { at: newestAt, precision: 'minute' }, style: 'relative' }];
  return [[status.counts({ stories, articles })], newest];
}

async function sourceItems({ scopes, store, texts: { status } }: CommandContext): Promise<readonly Spans[]> {
  const sources = await store.sources.list(scopes);
  const active = sources.filter(({ isPaused }) => !isPaused);
  const failing = active.filter(({ failingSince }) => failingSince !== null).length;
  const unread = active.filter(
    ({ failingSince, lastReadAt }) => failingSince === null && lastReadAt === null,
  );
  const counts = {
    ok: active.length - failing - unread.length,
    failing,
    paused: sources.length - active.length,
    unread: unread.length,
  };
  return [[status.sources(counts)], ...(failing === 0 ? [] : [[status.failingHint]])];
}

async function postItems({ store, texts: { status } }: CommandContext): Promise<readonly Spans[]> {
  const { pending, sending, sent, unconfirmed, rejected } = await store.deliveries.counts();
  return [
    [status.waiting({ count: pending + sending })],
    [status.sent({ count: sent })],
    ...(unconfirmed === 0 ? [] : [[status.unconfirmed({ count: unconfirmed })]]),
    ...(rejected === 0 ? [] : [[status.rejected({ count: rejected })]]),
  ];
}

/** Owners see every channel, others those of their own server or chat. */
async function seenChannels({ asker, store, target }: CommandContext): Promise<readonly Channel[]> {
  if (!asker.isOwner) return store.channels.ofScope(target.scope);
  const all = await Promise.all(platformIds.map(async (id) => store.channels.ofPlatform(id)));
  return all.flat();
}

function channelItem({ name, platform, unreachableReason }: Channel): Spans {
  const where: Spans = [{ text: name, bold: true }, ` (${platform})`];
  return unreachableReason === null ? where : [...where, `: ${unreachableReason}`];
}
