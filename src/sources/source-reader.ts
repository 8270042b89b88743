/** Reads sources of every kind, and articles' pages, over one set of connections. */
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import type { Connections } from './http/ask-in-turn.ts';
import { createAskHub } from './hub/ask-hub.ts';
import { createDialer, resolveBySystem, type Resolve } from './http/dialer.ts';
import { createFetchDocument } from './http/fetch-document.ts';
import { createHostTurns } from './http/host-turns.ts';
import { createReadPage } from './page/read-page.ts';
import { createRobotsMemory } from './http/robots-memory.ts';
import { kindOf } from './kind-of-source.ts';
import { failedReading, readKind, readPushed } from './reading.ts';
import type { Secrets } from './api/read-api.ts';
import { createFindSource } from './discovery/find-source.ts';
import { createReadList } from './read-list.ts';
import { renderOpml } from './opml.ts';
import { withPublicLinks, withPublicPictureOf } from './http/public-links.ts';
import type { SourceReadingOutcome, Sources } from './source.ts';

export interface SourceReaderOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** For tests and intranets: without it, only public addresses on ordinary ports are asked. */
  readonly allowPrivateAddresses: boolean;
  /** Web or mail address of the bot's owner, told to publishers. */
  readonly contact?: string | undefined;
  /** Keys of APIs by name, for sources whose description names one as `${NAME}`. */
  readonly secrets?: Secrets;
  /** Looks names up; the system's own by default. */
  readonly resolve?: Resolve;
  /** Between the beginnings of two requests to one host; by default 1 s, and none where private hosts are asked. */
  readonly pausePerHostMs?: number;
}

export function createSourceReader(options: SourceReaderOptions): Sources {
  const { clock, log, allowPrivateAddresses } = options;
  const dispatcher = createDialer({ allowPrivateAddresses, resolve: options.resolve ?? resolveBySystem });
  const closing = new AbortController();
  const pauseMs = options.pausePerHostMs ?? (allowPrivateAddresses ? 0 : 1000);
  const connections: Connections = {
    dispatcher,
    turns: createHostTurns({ clock, pauseMs }),
    clock,
    allowPrivateAddresses,
    userAgent: userAgentOf(options.contact),
    closing: closing.signal,
  };
  const fetchDocument = createFetchDocument(connections);
  const robotsOf = createRobotsMemory({ fetchDocument, clock });
  const readPage = createReadPage({ fetchDocument, robotsOf, clock, log });
  const shown = (outcome: SourceReadingOutcome) =>
    allowPrivateAddresses ? outcome : withPublicLinks(outcome);
  return {
    async read(source) {
      const kind = kindOf(source, options.secrets ?? {});
      if ('problem' in kind) return failedReading(kind.problem);
      return shown(await readKind(source, kind, fetchDocument));
    },
    async readPage(url, source) {
      const outcome = await readPage(url, source);
      return allowPrivateAddresses ? outcome : withPublicPictureOf(outcome);
    },
    askHub: createAskHub(connections),
    readPushed(source, document) {
      const kind = kindOf(source, options.secrets ?? {});
      return 'problem' in kind ? failedReading(kind.problem) : shown(readPushed(source, kind, document));
    },
    find: createFindSource({ fetchDocument, robotsOf }),
    readList: createReadList(fetchDocument),
    renderList: renderOpml,
    async close() {
      closing.abort();
      await dispatcher.destroy();
    },
  };
}

/** A contact that could end the header, or the remark that it stands in, is made harmless. */
function userAgentOf(contact: string | undefined): string {
  const shown = (contact ?? '').replaceAll(/[^\x21-\x7e]+|[()]/g, '');
  return shown === '' ? 'Satwire/0.1 (news reader)' : `Satwire/0.1 (news reader; +${shown})`;
}
