import { Client, GatewayIntentBits, Options, SimpleShardingStrategy } from 'discord.js';
import { createMakeRequest } from './make-request.ts';
import type { Pace } from './pace.ts';

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

export interface ClientSetup {
  readonly apiUrl: string;
  readonly pace: Pace;
  /** Whether this client is still the one in use. */
  readonly isWanted: () => boolean;
}

/**
 * A client of the library for one attempt to connect. It listens to GUILDS alone: servers, channels, roles, threads;
 * commands need no intent. Nothing is kept in memory that is not used.
 */
export function createClient({ apiUrl, pace, isWanted }: ClientSetup): Client<true> {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: 'auto',
    allowedMentions: { parse: [] },
    waitGuildTimeout: 5000,
    ws: { buildStrategy: (manager) => createStrategy(manager, isWanted) },
    rest: { api: apiUrl, version: '10', retries: 1, makeRequest: createMakeRequest(pace) },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      UserManager: { maxSize: 100, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: { maxSize: 10, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
  });
}

/**
 * A destroyed client may be between two attempts to connect, and would go on with them for ever. Each asks for the
 * session first: one that nobody wants any more waits for that answer and gets none.
 */
function createStrategy(manager: Manager, isWanted: () => boolean): SimpleShardingStrategy {
  const given = { ...manager.options };
  manager.options.retrieveSessionInfo = async (shard) =>
    isWanted() ? given.retrieveSessionInfo(shard) : new Promise<never>(() => {});
  return new SimpleShardingStrategy(manager);
}
