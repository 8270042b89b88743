/** The bot as `npm start` runs it: which platforms its settings turn on, and what it says while it starts. */
import { commandsUnder } from '../commands/index.ts';
import { openApp, sourceRulesOf } from './app.ts';
import type { Config } from './config.ts';
import type { Services } from './dispatch/command.ts';
import type { Clock } from './domain/clock.ts';
import type { Log } from './domain/log.ts';
import { textMessage } from './domain/message.ts';
import { watchReachability } from './ingest/reachability.ts';
import { startMessage } from './messages/start-message.ts';
import { createConsolePlatform } from './platforms/console/create-console-platform.ts';
import { hasTerminalColor } from './platforms/console/paint.ts';
import { createPlainLog } from './platforms/console/plain-log.ts';
import type { ConsoleStreams } from './platforms/console/screen.ts';
import { createDiscordPlatform } from './platforms/discord/create-discord-platform.ts';
import type { Platform, PlatformMemory } from './platforms/platform.ts';
import { createTelegramPlatform } from './platforms/telegram/create-telegram-platform.ts';
import { wallClock } from './schedule.ts';
import { catalog } from './sources/catalog.ts';
import { readSourcesFile } from './sources/sources-file.ts';
import { english } from './texts/english.ts';

export interface BotOptions {
  readonly config: Config;
  readonly log: Log;
  readonly streams: ConsoleStreams;
}

export interface Bot {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Resolves when the person at the terminal leaves; never where nobody sits at one. */
  readonly left: Promise<void>;
}

/** The bot as `npm start` runs it: on the platforms whose tokens are set, on the console where there is none. */
export async function openBot(options: BotOptions): Promise<Bot> {
  const { config, streams } = options;
  const clock = wallClock;
  const sources = config.SOURCES_FILE === undefined ? catalog : await readSourcesFile(config.SOURCES_FILE);
  const hasToken = config.DISCORD_TOKEN !== undefined || config.TELEGRAM_TOKEN !== undefined;
  const isPlain = !hasToken && config.LOG_LEVEL === undefined;
  const log = isPlain ? createPlainLog((text) => void show(text), english) : options.log;
  const hasColor = hasTerminalColor(streams.output);
  const parts = { clock, log, texts: english };
  const screen = hasToken ? null : createConsolePlatform({ ...streams, ...parts, hasColor });
  const show = async (text: string) => screen?.show(textMessage(text));
  const tell = (text: string) => {
    log.warn({}, text);
    void show(text);
  };
  const app = await openApp({
    config,
    log,
    clock,
    sources,
    onIngested: watchReachability(
      (change) =>
        tell(change.kind === 'lost' ? english.start.noneReachable(change) : english.start.reachableAgain),
      sources.length,
    ),
    platforms: (memoryOf) => (screen === null ? configuredPlatforms(config, parts, memoryOf) : [screen]),
  });
  return {
    stop: () => app.stop(),
    left: screen !== null && streams.input.isTTY === true ? screen.ended : new Promise(() => {}),
    async start() {
      await screen?.show(startMessage(sources, english));
      await app.start();
      log.info({ sources: sources.length }, 'started');
    },
  };
}

function configuredPlatforms(
  config: Config,
  parts: { readonly log: Log; readonly clock: Clock } & Pick<Services, 'texts'>,
  memoryOf: (platform: string) => PlatformMemory,
): readonly Platform[] {
  const shared = {
    ...parts,
    commands: commandsUnder(sourceRulesOf(config)),
    ownerIds: config.OWNER_IDS ?? [],
  };
  const platforms: Platform[] = [];
  if (config.DISCORD_TOKEN !== undefined) {
    const [token, apiUrl] = [config.DISCORD_TOKEN, config.DISCORD_API_URL];
    platforms.push(createDiscordPlatform({ ...shared, token, apiUrl, memory: memoryOf('discord') }));
  }
  if (config.TELEGRAM_TOKEN !== undefined) {
    const [url, port] = [config.TELEGRAM_WEBHOOK_URL, config.TELEGRAM_WEBHOOK_PORT];
    const telegram = createTelegramPlatform({
      ...shared,
      token: config.TELEGRAM_TOKEN,
      apiUrl: config.TELEGRAM_API_URL,
      ...(url === undefined ? {} : { webhook: { url, port } }),
      unknownPolicy: config.TELEGRAM_ON_UNKNOWN,
      memory: memoryOf('telegram'),
    });
    platforms.push(telegram);
  }
  return platforms;
}
