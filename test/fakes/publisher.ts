/** A publisher as its readers see it: an HTTP server on the loopback interface that answers as a test says. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

export interface PublisherAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Uint8Array;
}

export interface PublisherRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** An answer, or a function of the request; `never` leaves the request open without an answer. */
export type PublisherPage =
  | PublisherAnswer
  | 'never'
  | ((request: PublisherRequest) => PublisherAnswer | Promise<PublisherAnswer>);

export interface Publisher {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Every request so far, in order. */
  readonly requests: readonly PublisherRequest[];
  /** Sets what a path answers; other paths answer 404. */
  serve(path: string, page: PublisherPage): void;
  /** Resolves when the path has been asked for once more. */
  nextRequest(path: string): Promise<PublisherRequest>;
  close(): Promise<void>;
}

export async function startPublisher(): Promise<Publisher> {
  const pages = new Map<string, PublisherPage>();
  const requests: PublisherRequest[] = [];
  let waiting: { readonly path: string; readonly tell: (request: PublisherRequest) => void }[] = [];

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = { path: incoming.url ?? '/', headers: incoming.headers };
    requests.push(request);
    for (const one of waiting.filter(({ path }) => path === request.path)) one.tell(request);
    waiting = waiting.filter(({ path }) => path !== request.path);
    const page = pages.get(request.path) ?? { status: 404 };
    if (page === 'never') return;
    const given = typeof page === 'function' ? await page(request) : page;
    response.writeHead(given.status ?? 200, given.headers);
    response.end(given.body);
  }

  const server = createServer((incoming, response) => void answer(incoming, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the publisher has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    serve: (path, page) => void pages.set(path, page),
    nextRequest: (path) => new Promise((tell) => void waiting.push({ path, tell })),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
