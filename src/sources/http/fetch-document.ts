/** One document by HTTP: redirects by hand, limits on everything, every outcome a value. */
import { request, type Dispatcher } from 'undici';
import {
  askInTurn,
  failed,
  newTimeLimit,
  type AskFailure,
  type Connections,
  type TimeLimit,
} from './ask-in-turn.ts';
import { networkReason, statusReason } from './failure-reasons.ts';
import { allOf, freshForMs, header, retryAfterMs, type HttpHeaders } from './http-headers.ts';
import { readBody } from './read-body.ts';
import { refusedAddress } from './refused-address.ts';

export interface FetchRequest {
  readonly url: string;
  readonly accept: string;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Beside the usual ones, e.g. an API's key; not sent on to another host, nor without TLS where it was wanted. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Why an address is to be left alone, null when it is not; asked of the first one and of each redirect. */
  readonly refusalOf?: (url: string) => Promise<string | null>;
  /** Takes what came of an answer that broke off before its end, see `brokenBy`. */
  readonly takesPart?: true;
}

/** What an answer says of itself. */
interface AnswerFacts {
  /** Where the document was in the end. */
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Where it is to be asked for from now on; null when nothing moved for good. */
  readonly movedTo: string | null;
  readonly freshForMs: number;
}

export type FetchOutcome =
  | (AnswerFacts & {
      readonly kind: 'document';
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      /** The `Link` headers, with commas between. */
      readonly linkHeader: string | null;
      /** Why the answer broke off before its end, as a sentence; null when it is whole. */
      readonly brokenBy: string | null;
    })
  | (AnswerFacts & { readonly kind: 'unchanged' })
  | AskFailure;

export type FetchDocument = (request: FetchRequest) => Promise<FetchOutcome>;

const limits = { bytes: 10 * 1024 * 1024, redirects: 5 };

/** Never throws for what the network does. */
export function createFetchDocument(uses: Connections): FetchDocument {
  return async (wanted) => {
    let url = wanted.url;
    let movedTo: string | null = null;
    let isMovedForGood = true;
    const timed = { ...uses, timeLimit: newTimeLimit() };
    for (let redirects = 0; redirects <= limits.redirects; redirects += 1) {
      const refusal =
        refusedAddress(url, uses.allowPrivateAddresses) ?? (await wanted.refusalOf?.(url)) ?? null;
      if (refusal !== null) return failed(url, refusal);
      const answer = await ask(wanted, url, timed);
      if (answer.kind === 'failed') return answer;
      if (answer.kind !== 'redirect') return { ...answer, movedTo };
      isMovedForGood &&= answer.isPermanent;
      url = answer.to;
      if (isMovedForGood) movedTo = url;
    }
    return failed(url, `The address leads on through more than ${limits.redirects} redirects.`);
  };
}

function ask(
  wanted: FetchRequest,
  url: string,
  uses: Connections & { readonly timeLimit: TimeLimit },
): Promise<FetchOutcome | Redirect> {
  const { dispatcher, userAgent, clock } = uses;
  const headers = requestHeaders(wanted, url, userAgent);
  const takesPart = wanted.takesPart === true;
  return askInTurn(url, uses, async (signal) =>
    outcomeOf(await request(url, { dispatcher, signal, headers }), { url, takesPart }, clock.now()),
  );
}

async function outcomeOf(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  { url, takesPart }: { readonly url: string; readonly takesPart: boolean },
  now: Date,
): Promise<FetchOutcome | Redirect> {
  const isDocument = statusCode >= 200 && statusCode <= 299;
  if (!isDocument) {
    // The rest of the answer is not wanted, so what becomes of it is not an error.
    body.on('error', () => undefined);
    body.destroy();
  }
  const redirect = redirectOf(statusCode, headers, url);
  if (redirect !== null) return redirect;
  if (!isDocument && statusCode !== 304) {
    return {
      ...failed(url, statusReason(statusCode)),
      retryAfterMs: retryAfterMs(headers, now),
      isGone: statusCode === 410,
      status: statusCode,
    };
  }
  const facts: AnswerFacts = {
    url,
    etag: header(headers, 'etag'),
    lastModified: header(headers, 'last-modified'),
    movedTo: null,
    freshForMs: freshForMs(headers, now),
  };
  if (statusCode === 304) return { kind: 'unchanged', ...facts };
  const { bytes, brokenBy } = await readBody(body, allOf(headers, 'content-encoding'), limits.bytes);
  if (brokenBy !== null && !takesPart) throw brokenBy;
  return {
    kind: 'document',
    ...facts,
    bytes,
    contentType: header(headers, 'content-type'),
    linkHeader: allOf(headers, 'link'),
    brokenBy: brokenBy === null ? null : networkReason(brokenBy),
  };
}

interface Redirect {
  readonly kind: 'redirect';
  readonly to: string;
  readonly isPermanent: boolean;
}

function redirectOf(statusCode: number, headers: HttpHeaders, url: string): Redirect | null {
  const to = header(headers, 'location');
  if (![301, 302, 303, 307, 308].includes(statusCode) || to === null || !URL.canParse(to, url)) return null;
  return {
    kind: 'redirect',
    to: new URL(to, url).href,
    isPermanent: statusCode === 301 || statusCode === 308,
  };
}

function requestHeaders(wanted: FetchRequest, url: string, userAgent: string): Record<string, string> {
  const [asked, first] = [new URL(url), new URL(wanted.url)];
  const isInTheOpen = asked.protocol === 'http:' && first.protocol === 'https:';
  const isSameHost = asked.host === first.host && !isInTheOpen;
  return {
    'user-agent': userAgent,
    accept: wanted.accept,
    'accept-encoding': 'gzip, br',
    ...(wanted.etag == null ? {} : { 'if-none-match': wanted.etag }),
    ...(wanted.lastModified == null ? {} : { 'if-modified-since': wanted.lastModified }),
    ...(isSameHost ? wanted.headers : {}),
  };
}
