/** Discord on the loopback interface: REST v10 and the gateway on one port, with a world behind both. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createGateway, type FakeGateway } from './gateway.ts';
import { createFaults, limited, listen, readRequest, writeReply, type Fault, type Reply } from './http.ts';
import { createInteractions } from './interactions.ts';
import { createPeople, type People } from './people.ts';
import { createRateLimits } from './rate-limits.ts';
import { Refusal } from './refusal.ts';
import { createRestApi, type RestApi, type RestRequest } from './rest.ts';
import { createScenery, type Scenery } from './scenery.ts';
import { botToken, createWorld, type World } from './world.ts';

export interface SeenRequest extends RestRequest {
  /** What was answered; null when nothing was. */
  readonly status: number | null;
  /** When it was answered, in milliseconds since the server began. */
  readonly atMs: number;
}

export interface FakeDiscord extends Scenery, People {
  /** For `DISCORD_API_URL`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly world: World;
  readonly gateway: FakeGateway;
  readonly requests: readonly SeenRequest[];
  fail(fault: Fault): void;
  /** Sets how many shards Discord recommends. */
  recommendShards(count: number): void;
  /** Sets how many identifies are left of the day's thousand. */
  leaveIdentifies(count: number): void;
  close(): Promise<void>;
}

/** Starts the server on a free port. */
export async function startFakeDiscord(
  options: { readonly hasLimits?: boolean; readonly now?: () => number } = {},
): Promise<FakeDiscord> {
  const world = createWorld(options.now ?? Date.now);
  const interactions = createInteractions(world);
  const requests: SeenRequest[] = [];
  const faults = createFaults();
  const startedAt = Date.now();
  let identifiesLeft = 1000;
  let shards = 1;
  const server = createServer((incoming, response) => void answer(incoming, response));
  const limits = createRateLimits(options.hasLimits ?? false);
  const port = await listen(server);
  const url = `ws://127.0.0.1:${port}/gateway`;
  const gateway = createGateway(server, world, { token: botToken, url: () => url });
  const gatewayInfo = () => ({
    url,
    shards,
    session_start_limit: {
      total: 1000,
      remaining: identifiesLeft,
      reset_after: 3_600_000,
      max_concurrency: 16,
    },
  });
  const api = createRestApi({ world, interactions, gatewayInfo });

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming);
    const reply = replyTo(request, incoming.headers.authorization);
    const status = typeof reply === 'string' ? null : reply.status;
    requests.push({ ...request, status, atMs: Date.now() - startedAt });
    if (reply === 'cut') incoming.socket.destroy();
    else if (reply !== 'hang') writeReply(response, reply);
  }

  function replyTo(request: RestRequest, authorization: string | undefined): Reply | 'cut' | 'hang' {
    const { headers, retryAfter, isGlobal } = limits(request.method, request.path);
    if (retryAfter !== null) return limited(retryAfter, headers, isGlobal);
    if (needsToken(request.path) && authorization !== `Bot ${botToken}`) {
      return { status: 401, body: { message: '401: Unauthorized', code: 0 } };
    }
    const fault = faults.take(request);
    if (fault !== null && fault.when !== 'after') return fault.answer;
    const reply = apiReply(api, request);
    return fault === null ? { ...reply, headers: { ...headers, ...reply.headers } } : fault.answer;
  }

  return {
    ...createScenery(world, gateway),
    ...createPeople(world, { gateway, interactions }),
    apiUrl: `http://127.0.0.1:${port}/api`,
    token: botToken,
    world,
    gateway,
    requests,
    fail: (fault) => faults.add(fault),
    recommendShards(count) {
      shards = count;
    },
    leaveIdentifies(count) {
      identifiesLeft = count;
    },
    async close() {
      await gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** Interactions prove themselves by their token. */
function needsToken(path: string): boolean {
  return !path.startsWith('/interactions/') && !path.startsWith('/webhooks/');
}

function apiReply(api: RestApi, request: RestRequest): Reply {
  try {
    const body = api(request);
    return body === undefined ? { status: 204 } : { status: 200, body };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 429) return limited(Number(error.details), {}, false);
    return {
      status: error.status,
      body: { message: error.message, code: error.code, errors: error.details },
    };
  }
}
