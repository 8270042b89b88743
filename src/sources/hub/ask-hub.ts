/** Asks a hub to bring what is new, or to stop (WebSub, “Subscriber Sends Subscription Request”). */
import { request, type Dispatcher } from 'undici';
import { hideKeys } from '../../domain/push.ts';
import { askInTurn, type Connections } from '../http/ask-in-turn.ts';
import { header, retryAfterMs } from '../http/http-headers.ts';
import { readBody } from '../http/read-body.ts';
import { refusedAddress } from '../http/refused-address.ts';
import type { HubOutcome, HubRequest, SourceHubs } from '../source.ts';

const mostRedirects = 5;
/** Of what a hub says against it, so much is read, and so much is told. */
const mostBytes = 4096;
const mostChars = 200;

/** The hub's address is as little trusted as a source's: the same guard, turns and limits. */
export function createAskHub(uses: Connections): SourceHubs['askHub'] {
  return async (wanted) => {
    let url = wanted.hub;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const refusal = refusedAddress(url, uses.allowPrivateAddresses);
      if (refusal !== null) return refused(refusal);
      const answer = await post(url, wanted, uses);
      if (answer.kind === 'failed') return { ...refused(answer.reason), retryAfterMs: answer.retryAfterMs };
      if (answer.kind !== 'elsewhere') return answer;
      url = answer.url;
    }
    return refused(`The hub leads on through more than ${mostRedirects} redirects.`);
  };
}

interface Elsewhere {
  readonly kind: 'elsewhere';
  readonly url: string;
}

function post(url: string, wanted: HubRequest, uses: Connections) {
  const { dispatcher, userAgent, clock } = uses;
  const headers = {
    'user-agent': userAgent,
    accept: 'text/plain, */*;q=0.5',
    'accept-encoding': 'gzip, br',
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = formOf(wanted);
  return askInTurn(url, uses, async (signal) =>
    withoutKeys(
      await outcomeOf(
        await request(url, { method: 'POST', dispatcher, signal, headers, body }),
        url,
        clock.now(),
      ),
      wanted,
    ),
  );
}

function withoutKeys(
  outcome: HubOutcome | Elsewhere,
  { callback, secret }: HubRequest,
): HubOutcome | Elsewhere {
  if (outcome.kind !== 'refused') return outcome;
  const token = callback.slice(callback.lastIndexOf('/') + 1);
  return { ...outcome, reason: hideKeys(outcome.reason, { token, secret }) };
}

function formOf({ mode, topic, callback, secret, leaseSeconds }: HubRequest): string {
  const fields = { 'hub.mode': mode, 'hub.topic': topic, 'hub.callback': callback };
  const ofSubscription = { 'hub.lease_seconds': String(leaseSeconds), 'hub.secret': secret };
  return new URLSearchParams({ ...fields, ...(mode === 'subscribe' ? ofSubscription : {}) }).toString();
}

async function outcomeOf(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: string,
  now: Date,
): Promise<HubOutcome | Elsewhere> {
  const isAccepted = statusCode >= 200 && statusCode <= 299;
  const to = header(headers, 'location');
  const isElsewhere = (statusCode === 307 || statusCode === 308) && to !== null && URL.canParse(to, url);
  if (!isAccepted && !isElsewhere) {
    const said = await readSaid(body, header(headers, 'content-encoding'));
    const reason = `The hub answers with HTTP ${statusCode}${said === '' ? '.' : `: ${said}`}`;
    return { kind: 'refused', reason, retryAfterMs: retryAfterMs(headers, now) };
  }
  // The rest of the answer is not wanted, so what becomes of it is not an error.
  body.on('error', () => undefined);
  body.destroy();
  return isElsewhere ? { kind: 'elsewhere', url: new URL(to, url).href } : { kind: 'accepted' };
}

/** The reason that a hub gives as text, on one line; empty where it gives none, or a page. */
async function readSaid(body: Dispatcher.ResponseData['body'], encoding: string | null): Promise<string> {
  try {
    const { bytes } = await readBody(body, encoding, mostBytes);
    const text = new TextDecoder().decode(bytes);
    return /^\s*</.test(text)
      ? ''
      : text
          .replaceAll(/[\s\p{Cc}]+/gu, ' ')
          .trim()
          .slice(0, mostChars);
  } catch {
    // It only explains a refusal, which stands without it.
    return '';
  }
}

const refused = (reason: string): Extract<HubOutcome, { kind: 'refused' }> => ({
  kind: 'refused',
  reason,
  retryAfterMs: null,
});
