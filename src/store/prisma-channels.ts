import type { Channel, ChannelAddress, ChannelDescription, ChannelKind } from '../domain/channel.ts';
import type { ChannelStore } from './channel-store.ts';
import type { Database } from './database.ts';
import { cleanText } from './dialect.ts';
import type { Channel as ChannelRow } from './generated/sqlite/client.ts';
import { moveChannel } from './move-channel.ts';
import { readOneOf, readPlatform, readScope } from './readers.ts';

export function createChannelStore(database: Database): ChannelStore {
  const { queries } = database;
  const list = async (where: { id?: { in: bigint[] }; scope?: string; platform?: string }) =>
    (await queries.channel.findMany({ where, orderBy: { id: 'asc' } })).map(readChannel);
  return {
    put: (channel, now) => putChannel(database, channel, now),
    async find(address) {
      const row = await queries.channel.findUnique({ where: { platform_address: pick(address) } });
      return row === null ? null : readChannel(row);
    },
    byIds: (ids) => list({ id: { in: [...ids] } }),
    ofScope: (scope) => list({ scope }),
    ofPlatform: (platform) => list({ platform }),
    async setUnreachable(id, reason, now) {
      // One that already is keeps since when.
      await queries.channel.updateMany({
        where: { id, state: 'reachable' },
        data: { state: 'unreachable', unreachableSince: now },
      });
      await queries.channel.updateMany({
        where: { id },
        data: { unreachableReason: cleanText(reason), updatedAt: now },
      });
    },
    setReachable: (id, now) => setReachable(database, id, now),
    move: (from, to, now) => moveChannel(database, { from, to, now }),
    async counts() {
      const unreachable = await queries.channel.count({ where: { state: 'unreachable' } });
      return { channels: await queries.channel.count(), unreachable };
    },
  };
}

async function putChannel(
  { queries, newId }: Database,
  channel: ChannelDescription,
  now: Date,
): Promise<Channel> {
  const described = {
    name: cleanText(channel.name),
    kind: channel.kind,
    scope: channel.scope,
    updatedAt: now,
  };
  const row = await queries.channel.upsert({
    where: { platform_address: pick(channel) },
    update: described,
    create: { id: newId(), ...pick(channel), ...described, state: 'reachable' },
  });
  return readChannel(row);
}

async function setReachable(database: Database, id: bigint, now: Date): Promise<void> {
  await database.transaction(async (queries) => {
    await queries.channel.updateMany({
      where: { id },
      data: { state: 'reachable', unreachableReason: null, unreachableSince: null, updatedAt: now },
    });
    const where = { channelId: id, state: 'pending', dueAt: { gt: now } };
    await queries.delivery.updateMany({ where, data: { dueAt: now } });
  });
}

const pick = ({ platform, address }: ChannelAddress) => ({ platform, address });

const channelKinds: readonly ChannelKind[] = [
  'text',
  'announcement',
  'forum',
  'thread',
  'direct',
  'group',
  'topic',
  'broadcast',
  'console',
];

export function readChannel(row: ChannelRow): Channel {
  return {
    id: row.id,
    platform: readPlatform(row.platform),
    address: row.address,
    name: row.name,
    kind: readOneOf(channelKinds, row.kind),
    scope: readScope(row.scope),
    state: row.state === 'unreachable' ? 'unreachable' : 'reachable',
    unreachableReason: row.unreachableReason,
    unreachableSince: row.unreachableSince,
  };
}
