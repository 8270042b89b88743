/** A WebSub hub on the loopback interface: it takes requests, asks whether they were meant, and brings news, signed. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

/** A request as the hub got it. */
export type HubForm = Readonly<Record<string, string>>;

/** What the hub does with a request: it accepts and asks whether it was meant, forgets it, or answers something else. */
export type HubMood =
  | 'confirming'
  /** It asks whether that was meant before it answers. */
  | 'hasty'
  | 'forgetful'
  /** It never answers. */
  | 'silent'
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> };

export interface HubReply {
  readonly status: number;
  readonly text: string;
  readonly contentType: string | null;
}

export interface Hub {
  /** `http://127.0.0.1:<port>/hub`. */
  readonly url: string;
  /** Every request so far, in order. */
  readonly asked: readonly HubForm[];
  /** The headers of each. */
  readonly headers: readonly IncomingHttpHeaders[];
  /** What the callbacks answered when they were asked whether a request was meant. */
  readonly confirmations: readonly HubReply[];
  /** Callbacks that it brings news to, with the secret of each. */
  readonly subscribers: ReadonlyMap<string, string>;
  mood: HubMood;
  leaseSeconds: string | null;
  /** What stands at a public address on this machine. */
  route(publicUrl: string, port: number): void;
  /** Resolves when one more request has come. */
  nextAsked(): Promise<HubForm>;
  /** Resolves when one more request has been answered and, where that is done, confirmed. */
  nextDone(): Promise<HubForm>;
  /** Calls a callback as the hub does; `query` is added to it. */
  call(callback: string, query: Readonly<Record<string, string>>): Promise<HubReply>;
  /** Brings a document to a callback, signed as told. */
  bring(
    callback: string,
    body: string | Uint8Array,
    headers?: Readonly<Record<string, string>>,
  ): Promise<HubReply>;
  /** Brings a document to every subscriber, signed with its secret. */
  publish(body: string): Promise<readonly HubReply[]>;
  close(): Promise<void>;
}

export const sign = (body: string | Uint8Array, secret: string, method = 'sha256'): string =>
  `${method}=${createHmac(method, secret).update(body).digest('hex')}`;

export async function startHub(): Promise<Hub> {
  const asked: HubForm[] = [];
  const confirmations: HubReply[] = [];
  const subscribers = new Map<string, string>();
  const routes = new Map<string, number>();
  const headers: IncomingHttpHeaders[] = [];
  const done = createBell();
  const come = createBell();

  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the hub has no port');

  const hub: Hub = {
    url: `http://127.0.0.1:${address.port}/hub`,
    asked,
    headers,
    confirmations,
    subscribers,
    mood: 'confirming',
    leaseSeconds: '864000',
    route: (publicUrl, port) => void routes.set(publicUrl, port),
    nextAsked: come.next,
    nextDone: done.next,
    call(callback, query) {
      const url = new URL(reach(callback));
      for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
      return replyOf(fetch(url));
    },
    bring: (callback, body, headers = {}) =>
      replyOf(
        fetch(reach(callback), {
          method: 'POST',
          body: Buffer.from(body),
          headers: { 'content-type': 'application/rss+xml', ...headers },
        }),
      ),
    publish: (body) =>
      Promise.all(
        [...subscribers].map(([callback, secret]) =>
          hub.bring(callback, body, { 'x-hub-signature': sign(body, secret) }),
        ),
      ),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  function reach(callback: string): string {
    const [publicUrl, port] = [...routes].find(([url]) => callback.startsWith(url)) ?? [];
    return publicUrl === undefined ? callback : callback.replace(publicUrl, `http://127.0.0.1:${port}`);
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = Object.fromEntries(new URLSearchParams(await textOf(request)));
    asked.push(form);
    headers.push(request.headers);
    come.ring(form);
    const { mood } = hub;
    if (mood === 'silent') return;
    if (mood === 'hasty') await confirm(form);
    if (typeof mood === 'object') response.writeHead(mood.status, mood.headers).end(mood.body);
    else response.writeHead(202).end();
    if (mood === 'confirming') await confirm(form);
    done.ring(form);
  }

  async function confirm(form: HubForm): Promise<void> {
    const { 'hub.callback': callback = '', 'hub.mode': mode = '', 'hub.topic': topic = '' } = form;
    const challenge = `challenge-${asked.length}`;
    const query: Record<string, string> = {
      'hub.mode': mode,
      'hub.topic': topic,
      'hub.challenge': challenge,
    };
    if (hub.leaseSeconds !== null) query['hub.lease_seconds'] = hub.leaseSeconds;
    const reply = await hub.call(callback, query);
    confirmations.push(reply);
    if (reply.status !== 200 || reply.text !== challenge) return;
    if (mode === 'subscribe') subscribers.set(callback, form['hub.secret'] ?? '');
    else subscribers.delete(callback);
  }

  return hub;
}

/** Tells those who wait for the next time. */
function createBell() {
  let waiting: ((form: HubForm) => void)[] = [];
  return {
    next: () => new Promise<HubForm>((resolve) => void waiting.push(resolve)),
    ring(form: HubForm) {
      const told = waiting;
      waiting = [];
      for (const tell of told) tell(form);
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

async function replyOf(answering: Promise<Response>): Promise<HubReply> {
  const answer = await answering;
  return {
    status: answer.status,
    text: await answer.text(),
    contentType: answer.headers.get('content-type'),
  };
}
