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
import { createHttpApp } from './http/create-http-app.ts';
import { startHttpServer, type HttpServer } from './http/http-server.ts';
import type { PushWakes } from './http/push-callback.ts';
import { createAskHubs } from './ingest/ask-hubs.ts';
import { createIngest } from './ingest/create-ingest.ts';
import type { Ingest, IngestRound } from './ingest/ingest.ts';
import { memoryUnder } from './platforms/memory-under.ts';
import type { Platform, PlatformDoors, PlatformMemory } from './platforms/platform.ts';
import { createDigests } from './routing/digests.ts';
import { createNotices } from './routing/notices.ts';
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
  /** The port that the web server listens on; null without one. */
  httpPort(): number | null;
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
  if (config.PUBLIC_URL === undefined) await store.pushes.backToReading(clock.now());
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
  let web: HttpServer | null = null;
  return {
    store,
    httpPort: () => web?.port ?? null,
    async start() {
      web = await openWeb(parts, stages, config);
      await Promise.all(platforms.map((platform) => platform.start(doors)));
      ticks = startSweeps(parts, stages);
      stages.wakeAll();
    },
    async stop() {
      await ticks?.stop();
      await web?.stop();
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
  /** Null where no hub can reach this bot. */
  readonly pushes: PushWakes | null;
  readonly stop: () => Promise<void>;
}

/** Each stage wakes the one after it; none calls it. */
function createStages(parts: Parts, { config, onIngested, longestIntervalMs }: AppOptions): Stages {
  const { store, clock, log, platforms, reader } = parts;
  const { stage, hinted } = createStageMakers(parts);
  const delivery = createDelivery({ store, platforms, texts: english, clock, log });
  const delivering = stage('delivery', async () => (await delivery.runRound()).nextDueAt);
  const routed = stage(
    'routing',
    createRoutingRound(parts, () => delivering.wake()),
  );
  const notices = createNotices({ store, clock, log, onOwed: () => delivering.wake() });
  const noticing = hinted('notices', () => notices.runRound());
  const publicUrl = config.PUBLIC_URL;
  const asking =
    publicUrl === undefined
      ? null
      : stage('hubs', createAskHubs({ store, sources: reader, clock, log, publicUrl }));
  const ingest = createIngest({
    store,
    sources: reader,
    clock,
    log,
    onSaved: () => routed.wake(),
    onHubChanged: () => asking?.wake(),
    ...(longestIntervalMs === undefined ? {} : { longestIntervalMs }),
  });
  const ingesting = stage('ingest', async () => {
    const round = await ingest.runRound();
    onIngested?.(round);
    noticing.wake();
    return round.nextDueAt;
  });
  const taking = hinted('pushed', async () => {
    if ((await ingest.takePushed()).notRead > 0) ingesting.wake();
  });
  return {
    ingest,
    pushes: asking === null ? null : { onPushed: () => taking.wake(), onDenied: () => asking.wake() },
    wakeDelivery: () => delivering.wake(),
    wakeAll: () => [ingesting, taking, asking, routed, noticing, delivering].forEach((each) => each?.wake()),
    async stop() {
      await Promise.all([asking, taking, ingesting].map(async (each) => each?.stop()));
      await ingest.settle();
      await routed.stop();
      await noticing.stop();
      await delivery.stop();
      await delivering.stop();
    },
  };
}

/** Stories first, so that a digest that is due knows what its channel got at once. */
function createRoutingRound({ store, clock, log }: Parts, onOwed: () => void): () => Promise<Date | null> {
  const routing = createRouting({ store, clock, log, onRouted: onOwed });
  const digests = createDigests({ store, clock, log, onOwed });
  return async () => {
    await routing.runRound();
    return (await digests.runRound()).nextDueAt;
  };
}

/** `hinted` makes a stage that knows no due time of its own. */
function createStageMakers({ clock, log }: Parts) {
  const stage = (name: string, round: () => Promise<Date | null>): Stage =>
    createStage({ round, clock, onFailure: (error) => log.error({ stage: name, error }, 'round failed') });
  const hinted = (name: string, round: () => Promise<unknown>): Stage =>
    stage(name, async () => {
      await round();
      return null;
    });
  return { stage, hinted };
}

/** What the settings let servers and chats add. */
export function sourceRulesOf(config: Config): SourceRules {
  return { addedBy: config.SOURCES_ADDED_BY, mostPerScope: config.SOURCES_PER_SERVER };
}

/** Before anything else starts: where the port is taken, nothing is to be undone but the store. */
async function openWeb(
  { store, clock, log }: Parts,
  { pushes }: Stages,
  { HTTP_HOST: host, HTTP_PORT: port, PUBLIC_URL: publicUrl = '' }: Config,
): Promise<HttpServer | null> {
  if (port === undefined) return null;
  try {
    const app = createHttpApp({ store, clock, log, pushes: pushes && { ...pushes, publicUrl } });
    const server = await startHttpServer({ app, host, port, clock });
    log.info({ host, port: server.port }, 'web server listens');
    return server;
  } catch (error) {
    await store.close();
    throw error;
  }
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
