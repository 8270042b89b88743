import { defineCommand, type CommandContext } from '../src/dispatch/command.ts';
import { platformIds, type Channel } from '../src/domain/channel.ts';
import { emptyMessage, type Block, type Spans } from '../src/domain/message.ts';
import type { Source } from '../src/domain/source.ts';
import { describeTrouble } from './source-trouble.ts';

/** Channels that are named at most; owners with more see the rest in the log. */
const mostChannels = 20;
const mostSources = 5;

export const status = defineCommand({
  name: 'status',
  description: 'Whether all is well: platforms, sources, posts',
  example: '/status',
  access: 'anyone',
  isPrivate: true,
  options: {},
  async run(_, context) {
    const { clock, scopes, startedAt, store, texts } = context;
    const words = texts.status;
    const unreachable = (await seenChannels(context)).filter(({ state }) => state === 'unreachable');
    const sources = await store.sources.list(scopes);
    const forMs = clock.now().getTime() - startedAt.getTime();
    return {
      ...emptyMessage,
      title: { text: words.title },
      blocks: [
        { kind: 'paragraph', spans: [words.running({ forMs })] },
        ...section(words.platforms, platformItems(context)),
        ...section(words.news, [...(await newsItems(context)), sourcesInWords(sources, context)]),
        ...section(words.failing, troubleItems(sources, context)),
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

function sourcesInWords(sources: readonly Source[], { texts: { status } }: CommandContext): Spans {
  const active = sources.filter(({ isPaused }) => !isPaused);
  const gone = active.filter(({ endedAt }) => endedAt !== null).length;
  const failing = active.filter(isFailing).length - gone;
  const unread = active.filter((source) => !isFailing(source) && source.lastReadAt === null).length;
  const paused = sources.length - active.length;
  return [status.sources({ ok: active.length - failing - gone - unread, failing, gone, paused, unread })];
}

const isFailing = ({ failingSince }: Source): boolean => failingSince !== null;

/** Those that fail for longest come first. */
function troubleItems(sources: readonly Source[], { texts }: CommandContext): readonly Spans[] {
  const failing = sources
    .filter((source) => !source.isPaused && isFailing(source))
    .toSorted((a, b) => (a.failingSince?.getTime() ?? 0) - (b.failingSince?.getTime() ?? 0));
  const shown = failing
    .slice(0, mostSources)
    .map((source): Spans => [
      { text: source.name, bold: true },
      ': ',
      ...describeTrouble(source, texts.sources),
    ]);
  const left = failing.length - shown.length;
  return left === 0 ? shown : [...shown, [texts.status.failingMore({ count: left })]];
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
