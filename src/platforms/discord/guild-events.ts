import {
  Events,
  type Channel as DiscordChannel,
  type Client,
  type Guild,
  type GuildBasedChannel,
} from 'discord.js';
import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../domain/log.ts';
import type { Texts } from '../../texts/texts.ts';
import type { ChannelEvent, PlatformMemory } from '../platform.ts';
import { canPost, kindOf, missingPermissions, scopeOf } from './describe-channel.ts';
import { greet } from './greet.ts';
import { createKnownGuilds } from './known-guilds.ts';

export interface GuildEventsSetup {
  readonly onChannelEvent: (event: ChannelEvent) => Promise<void>;
  readonly memory: PlatformMemory;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
}

const mostGreetedAtFirst = 5;

/** Tells what happens to servers and channels, and greets a server that invited the bot. */
export function listenToGuilds(client: Client<true>, setup: GuildEventsSetup): void {
  const { onChannelEvent, texts, log } = setup;
  const guilds = createKnownGuilds(setup.memory);
  const tell = (event: ChannelEvent) => void onChannelEvent(event);
  const on = (work: Promise<void>, what: string) => {
    work.catch((error: unknown) => log.error({ error }, `${what} could not be noted`));
  };
  const removed = (guildId: string): ChannelEvent => ({
    kind: 'scopeUnreachable',
    scope: scopeOf(guildId),
    reason: texts.discord.unreachable.removed,
  });
  const joined = async (guild: Guild, isGreeted = true) => {
    await onChannelEvent({ kind: 'scopeReachable', scope: scopeOf(guild.id) });
    if ((await guilds.add(guild.id)) && isGreeted) await greet(guild, setup);
  };
  const left = async (guildId: string) => {
    await guilds.remove(guildId);
    await onChannelEvent(removed(guildId));
  };

  client.on(Events.ClientReady, ({ guilds: present }) =>
    on(compare([...present.cache.values()]), 'the servers'),
  );
  client.on(Events.GuildAvailable, (guild) => {
    // Before the first moment it is said of every server.
    if (client.isReady()) on(joined(guild), 'the end of an outage');
  });
  client.on(Events.GuildCreate, (guild) => on(joined(guild), 'an invitation'));
  client.on(Events.GuildDelete, (guild) => on(left(guild.id), 'a removal'));
  client.on(Events.ChannelDelete, (channel) => tell(gone(channel.id, texts)));
  client.on(Events.ThreadDelete, (thread) => tell(gone(thread.id, texts)));
  client.on(Events.ChannelUpdate, (before, after) => {
    if (hasChanged(before, after)) tellAccess(after, { tell, texts });
  });
  client.on(Events.GuildRoleUpdate, (before, after) => {
    if (!before.permissions.equals(after.permissions)) sweep(after.guild, { tell, texts });
  });
  client.on(Events.GuildRoleDelete, (role) => sweep(role.guild, { tell, texts }));
  client.on(Events.GuildMemberUpdate, (_, member) => {
    if (member.id === client.user.id) sweep(member.guild, { tell, texts });
  });

  /** Joined or kicked while the bot was off: only the list of the first moment tells. */
  async function compare(present: readonly Guild[]): Promise<void> {
    const before = await guilds.all();
    const now = new Set(present.map(({ id }) => id));
    // A bot that is in many servers is no new one, only its database is.
    const isGreeted = before !== null || present.length <= mostGreetedAtFirst;
    for (const id of before ?? []) if (!now.has(id)) await left(id);
    // One in an outage says who it is when it is back.
    for (const guild of present) if (guild.available) await joined(guild, isGreeted);
  }
}

function gone(address: string, texts: Texts): ChannelEvent {
  const reason = texts.discord.unreachable.gone;
  return { kind: 'unreachable', channel: { platform: 'discord', address }, reason };
}

interface Teller {
  readonly tell: (event: ChannelEvent) => void;
  readonly texts: Texts;
}

/** What the bot may do in a channel may have changed with the channel's own settings. */
function hasChanged(before: DiscordChannel, after: DiscordChannel): boolean {
  if (before.isDMBased() || after.isDMBased()) return false;
  const self = after.guild.members.me;
  if (self === null || before.type !== after.type) return true;
  return before.permissionsFor(self)?.bitfield !== after.permissionsFor(self)?.bitfield;
}

/** A role may change what the bot may do in every channel of a server. */
function sweep(guild: Guild, teller: Teller): void {
  for (const channel of guild.channels.cache.values()) tellAccess(channel, teller);
}

function tellAccess(channel: DiscordChannel | GuildBasedChannel, { tell, texts }: Teller): void {
  const kind = kindOf(channel.type);
  if (kind === null || channel.isDMBased()) return;
  const self = channel.guild.members.me;
  const permissions = self === null ? null : channel.permissionsFor(self);
  if (permissions === null) return;
  const address = { platform: 'discord', address: channel.id } as const;
  if (canPost(kind, permissions)) {
    tell({ kind: 'reachable', channel: address });
    return;
  }
  const missing = missingPermissions({ kind, permissions }, texts);
  tell({ kind: 'unreachable', channel: address, reason: texts.discord.unreachable.forbidden({ missing }) });
}
