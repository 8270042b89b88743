/** A local server that speaks Telegram's Bot API: true long polling, updates, errors, limits. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { checkCall } from './checks.ts';
import { sendFile } from './files.ts';
import { createLimits } from './limits.ts';
import { methods } from './methods.ts';
import { boundaryOf, parseMultipart } from './multipart.ts';
import { isPayload, type Payload } from './payload.ts';
import { createUpdates } from './updates.ts';
import { createWorld, Refusal } from './world.ts';

export interface Call {
  readonly method: string;
  readonly payload: Payload;
  /** When it came in. */
  readonly atMs: number;
  /** What was answered: `ok`, or the description of the refusal, or how the connection ended. */
  readonly outcome: string;
}

/** How a call goes wrong; `after` means that it was carried out all the same. */
export type Failure =
  | { readonly kind: 'refuse'; readonly refusal: Refusal }
  | { readonly kind: 'page'; readonly status: number; readonly after?: boolean }
  | { readonly kind: 'break'; readonly after?: boolean }
  | { readonly kind: 'hang' };

export interface BotApiOptions {
  readonly token?: string;
  readonly hasLimits?: boolean;
  readonly port?: number;
  /** Milliseconds; real time unless given. */
  readonly now?: () => number;
}

export type BotApi = Awaited<ReturnType<typeof startBotApi>>;

export const testToken = '700:test-token';

export async function startBotApi(options: BotApiOptions = {}) {
  const now = options.now ?? Date.now;
  const world = createWorld({ id: 700, first_name: 'Satwire', is_bot: true, username: 'satwire_bot' });
  const updates = createUpdates();
  const limit = options.hasLimits === true ? createLimits(now) : () => undefined;
  const calls: Call[] = [];
  const failures: { readonly method: string; readonly failure: Failure }[] = [];
  let watchers: (() => void)[] = [];
  let token = options.token ?? testToken;
  let supportsInline = true;

  const record = (call: Call) => {
    calls.push(call);
    const woken = watchers;
    watchers = [];
    for (const watcher of woken) watcher();
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = request.url ?? '';
    const [, ofFile, path = ''] = /^\/file\/bot([^/]+)\/(.+)/.exec(address) ?? [];
    const [, ofCall, ofMethod = ''] = /^\/bot([^/]+)\/(\w+)/.exec(address) ?? [];
    const [given, method] = [ofFile ?? ofCall, ofFile === undefined ? ofMethod : 'file'];
    const payload = await readPayload(request);
    const atMs = now();
    const ended = (outcome: string) => record({ method, payload, atMs, outcome });
    const reply = (status: number, body: unknown, outcome: string) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body), () => ended(outcome));
    };
    const index = failures.findIndex((entry) => entry.method === method);
    const failure = index === -1 ? undefined : failures.splice(index, 1)[0]?.failure;
    try {
      if (given !== token) throw new Refusal(401, 'Unauthorized');
      if (failure?.kind === 'refuse') throw failure.refusal;
      if (failure?.kind === 'hang') return ended('hang');
      const isCarriedOut = failure === undefined || failure.after === true;
      const isCall = isCarriedOut && ofFile === undefined;
      const result = isCall ? await carryOut(method, payload, response) : null;
      if (ofFile !== undefined && isCarriedOut) {
        ended(sendFile(world.files, path, response));
      } else if (failure?.kind === 'page') {
        response.writeHead(failure.status, { 'content-type': 'text/html' });
        response.end('<html><h1>Bad Gateway</h1></html>', () => ended(`page ${failure.status}`));
      } else if (failure?.kind === 'break') {
        request.socket.destroy();
        ended('break');
      } else {
        reply(200, { ok: true, result }, 'ok');
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const body = {
        ok: false,
        error_code: error.code,
        description: error.message,
        parameters: error.parameters,
      };
      reply(error.code, body, error.message);
    }
  }

  async function carryOut(method: string, payload: Payload, response: ServerResponse): Promise<unknown> {
    checkCall(method, payload);
    const isGone = new Promise<void>((resolve) => response.once('close', resolve));
    const context = {
      world,
      updates,
      limit,
      isGone,
      nowSeconds: () => Math.floor(now() / 1000),
      supportsInline: () => supportsInline,
    };
    return methods[method]?.(payload, context);
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  /** Resolves with the first call, past or to come, that fits. */
  async function called(method: string, fits: (call: Call) => boolean = () => true, from = 0): Promise<Call> {
    for (;;) {
      const found = calls.slice(from).find((call) => call.method === method && fits(call));
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => watchers.push(resolve));
    }
  }

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    world,
    updates,
    calls,
    called,
    /** Resolves with the first call from `from` on that put a message into a chat or changed one. */
    async answered(from: number): Promise<Call> {
      for (;;) {
        const found = calls
          .slice(from)
          .find((call) => /^(?:send|edit)/.test(call.method) && call.outcome === 'ok');
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => watchers.push(resolve));
      }
    },
    /** Resolves once all updates so far are confirmed. */
    async allConfirmed(): Promise<void> {
      while (updates.waiting > 0) await new Promise<void>((resolve) => updates.onPoll(resolve));
    },
    /** Resolves once the bot has said that it is done with this update. */
    async confirmed(id: number): Promise<void> {
      while (!updates.confirmed.includes(id)) await new Promise<void>((resolve) => updates.onPoll(resolve));
    },
    /** Resolves once a program waits for updates. */
    async polled(): Promise<void> {
      while (!updates.isPolled) await new Promise<void>((resolve) => updates.onPoll(resolve));
    },
    callsOf: (method: string) => calls.filter((call) => call.method === method),
    failNext: (method: string, failure: Failure) => void failures.push({ method, failure }),
    refuseNext: (method: string, code: number, description: string, parameters?: Record<string, number>) =>
      void failures.push({
        method,
        failure: { kind: 'refuse', refusal: new Refusal(code, description, parameters) },
      }),
    setToken: (given: string) => {
      token = given;
    },
    setInline: (isOn: boolean) => {
      supportsInline = isOn;
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function readPayload(request: IncomingMessage): Promise<Payload> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks);
  const boundary = boundaryOf(request.headers['content-type']);
  if (boundary !== undefined) return parseMultipart(body, boundary);
  const payload: unknown = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
  return isPayload(payload) ? payload : {};
}
