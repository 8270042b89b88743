import type { Answer, Asker, CommandRequest, Services } from '../../src/dispatch/command.ts';
import { createDispatch } from '../../src/dispatch/dispatch.ts';
import { commandsUnder } from '../../commands/index.ts';
import { analyze } from '../../src/domain/analyzer.ts';
import { plainText, type TextBlock } from '../../src/domain/article.ts';
import type { ChannelDescription } from '../../src/domain/channel.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Scope } from '../../src/domain/scope.ts';
import type { Source, SourceDescription } from '../../src/domain/source.ts';
import type { NewArticle, Store } from '../../src/store/store.ts';
import type { Summaries } from '../../src/summaries/summary.ts';
import { english } from '../../src/texts/english.ts';
import { createTestClock, type TestClock } from './clock.ts';
import { createTestLog } from './log.ts';
import { renderPlain } from './render.ts';
import { openTestStore } from './store.ts';

/** A channel of the tests' own server. */
export const newsChannel: ChannelDescription = {
  platform: 'console',
  address: 'news',
  name: 'news',
  kind: 'console',
  scope: 'console:desk',
};

/** What one publisher reports; the rest is made up from it. */
export interface Told {
  readonly source?: string;
  /** Whose source it is; everybody's unless told. */
  readonly scope?: Scope;
  readonly title: string;
  readonly text?: string;
  readonly minutesAgo?: number;
  readonly parts?: Partial<NewArticle>;
}

export interface Conversation {
  readonly store: Store;
  readonly clock: TestClock;
  readonly log: ReturnType<typeof createTestLog>;
  /** How often the stages were woken. */
  readonly woken: () => number;
  /** Adds sources by name, for everybody or for one server. */
  readonly addSources: (names: readonly string[], scope?: Scope) => Promise<readonly Source[]>;
  /** Saves articles of global sources, each a story of its own unless its parts join it to another. */
  readonly tell: (...told: readonly Told[]) => Promise<void>;
  /** Asks and gives the answer as plain lines. */
  readonly ask: (line: string, as?: Partial<Asker>) => Promise<string>;
  readonly reply: (line: string, as?: Partial<Asker>) => Promise<Message>;
  /** What a platform is handed. */
  readonly dispatch: (request: CommandRequest) => Promise<Answer>;
  readonly request: (ask: CommandRequest['ask'], as?: Partial<Asker>) => Promise<Answer>;
}

/** A real store, real dispatch and the real commands, without a platform. */
export async function openConversation(
  given: Partial<Services> & Partial<Pick<CommandRequest, 'findChannel' | 'missingPermissions'>> = {},
): Promise<Conversation> {
  const clock = createTestClock();
  const log = createTestLog();
  const store = given.store ?? (await openTestStore({ clock, log }));
  const sourceRules = given.sourceRules ?? { addedBy: 'moderators', mostPerScope: 50 };
  let woken = 0;
  const dispatch = createDispatch({
    store,
    clock,
    log,
    texts: english,
    commands: commandsUnder(sourceRules),
    sourceRules,
    summaries: given.summaries ?? firstSentences,
    sources: unreachableNet,
    ingest: { runRound: noIngest, takePushed: noIngest, settle: noIngest, categoriesOf },
    platforms: () => [{ id: 'console', isConnected: true, remarks: [] }],
    startedAt: clock.now(),
    wake: () => {
      woken += 1;
    },
    ...given,
  });
  const request: Conversation['request'] = async (ask, as = {}) =>
    dispatch({
      ask,
      asker: { ...member, ...as },
      findChannel: given.findChannel ?? (async (named) => ({ problem: `I see no channel ${named}.` })),
      missingPermissions: given.missingPermissions ?? [],
    });
  const reply: Conversation['reply'] = async (line, as) => {
    const answer = await request({ kind: 'line', line }, as);
    if (answer.kind !== 'reply') throw new Error('choices for a line');
    return answer.message;
  };
  return {
    store,
    clock,
    log,
    woken: () => woken,
    addSources: async (names, scope) => addSources({ store, clock }, names, scope),
    tell: async (...told) => {
      for (const one of told) await saveTold({ store, clock }, one);
    },
    reply,
    dispatch,
    request,
    ask: async (line, as) => renderPlain(await reply(line, as)),
  };
}

