/** One document by HTTP: redirects by hand, limits on everything, every outcome a value. */
import { request, type Dispatcher } from 'undici';
import { askInTurn, failed, type AskFailure, type Connections } from './ask-in-turn.ts';
import { statusReason } from './failure-reasons.ts';
import { allOf, freshForMs, header, retryAfterMs, type HttpHeaders } from './http-headers.ts';
import { readBody } from './read-body.ts';
import { refusedAddress } from './refused-address.ts';

export interface FetchRequest {
  readonly url: string;
  readonly accept: string;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Beside the usual ones, e.g. an API's key; not sent on to another host. */
  readonly headers?: Readonly<Record<string, string>>;
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
    for (let redirects = 0; redirects <= limits.redirects; redirects += 1) {
      const refusal = refusedAddress(url, uses.allowPrivateAddresses);
      if (refusal !== null) return failed(refusal);
      const answer = await ask(wanted, url, uses);
      if (answer.kind === 'failed') return answer;
      if (answer.kind !== 'redirect') return { ...answer, movedTo };
      isMovedForGood &&= answer.isPermanent;
      url = answer.to;
      if (isMovedForGood) movedTo = url;
    }
    return failed(`The address leads on through more than ${limits.redirects} redirects.`);
  };
}

function ask(wanted: FetchRequest, url: string, uses: Connections): Promise<FetchOutcome | Redirect> {
  const { dispatcher, userAgent, clock } = uses;
  const headers = requestHeaders(wanted, url, userAgent);
  return askInTurn(url, uses, async (signal) =>
    outcomeOf(await request(url, { dispatcher, signal, headers }), url, clock.now()),
  );
}

async function outcomeOf(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: string,
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
    const isGone = statusCode === 410;
    return { ...failed(statusReason(statusCode)), retryAfterMs: retryAfterMs(headers, now), isGone };
  }
  const facts: AnswerFacts = {
    url,
    etag: header(headers, 'etag'),
    lastModified: header(headers, 'last-modified'),
    movedTo: null,
    freshForMs: freshForMs(headers, now),
  };
  if (statusCode === 304) return { kind: 'unchanged', ...facts };
  const bytes = await readBody(body, header(headers, 'content-encoding'), limits.bytes);
  const contentType = header(headers, 'content-type');
  return { kind: 'document', ...facts, bytes, contentType, linkHeader: allOf(headers, 'link') };
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
  const isSameHost = new URL(url).host === new URL(wanted.url).host;
  return {
    'user-agent': userAgent,
    accept: wanted.accept,
    'accept-encoding': 'gzip, br',
    ...(wanted.etag == null ? {} : { 'if-none-match': wanted.etag }),
    ...(wanted.lastModified == null ? {} : { 'if-modified-since': wanted.lastModified }),
    ...(isSameHost ? wanted.headers : {}),
  };
}
