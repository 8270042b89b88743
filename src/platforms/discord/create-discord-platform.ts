import { Events } from 'discord.js';
import type { Command } from '../../dispatch/command.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../domain/log.ts';
import type { Texts } from '../../texts/texts.ts';
import type { Platform, PlatformDoors, PlatformMemory } from '../platform.ts';
import { DiscordGateway } from './gateway.ts';
import { listenToGuilds } from './guild-events.ts';
import { answerInteraction } from './interactions.ts';
import { createLongActions } from './long-actions.ts';
import { createPace } from './pace.ts';
import { createPosts } from './posts.ts';
import { registerCommands } from './register-commands.ts';

export interface DiscordSetup {
  readonly token: string;
  /** Without a version and a slash at its end, e.g. `https://discord.com/api`; the gateway is the one that it names. */
  readonly apiUrl: string;
  readonly commands: readonly Command[];
  /** Ids of people who may use owners' commands. */
  readonly ownerIds: readonly string[];
  readonly memory: PlatformMemory;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
}

/** Discord as a platform. Posts need no gateway and go out from the beginning; commands wait for the connection. */
export function createDiscordPlatform(given: DiscordSetup): Platform {
  const setup = { ...given, pace: createPace(), longActions: createLongActions(given.memory, given.clock) };
  const posts = createPosts(setup);
  let gateway: DiscordGateway | null = null;
  let commandsRemark: string | null = null;

  const listen = (doors: PlatformDoors): DiscordGateway =>
    new DiscordGateway({
      ...setup,
      attach: (client) => {
        listenToGuilds(client, { ...setup, ...doors });
        client.on(Events.InteractionCreate, (interaction) => {
          void answerInteraction(interaction, { ...setup, ...doors });
        });
        client.on(Events.ClientReady, ({ application, rest }) => {
          const registered = registerCommands({ ...setup, rest, applicationId: application.id });
          void registered.then((remark) => {
            commandsRemark = remark;
          });
        });
      },
    });

  return {
    id: 'discord',
    async start(doors) {
      gateway = listen(doors);
      gateway.start();
      await posts.resume();
    },
    send: (order) => posts.send(order),
    edit: (order) => posts.edit(order),
    status: () => ({
      isConnected: gateway?.isConnected ?? false,
      remarks: [gateway?.remark ?? null, commandsRemark].filter((remark) => remark !== null),
    }),
    async stop() {
      await gateway?.stop();
      await posts.stop();
    },
  };
}
