/** Discord with its limits switched on, as a process of its own: `node dist/tools/bench/discord-server.js CHANNELS`. */
import { startFakeDiscord } from '../../test/fakes/discord/fake-discord.ts';
import type { SeenRequest } from '../../test/fakes/discord/fake-discord.ts';

/** What the server tells the process that started it. */
export type ServerTold =
  | {
      readonly kind: 'ready';
      readonly apiUrl: string;
      readonly token: string;
      readonly channels: readonly Place[];
    }
  | { readonly kind: 'answered'; readonly afterMs: number }
  | { readonly kind: 'counted'; readonly counts: Counts };

export interface Place {
  readonly id: string;
  readonly guildId: string;
}

export interface Counts {
  readonly posts: number;
  readonly refused: number;
  readonly mostInOneSecond: number;
  /** From the first post to the last. */
  readonly postsMs: number;
}

const channelsInGuild = 50;

const discord = await startFakeDiscord({ hasLimits: true });
const places: Place[] = [];
const wanted = Number(process.argv[2] ?? 500);
while (places.length < wanted) {
  const guild = discord.addGuild();
  for (let count = 0; count < channelsInGuild && places.length < wanted; count += 1) {
    places.push({ id: discord.addChannel(guild).id, guildId: guild.id });
  }
}
tell({ kind: 'ready', apiUrl: discord.apiUrl, token: discord.token, channels: places });

process.on('message', (asked) => {
  if (asked === 'use') void useCommand();
  if (asked === 'count') tell({ kind: 'counted', counts: count(discord.requests) });
});

/** The server lives no longer than the benchmark that asks it. */
process.on('disconnect', () => process.exit(0));

/** A person uses a command, and waits for the answer. */
async function useCommand(): Promise<void> {
  const [channel] = discord.world.channels.values();
  if (channel === undefined) throw new Error('no channel');
  const startedAt = performance.now();
  const use = discord.useCommand({ channel, name: 'latest' });
  let event = await use.next();
  // A deferral is no answer yet.
  while (event.kind === 'callback' && event.type === 5) event = await use.next();
  tell({ kind: 'answered', afterMs: performance.now() - startedAt });
}

function count(requests: readonly SeenRequest[]): Counts {
  const posts = requests.filter(({ path, status }) => path.endsWith('/messages') && status === 200);
  const times = posts.map(({ atMs }) => atMs);
  const inSecondAfter = (start: number) => times.filter((at) => at >= start && at < start + 1000).length;
  return {
    posts: posts.length,
    refused: requests.filter(({ status }) => status === 429).length,
    mostInOneSecond: times.reduce((most, at) => Math.max(most, inSecondAfter(at)), 0),
    postsMs: (times.at(-1) ?? 0) - (times[0] ?? 0),
  };
}

function tell(told: ServerTold): void {
  process.send?.(told);
}
