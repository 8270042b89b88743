/** Where a document says which hubs bring what is new in it (WebSub, “Discovery”). */
import type { HubOffer } from '../../domain/push.ts';
import { absoluteUrl } from '../text/address.ts';

/** What a document links to as its hubs and as itself. */
export interface HubLinks {
  readonly hubs: readonly string[];
  readonly self: string | null;
}

export interface Link {
  /** One or more words, as written. */
  readonly rel: string | undefined;
  readonly href: string | null | undefined;
  /** The address that it is relative to. */
  readonly base: string;
}

const mostHubs = 5;
const longestAddress = 2000;

/** The hubs and the address of its own among a document's links. */
export function hubLinksIn(links: readonly Link[]): HubLinks {
  const of = (rel: string) =>
    links
      .filter((link) => (link.rel ?? '').toLowerCase().split(/\s+/).includes(rel))
      .flatMap((link) => addressOf(link) ?? []);
  return { hubs: [...new Set(of('hub'))].slice(0, mostHubs), self: of('self')[0] ?? null };
}

/** As written where it can be: a hub may know an address letter by letter. */
function addressOf({ href, base }: Link): string | null {
  const written = href?.trim() ?? '';
  const url = absoluteUrl(written, base);
  if (url === null || url.length > longestAddress) return null;
  return /^https?:\/\/\S+$/i.test(written) ? written : url;
}

/** The header's links count first; without hubs there, those of the document. `url`: what was asked for. */
export function hubOfferOf(given: {
  readonly linkHeader: string | null;
  readonly inDocument: HubLinks | undefined;
  readonly url: string;
}): HubOffer | null {
  const { linkHeader, inDocument, url } = given;
  const inHeader = linkHeader === null ? null : hubLinksIn(parseLinkHeader(linkHeader, url));
  const hubs = [inHeader, inDocument].map((links) => links?.hubs ?? []).find((found) => found.length > 0);
  return hubs === undefined ? null : { hubs, topic: inHeader?.self ?? inDocument?.self ?? url };
}

/** `<https://hub.example/>; rel="hub", </feed>; rel=self` (RFC 8288). */
function parseLinkHeader(header: string, base: string): readonly Link[] {
  const links = header.matchAll(
    /<([^<>]*)>((?:\s*;\s*[\w*-]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*))?)*)/g,
  );
  return [...links].map(([, href, parameters = '']) => {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters);
    return { href, rel: rel?.[1] ?? rel?.[2], base };
  });
}
