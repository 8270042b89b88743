/** The whole platform over the real library, connected to a server of the tests. */
import { commands as realCommands } from '../../../commands/index.ts';
import type { Answer, Command, CommandRequest } from '../../../src/dispatch/command.ts';
import { textMessage, type Message } from '../../../src/domain/message.ts';
import { createDiscordPlatform } from '../../../src/platforms/discord/create-discord-platform.ts';
import type {
  ChannelEvent,
  Platform,
  PlatformDoors,
  PlatformMemory,
} from '../../../src/platforms/platform.ts';
import { english } from '../../../src/texts/english.ts';
import { startFakeDiscord, type FakeDiscord } from '../../fakes/discord/fake-discord.ts';
import type { FakeInteraction, InteractionEvent } from '../../fakes/discord/interactions.ts';
import type { FakeChannel, FakeGuild } from '../../fakes/discord/world.ts';
import { createTestClock, type TestClock } from '../../support/clock.ts';
import { createTestLog } from '../../support/log.ts';
import { createTestMemory } from '../../support/memory.ts';

export const ownerId = '700000000000000009';

export interface Chatting {
  readonly discord: FakeDiscord;
  readonly platform: Platform;
  readonly guild: FakeGuild;
  readonly channel: FakeChannel;
  readonly clock: TestClock;
  readonly memory: PlatformMemory;
  readonly log: ReturnType<typeof createTestLog>;
  readonly requests: CommandRequest[];
  readonly events: ChannelEvent[];
  /** What the program answers from now on. */
  answer: (request: CommandRequest) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export interface ChattingOptions {
  readonly memory?: PlatformMemory;
  readonly commands?: readonly Command[];
  readonly token?: string;
  /** In place of the ones that keep what they hear. */
  readonly doors?: PlatformDoors;
  /** Before the platform starts. */
  readonly prepare?: (discord: FakeDiscord) => void;
  /** Whether to wait until it is connected; true unless told. */
  readonly waits?: boolean;
}

/** A platform in a server with one channel. */
export async function openChatting(options: ChattingOptions = {}): Promise<Chatting> {
  const clock = createTestClock(new Date());
  const log = createTestLog();
  const memory = options.memory ?? createTestMemory(clock);
  const discord = await startFakeDiscord({ now: () => clock.now().getTime() });
  const guild = discord.addGuild();
  const channel = discord.addChannel(guild);
  options.prepare?.(discord);
  const platform = createDiscordPlatform({
    token: options.token ?? discord.token,
    apiUrl: discord.apiUrl,
    commands: options.commands ?? realCommands,
    ownerIds: [ownerId],
    memory,
    texts: english,
    clock,
    log,
  });
  const chatting: Chatting = {
    discord,
    platform,
    guild,
    channel,
    clock,
    memory,
    log,
    requests: [],
    events: [],
    answer: async () => reply(textMessage('Fine.')),
    close: async () => {
      await platform.stop();
      await discord.close();
    },
  };
  const keeping: PlatformDoors = {
    onCommand: async (request) => {
      chatting.requests.push(request);
      return chatting.answer(request);
    },
    onChannelEvent: async (event) => void chatting.events.push(event),
  };
  await platform.start(options.doors ?? keeping);
  if (options.waits !== false) await until(() => platform.status().isConnected);
  return chatting;
}

export function reply(message: Message, isPrivate = false): Answer {
  return { kind: 'reply', message, isPrivate };
}

/** Resolves once something is so; the test's own time limit ends it otherwise. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 2);
    });
  }
}

/** The texts that a person reads in an answer. */
export function textIn(shown: unknown): string {
  if (typeof shown !== 'object' || shown === null || !('embeds' in shown)) return '';
  const embeds: unknown = shown.embeds;
  return Array.isArray(embeds) ? embeds.map((embed) => JSON.stringify(embed)).join('\n') : '';
}

export const ephemeral = 64;

/** The first answer, which must be a message. */
export async function firstAnswer(interaction: FakeInteraction): Promise<Record<string, unknown>> {
  const event: InteractionEvent = await interaction.next();
  if (event.kind !== 'callback') throw new Error(`expected a first answer, not ${event.kind}`);
  return { ...event.data, answerType: event.type };
}

/** Buttons and menus of a message, in order. */
export function partsIn(shown: Record<string, unknown> | null): readonly Record<string, unknown>[] {
  const rows = shown?.['components'];
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: { readonly components: readonly Record<string, unknown>[] }) => row.components);
}

/** The custom id of the part with this label or placeholder. */
export function customIdOf(shown: Record<string, unknown> | null, label: string): string {
  const part = partsIn(shown).find((each) => each['label'] === label || each['placeholder'] === label);
  const id = part?.['custom_id'];
  if (typeof id !== 'string') throw new Error(`no button "${label}"`);
  return id;
}
