/** HTTP for the server of the tests: reading requests, writing answers, and answering wrongly on purpose. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RestRequest } from './rest.ts';

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text is sent as a page, anything else as JSON. */
  readonly body?: unknown;
}

/** Something that goes wrong with a request. */
export interface Fault {
  /** As `POST /channels/123/messages`; it need be only a part of that. */
  readonly on: string;
  /** How often; 1 unless told. */
  readonly times?: number;
  /** `before`, unless told: Discord does not do it. `after`: Discord does it, and then answers so. */
  readonly when?: 'before' | 'after';
  /** `cut` breaks the connection, `hang` never answers; else what is answered. */
  readonly answer: 'cut' | 'hang' | Reply;
}

export interface Faults {
  add(fault: Fault): void;
  take(request: RestRequest): Fault | null;
}

/** Faults wait in order until a request meets them. */
export function createFaults(): Faults {
  const waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    take({ method, path }) {
      const found = waiting.find(({ fault, left }) => left > 0 && `${method} ${path}`.includes(fault.on));
      if (found === undefined) return null;
      found.left -= 1;
      return found.fault;
    },
  };
}

/** A 429 as Discord writes it. */
export function limited(seconds: number, headers: Reply['headers'], isGlobal: boolean): Reply {
  return {
    status: 429,
    headers: { ...headers, 'Retry-After': String(Math.ceil(seconds)), 'X-RateLimit-Scope': 'user' },
    body: { message: 'You are being rate limited.', retry_after: seconds, global: isGlobal },
  };
}

export async function readRequest(incoming: IncomingMessage): Promise<RestRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  const url = new URL(incoming.url ?? '/', 'http://discord.test');
  return {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(url.pathname.replace(/^\/api\/v10/, '')),
    query: url.searchParams,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

export function writeReply(response: ServerResponse, { status, headers = {}, body }: Reply): void {
  const isPage = typeof body === 'string';
  response.writeHead(status, {
    ...headers,
    ...(body !== undefined && { 'Content-Type': isPage ? 'text/html' : 'application/json' }),
  });
  response.end(body === undefined || isPage ? body : JSON.stringify(body));
}

/** Listens on a free port of the loopback interface and says which. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return (address satisfies AddressInfo).port;
}
