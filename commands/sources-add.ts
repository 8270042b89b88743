import {
  boolean,
  defineAct,
  optional,
  positional,
  text,
  type CommandContext,
  type FoundSource,
} from '../src/dispatch/command.ts';
import { MendableError } from '../src/domain/errors.ts';
import { textMessage, type Message } from '../src/domain/message.ts';
import type { Scope } from '../src/domain/scope.ts';
import type { SourceDescription } from '../src/domain/source.ts';
import { freeKey, longestKey, longestName, nameOf, roomIn, scopeOf } from './new-sources.ts';
import { showItems } from './sources-reading.ts';

/** Shows the feed behind an address, and adds it once that is confirmed. */
export const addSource = defineAct({
  description: 'Add a feed, found from any page of its site, for this server or chat',
  example: '/sources add https://example.com',
  access: 'moderators',
  isPrivate: true,
  options: {
    url: positional(text('The address of the feed, or of the home page', { max: 2000 })),
    name: optional(text('What to call it; its own title unless told', { max: longestName })),
    key: optional(text('A short name for typing: small letters, digits, hyphens', { max: longestKey })),
    everywhere: optional(boolean('Add it for everybody; for owners of the bot')),
    sure: optional(boolean('Add it without asking again')),
  },
  async run(wish, context) {
    const { clock, sources, store, texts, wake } = context;
    const scope = scopeOf(wish.everywhere, context);
    if (wish.key !== undefined) requireKey(wish.key, context);
    const address = readAddress(wish.url, context);
    await requireRoom(scope, context);
    const outcome = await sources.find(address);
    if (outcome.kind === 'none') {
      throw new MendableError(texts.sources.notFound({ url: address, reason: outcome.reason }));
    }
    const wanted = describe(outcome.source, {
      ...wish,
      taken: await requireNew(outcome.source, wish.key, context),
    });
    if (wish.sure !== true) return askToAdd({ found: outcome.source, wanted, scope }, context);
    const added = await store.sources.add(wanted, scope, clock.now());
    if (added === null) throw new MendableError(texts.sources.keyTaken({ key: wanted.key }));
    wake();
    return textMessage(texts.sources.added(added));
  },
});

/** People leave the scheme out. */
function readAddress(typed: string, { texts }: CommandContext): string {
  const written = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?$/u.test(typed) ? `https://${typed}` : typed;
  if (/^https?:\/\/\S+$/i.test(written) && URL.canParse(written)) return new URL(written).href;
  throw new MendableError(texts.sources.noAddress({ text: typed }));
}

function requireKey(key: string, { texts }: CommandContext): void {
  if (!/^[a-z0-9-]{2,40}$/.test(key)) throw new MendableError(texts.sources.badKey({ text: key }));
}

async function requireRoom(scope: Scope, context: CommandContext): Promise<void> {
  const { scopes, sourceRules, store, texts } = context;
  if (roomIn(scope, await store.sources.list(scopes), context) > 0) return;
  throw new MendableError(texts.sources.tooMany({ most: sourceRules.mostPerScope }));
}

/**
 * Throws where the address is read already, or the wished key is taken; gives those that are. People type keys, so
 * one names one source only, also beside those for everybody.
 */
async function requireNew(
  { url }: FoundSource,
  key: string | undefined,
  { scopes, store, texts }: CommandContext,
): Promise<ReadonlySet<string>> {
  const seen = await store.sources.list(scopes);
  const same = seen.find((other) => other.url === url);
  if (same !== undefined) throw new MendableError(texts.sources.alreadyThere(same));
  const taken = new Set(seen.map((other) => other.key));
  if (key !== undefined && taken.has(key)) throw new MendableError(texts.sources.keyTaken({ key }));
  return taken;
}

interface Wish {
  readonly name: string | undefined;
  readonly key: string | undefined;
  readonly taken: ReadonlySet<string>;
}

function describe({ home, kind, language, title, url }: FoundSource, wish: Wish): SourceDescription {
  return {
    key: wish.key ?? freeKey(home ?? url, wish.taken),
    name: wish.name ?? nameOf(title ?? '', home ?? url),
    kind,
    url,
    home,
    language,
    address: 'seen',
    settings: {},
  };
}

interface Offer {
  readonly found: FoundSource;
  readonly wanted: SourceDescription;
  readonly scope: Scope;
}

/** The button adds what was shown: the feed's own address, not the page that led to it. */
function askToAdd({ found, wanted, scope }: Offer, context: CommandContext): Message {
  const { line, target, texts } = context;
  const shown = showItems({ ...wanted, items: found.items, defect: null }, context);
  const hint = texts.sources.addHint({ channel: target.name, isEverywhere: scope === 'global' });
  return {
    ...shown,
    blocks: [...shown.blocks, { kind: 'paragraph', spans: [hint] }],
    buttons: [
      {
        label: texts.sources.addButton,
        action: line({ url: wanted.url, key: wanted.key, sure: 'yes' }),
        role: 'turn',
      },
    ],
  };
}
