import {
  attachment,
  boolean,
  defineAct,
  optional,
  positional,
  text,
  type AttachedFile,
  type CommandContext,
  type ListedFeed,
} from '../src/dispatch/command.ts';
import { MendableError } from '../src/domain/errors.ts';
import { emptyMessage, textMessage, type Block, type Message } from '../src/domain/message.ts';
import type { Scope } from '../src/domain/scope.ts';
import type { Source, SourceDescription } from '../src/domain/source.ts';
import { freeKey, nameOf, roomIn, scopeOf } from './new-sources.ts';

const shownFeeds = 10;

/** Shows what a list would add, and adds it once that is confirmed. Files of this machine are never read. */
export const importSources = defineAct({
  description: 'Add the feeds of an OPML list, as feed readers export it',
  example: '/sources import https://example.com/feeds.opml',
  access: 'moderators',
  isPrivate: true,
  options: {
    list: positional(optional(text('The address of the list, or its text', { max: 6000 }))),
    file: optional(attachment('The list as a file')),
    everywhere: optional(boolean('Add them for everybody; for owners of the bot')),
    sure: optional(boolean('Add them without asking again')),
  },
  async run({ list, file, everywhere, sure }, context) {
    const { clock, scopes, store, texts, wake } = context;
    const scope = scopeOf(everywhere, context);
    const feeds = await readFeeds(file === undefined ? list : contentOf(file), context);
    const seen = await store.sources.list(scopes);
    const plan = planImport(feeds, { seen, room: roomIn(scope, seen, context) });
    if (plan.wanted.length === 0) return tellNothingNew(plan, context);
    if (sure !== true) return askToImport(plan, { scope, context });
    const count = await store.sources.addMany(plan.wanted, scope, clock.now());
    wake();
    return textMessage(texts.sources.listAdded({ count }), ...leftOut(plan, context));
  },
});

export const exportSources = defineAct({
  description: 'All sources as an OPML list, for other feed readers',
  example: '/sources export',
  // The address of a feed may hold somebody's own key.
  access: 'moderators',
  isPrivate: true,
  options: {},
  async run(_, { scopes, sources, store, texts }) {
    const seen = await store.sources.list(scopes);
    const feeds = seen.filter(({ kind }) => kind === 'feed');
    if (feeds.length === 0) return textMessage(texts.sources.nothingToExport);
    const leftOut = seen.length - feeds.length;
    return {
      ...textMessage(
        texts.sources.exported({ count: feeds.length }),
        ...(leftOut === 0 ? [] : [texts.sources.exportLeftOut({ count: leftOut })]),
      ),
      attachment: { name: 'satwire-sources.opml', text: sources.renderList(feeds) },
    };
  },
});

const contentOf = (file: AttachedFile): string | Uint8Array => ('bytes' in file ? file.bytes : file.address);

async function readFeeds(
  given: string | Uint8Array | undefined,
  { asker, sources, texts }: CommandContext,
): Promise<readonly ListedFeed[]> {
  if (given === undefined) throw new MendableError(texts.sources.listMissing(asker.channel));
  const outcome = await sources.readList(given);
  if (outcome.kind === 'list') return outcome.feeds;
  throw new MendableError(texts.sources.noList({ reason: outcome.reason }));
}

interface Plan {
  readonly wanted: readonly SourceDescription[];
  /** Read here already. */
  readonly known: number;
  /** For which there is no room. */
  readonly beyond: number;
}

function planImport(
  feeds: readonly ListedFeed[],
  { seen, room }: { readonly seen: readonly Source[]; readonly room: number },
): Plan {
  const urls = new Set(seen.map(({ url }) => url));
  const fresh = feeds.filter(({ url }) => !urls.has(url));
  const wanted = fresh.slice(0, room);
  const keys = new Set(seen.map(({ key }) => key));
  return {
    wanted: wanted.map((feed) => describe(feed, keys)),
    known: feeds.length - fresh.length,
    beyond: fresh.length - wanted.length,
  };
}

/** Adds the key to those taken. */
function describe({ name, url, home, language }: ListedFeed, taken: Set<string>): SourceDescription {
  const key = freeKey(home ?? url, taken);
  taken.add(key);
  const shown = { key, name: nameOf(name, url), url, home, language };
  return { ...shown, kind: 'feed', address: 'unconfirmed', settings: {} };
}

function tellNothingNew({ beyond }: Plan, { sourceRules, texts }: CommandContext): Message {
  const { listAllKnown, listNoRoom } = texts.sources;
  return textMessage(beyond > 0 ? listNoRoom({ most: sourceRules.mostPerScope }) : listAllKnown);
}

/** How many are not added, and why. */
function leftOut({ known, beyond }: Plan, { sourceRules, texts }: CommandContext): readonly string[] {
  const { listBeyond, listKnown } = texts.sources;
  return [
    ...(known === 0 ? [] : [listKnown({ count: known })]),
    ...(beyond === 0 ? [] : [listBeyond({ count: beyond, most: sourceRules.mostPerScope })]),
  ];
}

function askToImport(
  plan: Plan,
  { scope, context }: { readonly scope: Scope; readonly context: CommandContext },
): Message {
  const { line, target, texts } = context;
  const words = texts.sources;
  const { wanted, known, beyond } = plan;
  const count = wanted.length;
  const more = count - shownFeeds;
  const items = wanted.slice(0, shownFeeds).map(({ name, url }) => [{ text: name, url }]);
  const remarks = [
    ...leftOut(plan, context),
    words.listHint({ channel: target.name, isEverywhere: scope === 'global', count }),
  ];
  return {
    ...emptyMessage,
    title: { text: words.listTitle({ count: count + known + beyond }) },
    blocks: [
      { kind: 'list', items: more > 0 ? [...items, [words.listMore({ count: more })]] : items },
      ...remarks.map((remark): Block => ({ kind: 'paragraph', spans: [remark] })),
    ],
    buttons: [{ label: words.listButton({ count }), action: line({ sure: 'yes' }), role: 'turn' }],
  };
}
