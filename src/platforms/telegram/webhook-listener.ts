import { createServer, type IncomingMessage } from 'node:http';
import type { Log } from '../../domain/log.ts';
import type { WebhookReply, WebhookRequest } from './webhook.ts';

const mostBytes = 1_000_000;

/** A small web server for the webhook alone, where the bot has no other. Resolves to a function that stops it. */
export async function listenForWebhook(options: {
  readonly port: number;
  readonly path: string;
  readonly take: (request: WebhookRequest) => Promise<WebhookReply>;
  readonly log: Log;
}): Promise<() => Promise<void>> {
  const { port, path, take, log } = options;
  const server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== path) {
      response.writeHead(404).end();
      return;
    }
    const taking = readBody(request).then((body) => take({ headers: request.headers, body }));
    taking.then(
      ({ status }) => response.writeHead(status).end(),
      (error: unknown) => {
        log.error({ error }, 'an update from Telegram could not be taken; it will come again');
        response.writeHead(500).end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
    });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > mostBytes) throw new Error('an update with too many bytes');
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}
