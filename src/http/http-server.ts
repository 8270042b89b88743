/** The bot's own web server: whether it is well, and the address that hubs bring news to. */
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Clock } from '../domain/clock.ts';
import { MendableError, reasonOf } from '../domain/errors.ts';

export interface HttpServerOptions {
  /** What answers. */
  readonly app: Hono;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  readonly clock: Clock;
}

export interface HttpServer {
  readonly port: number;
  /** Takes no more requests; those under way have a moment to end. */
  stop(): Promise<void>;
}

const requestMs = 60_000;
const graceMs = 5_000;
/** A flood of connections leaves room for those to sources and platforms. */
const mostConnections = 256;

/** Listens; a MendableError where it cannot. */
export async function startHttpServer({ app, host, port, clock }: HttpServerOptions): Promise<HttpServer> {
  // Monitors that speak HTTP/1.0 name no host.
  const options = { overrideGlobalObjects: false, hostname: 'localhost' };
  const listener = getRequestListener(app.fetch, options);
  const server = createServer(
    { requestTimeout: requestMs, headersTimeout: requestMs / 2 },
    (request, response) => {
      void listener(request, response);
    },
  );
  server.maxConnections = mostConnections;
  await listen(server, host, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: () => close(server, clock),
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (cause) {
    throw new MendableError(
      `The web server cannot listen on ${host}:${port} (${reasonOf(cause)}): set HTTP_PORT to a port that is free, and HTTP_HOST to an address of this machine.`,
      { cause },
    );
  }
}

function close(server: Server, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(graceMs, () => server.closeAllConnections());
    server.close(() => {
      cancel();
      resolve();
    });
    server.closeIdleConnections();
  });
}
