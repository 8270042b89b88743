/** Discord's gateway: hello, identify, ready, heartbeats, resume, dispatches, and every way to lose it. */
import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import { guildCreatePayload, userPayload } from './payloads.ts';
import { applicationId, botId, type World } from './world.ts';

const packet = z.object({ op: z.int(), d: z.unknown() });
const identify = z.object({
  token: z.string(),
  intents: z.int(),
  shard: z.tuple([z.int(), z.int()]).optional(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

export interface FakeGateway {
  /** Identifies seen so far; each costs one of a thousand a day. */
  readonly identifies: readonly { readonly intents: number; readonly shard: number }[];
  readonly resumes: number;
  readonly heartbeats: number;
  readonly connections: number;
  dispatch(name: string, payload: unknown): void;
  /** Closes every connection with a code; without one it is cut. */
  drop(code?: number): void;
  /** Answers every identify with this close code; null lets them in again. */
  refuseIdentify(code: number | null): void;
  /** While it is shut, every connection is refused. */
  setOpen(isOpen: boolean): void;
  /** Connections refused so far. */
  readonly refused: number;
  /** Sessions are forgotten: a resume gets "invalid session". */
  forgetSessions(): void;
  close(): Promise<void>;
}

interface Session {
  readonly id: string;
  /** Which of how many. */
  readonly shard: readonly [number, number];
  readonly events: { readonly seq: number; readonly name: string; readonly payload: unknown }[];
}

/** A gateway on an HTTP server, under `/gateway`. */
export function createGateway(
  server: Server,
  world: World,
  options: { token: string; url: () => string },
): FakeGateway {
  const sockets = new WebSocketServer({
    server,
    verifyClient: () => {
      state.refused += state.isOpen ? 0 : 1;
      return state.isOpen;
    },
  });
  const sessions = new Map<string, Session>();
  const live = new Map<WebSocket, Session>();
  const identifies: { intents: number; shard: number }[] = [];
  const state = {
    resumes: 0,
    heartbeats: 0,
    connections: 0,
    refusal: null as number | null,
    seq: 0,
    isOpen: true,
    refused: 0,
  };

  const record = (socket: WebSocket, session: Session, [name, payload]: readonly [string, unknown]) => {
    state.seq += 1;
    session.events.push({ seq: state.seq, name, payload });
    socket.send(JSON.stringify({ op: 0, s: state.seq, t: name, d: payload }));
  };
  const onIdentify = (socket: WebSocket, given: unknown) => {
    const { token, intents, shard = [0, 1] } = identify.parse(given);
    identifies.push({ intents, shard: shard[0] });
    if (state.refusal !== null) return socket.close(state.refusal);
    if (token !== options.token) return socket.close(4004);
    const session = { id: world.nextId(), shard, events: [] };
    sessions.set(session.id, session);
    live.set(socket, session);
    record(socket, session, ['READY', readyPayload(world, session, options.url())]);
    for (const guild of world.guilds.values()) {
      if (isOnShard(guild.id, shard) && !guild.isUnavailable)
        record(socket, session, ['GUILD_CREATE', guildCreatePayload(world, guild)]);
    }
    return undefined;
  };
  const onResume = (socket: WebSocket, given: unknown) => {
    const { session_id, seq } = resume.parse(given);
    const session = sessions.get(session_id);
    if (session === undefined) return socket.send(JSON.stringify({ op: 9, d: false }));
    state.resumes += 1;
    live.set(socket, session);
    for (const event of session.events.filter((event) => event.seq > seq)) {
      socket.send(JSON.stringify({ op: 0, s: event.seq, t: event.name, d: event.payload }));
    }
    return record(socket, session, ['RESUMED', {}]);
  };

  sockets.on('connection', (socket) => {
    state.connections += 1;
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 20_000 } }));
    socket.on('message', (bytes: Buffer) => {
      const { op, d } = packet.parse(JSON.parse(bytes.toString()));
      if (op === 1) {
        state.heartbeats += 1;
        socket.send(JSON.stringify({ op: 11 }));
      }
      if (op === 2) onIdentify(socket, d);
      if (op === 6) onResume(socket, d);
    });
    socket.on('close', () => live.delete(socket));
    socket.on('error', () => live.delete(socket));
  });

  return {
    identifies,
    get resumes() {
      return state.resumes;
    },
    get heartbeats() {
      return state.heartbeats;
    },
    get connections() {
      return state.connections;
    },
    dispatch(name, payload) {
      const guildId = guildOf(payload);
      for (const [socket, session] of live) {
        if (isOnShard(guildId, session.shard)) record(socket, session, [name, payload]);
      }
    },
    drop(code) {
      for (const socket of sockets.clients) {
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    refuseIdentify(code) {
      state.refusal = code;
    },
    setOpen(isOpen) {
      state.isOpen = isOpen;
    },
    get refused() {
      return state.refused;
    },
    forgetSessions() {
      sessions.clear();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        sockets.close(() => resolve());
      }),
  };
}

/** The server that an event is about; null for private chats. */
function guildOf(payload: unknown): string | null {
  const about = z.object({ guild_id: z.string().optional(), id: z.string().optional() }).parse(payload);
  const isPrivate = z.object({ context: z.literal([1, 2]) }).safeParse(payload).success;
  return isPrivate ? null : (about.guild_id ?? about.id ?? null);
}

/** Discord's rule; private chats come to the first shard. */
function isOnShard(guildId: string | null, [shard, count]: Session['shard']): boolean {
  return guildId === null ? shard === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === shard;
}

function readyPayload(world: World, { id, shard }: Session, url: string): unknown {
  return {
    v: 10,
    user: userPayload(botId),
    guilds: [...world.guilds.keys()]
      .filter((guildId) => isOnShard(guildId, shard))
      .map((guildId) => ({ id: guildId, unavailable: true })),
    session_id: id,
    resume_gateway_url: url,
    application: { id: applicationId, flags: 0 },
    private_channels: [],
    relationships: [],
    shard,
  };
}
