import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '../../../src/domain/clock.ts';
import type { SourceDescription } from '../../../src/domain/source.ts';
import { editionOf, type Edition } from './edition.ts';
import { doors } from './doors.ts';
import { renderPlainPage } from './plain-page.ts';
import { renderFront, renderPortalPage } from './portal-page.ts';
import { publishers, type Publisher } from './publishers.ts';
import type { ServedDocument } from './served-document.ts';
import { renderStructuredPage } from './structured-page.ts';

export interface Newsroom {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Its publishers as sources. */
  readonly sources: readonly SourceDescription[];
  /** From now on the live articles come out, each at its time; the rest was there before. */
  startLive(): void;
  close(): Promise<void>;
}

/**
 * Opens the sample newsroom on the loopback interface: each publisher's doors, front page, article pages
 * and pictures. All times are relative to its opening, and
 * some articles come out only after {@link Newsroom.startLive}.
 */
export async function openNewsroom({ clock }: { readonly clock: Clock }): Promise<Newsroom> {
  const openedAt = clock.now();
  let base = '';
  let liveSince: Date | null = null;
  const server = createServer((request, response) => {
    const times = { openedAt, liveSince, now: clock.now() };
    const found = findDocument(request.url ?? '/', (publisher) => editionOf(publisher, base, times));
    if (found === null) response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    else answer(request, response, found);
  });
  base = `http://127.0.0.1:${await listen(server)}`;
  return {
    url: base,
    sources: publishers.map((publisher) => sourceOf(publisher, base)),
    startLive() {
      liveSince ??= clock.now();
    },
    close: () => close(server),
  };
}

function sourceOf(publisher: Publisher, base: string): SourceDescription {
  const { kind, file, settings } = doors[publisher.door];
  return {
    key: publisher.key,
    name: publisher.name,
    kind,
    url: `${base}/${publisher.key}/${file}`,
    home: `${base}/${publisher.key}`,
    language: 'en',
    address: 'seen',
    settings: settings?.(publisher) ?? {},
  };
}

interface Found extends ServedDocument {
  readonly lastModified: Date;
}

/** A visitor may ask for what is no address at all. */
function findDocument(asked: string, editionFor: (publisher: Publisher) => Edition): Found | null {
  const [key, ...rest] = asked
    .replace(/[?#].*/s, '')
    .slice(1)
    .split('/');
  const publisher = publishers.find((candidate) => candidate.key === key);
  if (publisher === undefined) return null;
  const edition = editionFor(publisher);
  const document = documentAt(rest.join('/'), edition);
  return document === null
    ? null
    : { ...document, lastModified: edition.articles[0]?.publishedAt ?? new Date(0) };
}

function documentAt(place: string, edition: Edition): ServedDocument | null {
  if (place === '') return renderFront(edition);
  const door = Object.values(doors).find(({ file }) => file === place);
  if (door !== undefined) return door.render(edition);
  const [kind, name = ''] = place.split('/');
  const article = edition.articles.find(({ slug }) => slug === name.replace(/\.svg$/, ''));
  if (article === undefined) return null;
  if (kind === 'pictures') return picture;
  return kind === 'news' ? pages[edition.publisher.pages](article, edition) : null;
}

const pages = {
  portal: renderPortalPage,
  structured: renderStructuredPage,
  plain: renderPlainPage,
} as const;

const picture: ServedDocument = {
  contentType: 'image/svg+xml',
  body: '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#246"/></svg>',
};

/** With validators, so that what a reader has already is not sent again. */
function answer(request: IncomingMessage, response: ServerResponse, found: Found): void {
  const etag = `"${createHash('sha256').update(found.body).digest('base64url').slice(0, 16)}"`;
  const headers = {
    etag,
    'last-modified': found.lastModified.toUTCString(),
    'content-type': found.contentType,
    'cache-control': 'no-cache',
  };
  if (request.headers['if-none-match'] === etag) response.writeHead(304, headers).end();
  else response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : found.body);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
