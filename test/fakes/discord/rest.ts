/** Discord's REST API v10, as far as a bot like this one uses it. */
import { PermissionFlagsBits } from 'discord.js';
import { z } from 'zod';
import { readCommands } from './command-shapes.ts';
import type { Interactions } from './interactions.ts';
import {
  createForumPost,
  createMessage,
  crosspost,
  editMessage,
  findMessage,
  listMessages,
  seenChannel,
} from './messages.ts';
import { channelPayload, guildPayload, memberPayload, userPayload } from './payloads.ts';
import { missingAccess, Refusal, unknownMessage } from './refusal.ts';
import { applicationId, botId, may, type FakeMessage, type World } from './world.ts';

export interface RestRequest {
  readonly method: string;
  /** Without the API's own prefix. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** Answers one request with a JSON value, or undefined for an empty 204; throws a {@link Refusal}. */
export type RestApi = (request: RestRequest) => unknown;

type Route = (given: readonly string[], request: RestRequest) => unknown;

export interface RestSetup {
  readonly world: World;
  readonly interactions: Interactions;
  readonly gatewayInfo: () => unknown;
}

/** The API over a world. */
export function createRestApi(setup: RestSetup): RestApi {
  const routes = { ...messageRoutes(setup), ...threadRoutes(setup), ...otherRoutes(setup) };
  const table = Object.entries(routes).map(([key, answer]) => {
    const [method = '', pattern = ''] = key.split(' ');
    return { method, pattern: new RegExp(`^${pattern.replaceAll(':id', '([^/]+)')}$`), answer };
  });
  return (request) => {
    for (const { method, pattern, answer } of table) {
      const match = method === request.method ? pattern.exec(request.path) : null;
      if (match !== null) return answer(match.slice(1), request);
    }
    throw new Refusal(404, 0, '404: Not Found');
  };
}

function messageRoutes({ world }: RestSetup): Record<string, Route> {
  return {
    'POST /channels/:id/messages': ([id = ''], { body }) => shown(createMessage(world, id, body)),
    'GET /channels/:id/messages': ([id = ''], { query }) => listMessages(world, id, query).map(shown),
    'GET /channels/:id/messages/:id': ([id = '', message = '']) => {
      const found = findMessage(world, id, message);
      const channel = seenChannel(world, id);
      if (!may(world, channel, PermissionFlagsBits.ReadMessageHistory)) throw missingAccess();
      return shown(found);
    },
    'PATCH /channels/:id/messages/:id': ([channelId = '', messageId = ''], { body }) =>
      shown(editMessage(world, { channelId, messageId, body })),
    'DELETE /channels/:id/messages/:id': ([id = '', message = '']) => {
      const channel = seenChannel(world, id);
      const place = channel.messages.findIndex((candidate) => candidate.id === message);
      if (place === -1) throw unknownMessage();
      channel.messages.splice(place, 1);
    },
    'POST /channels/:id/messages/:id/crosspost': ([id = '', message = ''], { body }) => {
      if (body !== undefined) throw new Refusal(400, 50_035, 'takes no body');
      return shown(crosspost(world, id, message));
    },
  };
}

const threadChange = z.strictObject({
  name: z.string().min(1).max(100).optional(),
  archived: z.boolean().optional(),
});

function threadRoutes({ world }: RestSetup): Record<string, Route> {
  return {
    'POST /channels/:id/threads': ([id = ''], { body }) => {
      const thread = createForumPost(world, id, body);
      const [message] = thread.messages;
      return { ...channelPayload(thread), ...(message && { message: shown(message) }) };
    },
    'GET /channels/:id': ([id = '']) => channelPayload(seenChannel(world, id)),
    'PATCH /channels/:id': ([id = ''], { body }) => {
      const channel = seenChannel(world, id);
      const change = threadChange.parse(body);
      channel.name = change.name ?? channel.name;
      channel.isArchived = change.archived ?? channel.isArchived;
      return channelPayload(channel);
    },
    'GET /guilds/:id/threads/active': ([id = '']) => ({
      threads: [...world.channels.values()]
        .filter((channel) => channel.guildId === id && channel.parentId !== null && !channel.isArchived)
        .map((thread) => channelPayload(thread))
        .reverse(),
      members: [],
    }),
  };
}

function otherRoutes({ world, interactions, gatewayInfo }: RestSetup): Record<string, Route> {
  const guild = (id: string) => {
    const found = world.guilds.get(id);
    if (found === undefined) throw new Refusal(404, 10_004, 'Unknown Guild');
    return found;
  };
  return {
    'GET /gateway/bot': () => gatewayInfo(),
    'GET /users/@me': () => userPayload(botId),
    'POST /users/@me/channels': (_, { body }) => {
      const { recipient_id } = z.strictObject({ recipient_id: z.string() }).parse(body);
      const known = [...world.channels.values()].find((channel) => channel.name === recipient_id);
      if (known === undefined) throw new Refusal(400, 50_007, 'Cannot send messages to this user');
      return channelPayload(known);
    },
    'GET /guilds/:id': ([id = '']) => guildPayload(guild(id)),
    'GET /guilds/:id/members/:id': ([id = '']) => memberPayload(guild(id)),
    [`GET /applications/${applicationId}/commands`]: () => world.commands,
    [`PUT /applications/${applicationId}/commands`]: (_, { body }) => {
      world.commands = readCommands(body).map((command) => ({ ...command, id: world.nextId() }));
      world.commandWrites += 1;
      return world.commands;
    },
    'POST /interactions/:id/:id/callback': ([id = '', token = ''], { body, query }) => {
      const answer = interactions.callback(id, token, body);
      return query.get('with_response') === 'true' ? answer : undefined;
    },
    [`PATCH /webhooks/${applicationId}/:id/messages/@original`]: ([token = ''], { body }) =>
      interactions.editOriginal(token, body),
    [`DELETE /webhooks/${applicationId}/:id/messages/@original`]: ([token = '']) =>
      interactions.deleteOriginal(token),
    [`POST /webhooks/${applicationId}/:id`]: ([token = ''], { body }) => interactions.followUp(token, body),
  };
}

/** A message as the API shows it: the history tells no nonce. */
function shown({ pinged: _pinged, isPublished: _isPublished, ...message }: FakeMessage): unknown {
  return { ...message, attachments: [], mentions: [], mention_roles: [], pinned: false, tts: false, type: 0 };
}
