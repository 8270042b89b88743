/** People who use commands, press buttons, choose from menus, and send forms. */
import { PermissionFlagsBits } from 'discord.js';
import type { FakeGateway } from './gateway.ts';
import type { FakeInteraction, Interactions } from './interactions.ts';
import { channelPayload, userPayload } from './payloads.ts';
import { applicationId, permissionsIn, type FakeChannel, type World } from './world.ts';

/** Who acts, and where. */
export interface Scene {
  readonly channel: FakeChannel;
  readonly userId?: string;
  /** The person's own permissions in the channel. */
  readonly permissions?: bigint;
  readonly locale?: string;
  /** The bot is not in this server: the person installed it for themselves. */
  readonly isForeign?: boolean;
}

export interface CommandUse extends Scene {
  readonly name: string;
  readonly options?: readonly Record<string, unknown>[];
  /** Channels, roles and messages that options name. */
  readonly resolved?: Record<string, unknown>;
}

export interface ComponentUse extends Scene {
  /** The message that it stands on. */
  readonly message: Record<string, unknown>;
  readonly customId: string;
  /** Chosen values make it a menu. */
  readonly values?: readonly string[];
  /** 3 text, 6 role, 8 channel. */
  readonly menuType?: number;
  readonly resolved?: Record<string, unknown>;
}

export interface People {
  useCommand(use: CommandUse): FakeInteraction;
  /** On a message that the person chose "Apps" on. */
  useMessageCommand(use: Scene & { readonly name: string; readonly content: string }): FakeInteraction;
  /** While an option is being typed. */
  type(use: CommandUse): FakeInteraction;
  press(use: ComponentUse): FakeInteraction;
  submitForm(
    use: Omit<ComponentUse, 'values'> & { readonly fields: Readonly<Record<string, string>> },
  ): FakeInteraction;
}

export const reader = '700000000000000001';
export const moderator = '700000000000000002';
export const moderatorPermissions = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ViewChannel;

export function createPeople(
  world: World,
  { gateway, interactions }: { gateway: FakeGateway; interactions: Interactions },
): People {
  const act = (type: number, scene: Scene, data: Record<string, unknown>, extra = {}) => {
    const interaction = interactions.add(type);
    const payload = { ...scenePayload(world, scene), ...interaction, data, ...extra };
    gateway.dispatch('INTERACTION_CREATE', {
      ...payload,
      id: interaction.id,
      token: interaction.token,
      type,
    });
    return interaction;
  };
  const chat = ({ name, options = [], resolved }: CommandUse) => ({
    id: world.nextId(),
    name,
    type: 1,
    options,
    ...(resolved && { resolved }),
  });
  return {
    useCommand: (use) => act(2, use, chat(use)),
    type: (use) => act(4, use, chat(use)),
    useMessageCommand(use) {
      const id = world.nextId();
      const message = messagePayload({ id, content: use.content }, use.channel);
      return act(2, use, {
        id: world.nextId(),
        name: use.name,
        type: 3,
        target_id: id,
        resolved: { messages: { [id]: message } },
      });
    },
    press(use) {
      const component_type = use.values === undefined ? 2 : (use.menuType ?? 3);
      const data = {
        custom_id: use.customId,
        component_type,
        ...(use.values && { values: use.values }),
        ...(use.resolved && { resolved: use.resolved }),
      };
      return act(3, use, data, { message: messagePayload(use.message, use.channel) });
    },
    submitForm(use) {
      const components = Object.entries(use.fields).map(([custom_id, value]) => ({
        type: 1,
        components: [{ type: 4, custom_id, value }],
      }));
      const message = messagePayload(use.message, use.channel);
      return act(5, use, { custom_id: use.customId, components }, { message });
    },
  };
}

function scenePayload(world: World, scene: Scene): Record<string, unknown> {
  const { channel, userId = reader, permissions = PermissionFlagsBits.ViewChannel } = scene;
  const isForeign = scene.isForeign ?? false;
  const where =
    channel.guildId === null
      ? { user: userPayload(userId), context: isForeign ? 2 : 1 }
      : {
          guild_id: channel.guildId,
          guild: { id: channel.guildId, locale: 'en-US', features: [] },
          member: {
            user: userPayload(userId),
            roles: [],
            joined_at: new Date().toISOString(),
            deaf: false,
            mute: false,
            flags: 0,
            permissions: permissions.toString(),
          },
          context: 0,
        };
  return {
    application_id: applicationId,
    version: 1,
    channel_id: channel.id,
    channel: channelPayload(channel),
    locale: scene.locale ?? 'en-US',
    app_permissions: (isForeign ? 0n : permissionsIn(world, channel)).toString(),
    entitlements: [],
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: isForeign ? { 1: userId } : { 0: channel.guildId ?? '0' },
    ...where,
  };
}

/** A message as an interaction carries it; what its sender did not say has Discord's defaults. */
function messagePayload(message: Record<string, unknown>, channel: FakeChannel): Record<string, unknown> {
  return {
    author: userPayload(reader),
    channel_id: channel.id,
    content: '',
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: 0,
    ...message,
  };
}
