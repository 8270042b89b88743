/** What the commands about a channel's subscriptions share. */
import type { CommandContext } from '../src/dispatch/command.ts';
import type { Channel } from '../src/domain/channel.ts';
import { MendableError } from '../src/domain/errors.ts';
import type { Filter, Subscription } from '../src/domain/subscription.ts';

export interface Subscribed {
  readonly channel: Channel;
  /** By number; at least one. */
  readonly subscriptions: readonly Subscription[];
}

/** The channel that the command acts on and what it asked for. Throws a MendableError where it asked for nothing. */
export async function findSubscribed({ store, target, texts }: CommandContext): Promise<Subscribed> {
  const channel = await store.channels.find(target);
  const found = channel === null ? [] : await store.subscriptions.ofChannel(channel.id);
  if (channel === null || found.length === 0) {
    throw new MendableError(texts.subscriptions.none({ channel: target.name }));
  }
  return { channel, subscriptions: [...found].sort((a, b) => a.number - b.number) };
}

/** One of them by its number. Throws a MendableError that tells the numbers there are. */
export function pickSubscription(
  number: number,
  { subscriptions }: Subscribed,
  { target, texts }: CommandContext,
): Subscription {
  const found = subscriptions.find((subscription) => subscription.number === number);
  if (found !== undefined) return found;
  const numbers = subscriptions.map((subscription) => subscription.number);
  throw new MendableError(texts.subscriptions.noSuchNumber({ channel: target.name, number, numbers }));
}

/** Turns filters into words; sources are told by name. */
export async function filterWords({
  scopes,
  store,
  texts,
}: CommandContext): Promise<(filter: Filter) => string> {
  const sources = await store.sources.list(scopes);
  const names = new Map(sources.map(({ key, name }) => [key, name]));
  return (filter) => texts.subscriptions.filter({ filter, sourceName: (key) => names.get(key) ?? key });
}
