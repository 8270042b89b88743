import {
  boolean,
  defineAct,
  optional,
  positional,
  text,
  type CommandContext,
} from '../src/dispatch/command.ts';
import { MendableError } from '../src/domain/errors.ts';
import { textMessage, type Message } from '../src/domain/message.ts';
import type { Source, SourceDescription } from '../src/domain/source.ts';
import { showReading } from './sources-reading.ts';

/** The most that one server or chat may add. */
const mostSources = 50;
const longestKey = 40;

/** Shows what an address gives, and adds it once that is confirmed: for the channel's server or chat alone. */
export const addSource = defineAct({
  description: 'Add a feed for this server or chat',
  example: '/sources add https://example.com/feed',
  access: 'moderators',
  isPrivate: true,
  options: {
    url: positional(text('The address of the feed', { max: 2000 })),
    name: optional(text('What to call it; its own title unless told', { max: 80 })),
    key: optional(text('A short name for typing: small letters, digits, hyphens', { max: longestKey })),
    sure: optional(boolean('Add it without asking again')),
  },
  async run(wish, context) {
    const { clock, line, sources, store, target, texts, wake } = context;
    const address = readAddress(wish.url, context);
    const draft = describe(address, wish.key ?? keyOf(address.hostname));
    await requireFree(draft, context);
    const reading = await sources.read(unsaved(draft, context));
    const { title, language } = reading.kind === 'read' ? reading : { title: null, language: null };
    const wanted = { ...draft, name: wish.name ?? shortTitle(title) ?? draft.name, language };
    const shown = showReading(reading, { name: wanted.name, url: wanted.url, texts });
    if (wish.sure !== true) return askToAdd(shown, { action: line({ sure: 'yes' }), context });
    const added = await store.sources.add(wanted, target.scope, clock.now());
    if (added === null) throw new MendableError(texts.sources.keyTaken({ key: wanted.key }));
    wake();
    return textMessage(texts.sources.added(added));
  },
});

function readAddress(typed: string, { texts }: CommandContext): URL {
  const address = URL.canParse(typed) ? new URL(typed) : null;
  if (address !== null && /^https?:$/.test(address.protocol)) return address;
  throw new MendableError(texts.sources.noAddress({ text: typed }));
}

/**
 * Throws where the address is read already, the key is taken or none, or no more may be added. People type keys, so
 * one names one source only, also beside those for everybody.
 */
async function requireFree({ key, url }: SourceDescription, context: CommandContext): Promise<void> {
  const { scopes, store, target, texts } = context;
  if (!/^[a-z0-9-]{2,40}$/.test(key)) throw new MendableError(texts.sources.badKey({ text: key }));
  const seen = await store.sources.list(scopes);
  const same = seen.find((other) => other.url === url);
  if (same !== undefined) throw new MendableError(texts.sources.alreadyThere(same));
  if (seen.some((other) => other.key === key)) throw new MendableError(texts.sources.keyTaken({ key }));
  if (seen.filter(({ scope }) => scope === target.scope).length >= mostSources) {
    throw new MendableError(texts.sources.tooMany({ most: mostSources }));
  }
}

function describe({ hostname, href, origin }: URL, key: string): SourceDescription {
  return {
    key,
    name: hostname,
    kind: 'feed',
    url: href,
    home: origin,
    language: null,
    address: 'seen',
    settings: {},
  };
}

function keyOf(hostname: string): string {
  const letters = hostname.replace(/^www\./, '').replaceAll(/[^a-z0-9]+/g, '-');
  return letters.slice(0, longestKey).replaceAll(/^-|-$/g, '');
}

/** As a source that was never read. */
function unsaved(wanted: SourceDescription, { clock, target }: CommandContext): Source {
  return {
    ...wanted,
    id: 0n,
    scope: target.scope,
    isPaused: false,
    etag: null,
    lastModified: null,
    nextDueAt: clock.now(),
    firstReadAt: null,
    lastReadAt: null,
    lastArticleAt: null,
    failures: 0,
    failingSince: null,
    lastError: null,
  };
}

function shortTitle(title: string | null): string | null {
  const trimmed = title?.trim().slice(0, 80) ?? '';
  return trimmed === '' ? null : trimmed;
}

function askToAdd(
  shown: Message,
  { action, context: { target, texts } }: { readonly action: string; readonly context: CommandContext },
): Message {
  const hint = texts.sources.addHint({ channel: target.name });
  return {
    ...shown,
    blocks: [...shown.blocks, { kind: 'paragraph', spans: [hint] }],
    buttons: [{ label: texts.sources.addButton, action, role: 'turn' }],
  };
}
