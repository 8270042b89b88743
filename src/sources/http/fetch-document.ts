/** One document by HTTP: redirects by hand, limits on everything, every outcome a value. */
import { request, type Dispatcher } from 'undici';
import type { Clock } from '../../domain/clock.ts';
import { networkReason, statusReason } from './failure-reasons.ts';
import { ReaderClosed } from '../source.ts';
import type { HostTurns } from './host-turns.ts';
import { freshForMs, header, retryAfterMs, type HttpHeaders } from './http-headers.ts';
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
    })
  | (AnswerFacts & { readonly kind: 'unchanged' })
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly retryAfterMs: number | null;
      readonly isGone: boolean;
    };

export type FetchDocument = (request: FetchRequest) => Promise<FetchOutcome>;

const limits = { timeoutMs: 15_000, bytes: 10 * 1024 * 1024, redirects: 5 };

interface Uses {
  readonly dispatcher: Dispatcher;
  readonly turns: HostTurns;
  readonly clock: Clock;
  readonly allowPrivateAddresses: boolean;
  readonly userAgent: string;
  /** Once aborted, nothing is fetched any more: what asks, or waits for its answer, gets a {@link ReaderClosed}. */
  readonly closing: AbortSignal;
}

/** Never throws for what the network does. */
export function createFetchDocument(uses: Uses): FetchDocument {
  return async (wanted) => {
    let url = wanted.url;
    let movedTo: string | null = null;
    let isMovedForGood = true;
    for (let redirects = 0; redirects <= limits.redirects; redirects += 1) {
      const refusal = refusedAddress(url, uses.allowPrivateAddresses);
      if (refusal !== null) return failed(refusal);
      const answer = await askInTurn(wanted, url, uses);
      if (answer.kind === 'failed') return answer;
      if (answer.kind !== 'redirect') return { ...answer, movedTo };
      isMovedForGood &&= answer.isPermanent;
      url = answer.to;
      if (isMovedForGood) movedTo = url;
    }
    return failed(`The address leads on through more than ${limits.redirects} redirects.`);
  };
}

async function askInTurn(wanted: FetchRequest, url: string, uses: Uses): Promise<FetchOutcome | Redirect> {
  if (uses.closing.aborted) throw new ReaderClosed();
  const leave = await uses.turns.enter(new URL(url).host);
  const abort = new AbortController();
  const cancel = uses.clock.after(limits.timeoutMs, () => abort.abort());
  try {
    const { dispatcher, userAgent } = uses;
    const headers = requestHeaders(wanted, url, userAgent);
    const answer = await request(url, { dispatcher, signal: abort.signal, headers });
    return await outcomeOf(answer, url, uses.clock.now());
  } catch (thrown) {
    if (uses.closing.aborted) throw new ReaderClosed();
    return failed(networkReason(abort.signal.aborted ? { code: 'TIMEOUT' } : thrown));
  } finally {
    cancel();
    leave();
  }
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
  return { kind: 'document', ...facts, bytes, contentType: header(headers, 'content-type') };
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

function failed(reason: string): Extract<FetchOutcome, { kind: 'failed' }> {
  return { kind: 'failed', reason, retryAfterMs: null, isGone: false };
}