export const member: Asker = {
  personId: 'person-1',
  personName: 'Ada',
  channel: newsChannel,
  isModerator: true,
  isOwner: false,
  language: null,
};

/** Summaries with a plain rule, so that a test can say what is expected. */
const firstSentences: Summaries = {
  ofStory: async (story) =>
    story.lead === ''
      ? null
      : { points: [story.lead], publisher: story.reports[0]?.sourceName ?? '', url: story.url },
  ofText: async ({ lead }) => (lead === '' ? [] : [lead]),
};

const noIngest = async () => Promise.reject(new Error('no command ingests'));

/** A plain rule, so that a test can say what is expected. */
const categoriesOf: Services['ingest']['categoriesOf'] = (items) =>
  items.map(({ title }) => (/token/i.test(title) ? 'markets' : 'other'));

/** A world where no address answers. */
export const unreachableNet: Services['sources'] = {
  read: async () => ({ kind: 'failed', reason: 'no network in tests', retryAfterMs: null, isGone: false }),
  readPage: async () => ({ kind: 'failed', reason: 'no network in tests' }),
  find: async () => ({ kind: 'none', reason: 'no network in tests' }),
  readList: async () => ({ kind: 'none', reason: 'no network in tests' }),
  askHub: async () => ({ kind: 'refused', reason: 'no network in tests', retryAfterMs: null }),
  readPushed: () => ({ kind: 'failed', reason: 'no hub in tests', retryAfterMs: null, isGone: false }),
  renderList: (sources) => sources.map(({ url }) => url).join('\n'),
  close: async () => {},
};

type World = Pick<Conversation, 'store' | 'clock'>;

async function addSources({ store, clock }: World, names: readonly string[], scope: Scope = 'global') {
  const wanted = names.map(describeSource);
  if (scope === 'global') {
    const before = await store.sources.list(['global']);
    const others = before.filter(({ key }) => !wanted.some((source) => source.key === key));
    await store.sources.putGlobal([...others, ...wanted], clock.now());
  } else {
    for (const source of wanted) await store.sources.add(source, scope, clock.now());
  }
  return store.sources.list([scope]);
}

function describeSource(name: string): SourceDescription {
  const key = keyOf(name);
  const url = `https://${key}.example/feed.xml`;
  return { key, name, kind: 'feed', url, home: null, language: 'en', address: 'seen', settings: {} };
}

async function saveTold(world: World, told: Told): Promise<void> {
  const { source: name = 'Example Wire', scope = 'global' } = told;
  const named = (source: Source) => source.name === name;
  const source =
    (await world.store.sources.list([scope])).find(named) ??
    (await addSources(world, [name], scope)).find(named);
  if (source === undefined) throw new Error(`no source ${name}`);
  await world.store.articles.save(source.id, [articleOf(told, world)], world.clock.now());
}

function articleOf(
  { source = 'Example Wire', title, text, minutesAgo = 0, parts }: Told,
  { clock }: World,
): NewArticle {
  const lead = text ?? `${title}, says ${source}.`;
  const blocks: readonly TextBlock[] = parts?.blocks ?? [{ kind: 'paragraph', text: lead }];
  return {
    url: `https://${keyOf(source)}.example/${keyOf(title)}`,
    guid: null,
    title,
    lead,
    blocks,
    authors: [],
    published: { at: new Date(clock.now().getTime() - minutesAgo * 60_000), precision: 'minute' },
    picture: null,
    label: null,
    category: 'other',
    assets: [],
    isSponsored: false,
    language: 'en',
    isBacklog: false,
    joins: null,
    tokens: { title: analyze(title), text: analyze(`${lead}\n${plainText(blocks)}`) },
    ...parts,
  };
}

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
