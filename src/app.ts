/** The composition root: it builds the stages and joins them by wake-ups. */
import { commandsUnder } from '../commands/index.ts';
import { createChannelEvents } from './channels/channel-events.ts';
import type { Config } from './config.ts';
import { createDelivery } from './delivery/create-delivery.ts';
import type { Services, SourceRules } from './dispatch/command.ts';
import { createDispatch } from './dispatch/dispatch.ts';
import type { Clock } from './domain/clock.ts';
import type { Log } from './domain/log.ts';
import type { SourceDescription } from './domain/source.ts';
import { createIngest } from './ingest/create-ingest.ts';
import type { Ingest, IngestRound } from './ingest/ingest.ts';
import { memoryUnder } from './platforms/memory-under.ts';
import type { Platform, PlatformDoors, PlatformMemory } from './platforms/platform.ts';
import { createRouting } from './routing/route.ts';
import { createStage, startTicks, type Stage, type Ticks } from './schedule.ts';
import { createSourceReader } from './sources/source-reader.ts';
import type { Sources } from './sources/source.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { createSummaries } from './summaries/create-summaries.ts';
import { english } from './texts/english.ts';

export interface AppOptions {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly sources: readonly SourceDescription[];
  /** Builds the platforms to run on; each gets a memory of its own. */
  readonly platforms: (memoryOf: (platform: string) => PlatformMemory) => readonly Platform[];
  /** Told of every round of ingest. */
  readonly onIngested?: (round: IngestRound) => void;
  /** The longest time between two readings of a source; for the demo. */
  readonly longestIntervalMs?: number;
}

export interface App {
  readonly store: Store;
  /** Starts hearing commands, then reading sources. */
  start(): Promise<void>;
  /** Ends what is under way, in the order of the flow, and closes the store. */
  stop(): Promise<void>;
}

/** Opens the store, takes over the sources and builds every stage; nothing runs before `start`. */
export async function openApp(options: AppOptions): Promise<App> {
  const { config, log, clock } = options;
  const store = await openStore({ url: config.DATABASE_URL, clock, log });
  await store.sources.putGlobal(options.sources, clock.now());
  const platforms = options.platforms((platform) => memoryUnder(platform, store.notes));
  const reader = createSourceReader({
    clock,
    log,
    allowPrivateAddresses: config.FETCH_PRIVATE_ADDRESSES,
    contact: config.CONTACT,
    secrets: config.SOURCE_KEYS ?? {},
  });
  const parts = { log, clock, store, platforms, reader };
  const stages = createStages(parts, options);
  const doors = createDoors(parts, stages, sourceRulesOf(config));
  let ticks: Ticks | null = null;
  return {
    store,
    async start() {
      await Promise.all(platforms.map((platform) => platform.start(doors)));
      ticks = startSweeps(parts, stages);
      stages.wakeAll();
    },
    async stop() {
      await ticks?.stop();
      await reader.close();
      await stages.stop();
      await Promise.all(platforms.map((platform) => platform.stop()));
      await store.close();
    },
  };
}

interface Parts {
  readonly log: Log;
  readonly clock: Clock;
  readonly store: Store;
  readonly platforms: readonly Platform[];
  readonly reader: Sources;
}

interface Stages {
  readonly ingest: Ingest;
  readonly wakeAll: () => void;
  readonly wakeDelivery: () => void;
  readonly stop: () => Promise<void>;
}

/** Each stage wakes the one after it; none calls it. */
function createStages(parts: Parts, { onIngested, longestIntervalMs }: AppOptions): Stages {
  const { store, clock, log, platforms, reader } = parts;
  const stage = (name: string, round: () => Promise<Date | null>): Stage =>
    createStage({ round, clock, onFailure: (error) => log.error({ stage: name, error }, 'round failed') });

  const delivery = createDelivery({ store, platforms, texts: english, clock, log });
  const delivering = stage('delivery', async () => (await delivery.runRound()).nextDueAt);
  const routing = createRouting({ store, clock, log, onRouted: () => delivering.wake() });
  const routed = stage('routing', async () => {
    await routing.runRound();
    return null;
  });
  const ingest = createIngest({
    store,
    sources: reader,
    clock,
    log,
    onSaved: () => routed.wake(),
    ...(longestIntervalMs === undefined ? {} : { longestIntervalMs }),
  });
  const ingesting = stage('ingest', async () => {
    const round = await ingest.runRound();
    onIngested?.(round);
    return round.nextDueAt;
  });
  return {
    ingest,
    wakeDelivery: () => delivering.wake(),
    wakeAll: () => [ingesting, routed, delivering].forEach((each) => each.wake()),
    async stop() {
      await ingesting.stop();
      await routed.stop();
      await delivery.stop();
      await delivering.stop();
    },
  };
}

/** What the settings let servers and chats add. */
export function sourceRulesOf(config: Config): SourceRules {
  return { addedBy: config.SOURCES_ADDED_BY, mostPerScope: config.SOURCES_PER_SERVER };
}

/** What every platform is handed: one function for commands, one for what happens to channels. */
function createDoors(
  { log, clock, store, platforms, reader }: Parts,
  stages: Stages,
  sourceRules: SourceRules,
): PlatformDoors {
  const services: Services = {
    store,
    summaries: createSummaries({ store, clock }),
    sources: reader,
    ingest: stages.ingest,
    clock,
    texts: english,
    sourceRules,
    commands: commandsUnder(sourceRules),
    platforms: () => platforms.map((platform) => ({ id: platform.id, ...platform.status() })),
    startedAt: clock.now(),
    wake: stages.wakeAll,
  };
  return {
    onCommand: createDispatch({ ...services, log }),
    onChannelEvent: createChannelEvents({ store, clock, log, wake: stages.wakeDelivery }),
  };
}

/** Hints can be lost; a sweep makes up for them. Housekeeping comes in the quiet hours. */
function startSweeps({ store, clock, log }: Parts, stages: Stages): Ticks {
  return startTicks(
    {
      sweep: { pattern: '*/30 * * * * *', act: stages.wakeAll },
      housekeeping: { pattern: '0 20 4 * * *', act: () => store.tidy(clock.now()) },
    },
    (error) => log.error({ error }, 'tick failed'),
  );
}
