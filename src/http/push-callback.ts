/** The address that a hub asks whether a push was meant, and brings news to (WebSub). Nothing here is trusted. */
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import { hideKeys, leaseFrom, pauseAfterDenialMs, type Push } from '../domain/push.ts';
import type { Store } from '../store/store.ts';
import { createByteRooms, type ByteRoom } from './byte-room.ts';
import { readRequest, type UnreadBody } from './read-request.ts';
import { isSigned } from './signature.ts';

/** Whom the callback wakes. */
export interface PushWakes {
  /** A hub brought something. */
  readonly onPushed: () => void;
  /** A hub said no. */
  readonly onDenied: () => void;
}

interface Uses extends PushWakes {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

export interface PushCallback {
  /** Answers whether what the hub was asked for was meant, and hears that it says no. */
  confirm(token: string, query: Readonly<Record<string, string>>): Promise<Response>;
  /** Takes what the hub brings. */
  receive(token: string, request: Request): Promise<Response>;
}

const maxBytes = 10 * 1024 * 1024;
/** So much of what hubs bring is in memory at a time. */
const mostBytesAtOnce = 6 * maxBytes;

export function createPushCallback(uses: Uses): PushCallback {
  const find = (token: string) => (/^[\w-]{20,64}$/.test(token) ? uses.store.pushes.byToken(token) : null);
  const openRoom = createByteRooms(mostBytesAtOnce);
  return {
    async confirm(token, query) {
      const push = await find(token);
      if (push === null || !isTopicOf(push, query['hub.topic'])) return answer(404);
      const mode = query['hub.mode'];
      if (mode === 'denied') return hearDenial(push, query['hub.reason'], uses);
      const isMeant =
        (mode === 'subscribe' && (await begin(push, query['hub.lease_seconds'], uses))) ||
        (mode === 'unsubscribe' && (await end(push, uses)));
      return isMeant ? answer(200, query['hub.challenge']) : answer(404);
    },
    async receive(token, request) {
      const push = await find(token);
      // 410 tells a hub to forget the subscription.
      if (push === null || push.state === 'ending') return answer(410);
      const room = openRoom();
      try {
        return await take(push, { request, room }, uses);
      } finally {
        room.leave();
      }
    },
  };
}

/** Text that no browser takes for a page, whatever a stranger has it say. */
function answer(status: number, text = ''): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
  return new Response(text, { status, headers });
}

function isTopicOf({ offer }: Push, topic = ''): boolean {
  if (offer.topic === topic) return true;
  // A hub may write an address anew.
  const [one, other] = [offer.topic, topic].map((url) => (URL.canParse(url) ? new URL(url).href : null));
  return one !== null && one === other;
}

async function begin(push: Push, leaseSeconds = '', { store, clock, log }: Uses): Promise<boolean> {
  const seconds = /^\d{1,9}$/.test(leaseSeconds) ? Number(leaseSeconds) : 0;
  const lease = leaseFrom(clock.now(), seconds > 0 ? seconds : null);
  const isWanted = await store.pushes.activate(push.id, lease);
  if (isWanted) log.info({ hub: push.hub, topic: push.offer.topic, until: lease.endsAt }, 'hub confirmed');
  return isWanted;
}

async function end(push: Push, { store }: Uses): Promise<boolean> {
  if (push.state !== 'ending') return false;
  await store.pushes.end(push.id);
  return true;
}

async function hearDenial(push: Push, given = '', { store, clock, log, onDenied }: Uses): Promise<Response> {
  const said = hideKeys(given, push)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200);
  const reason = said === '' ? 'The hub says no.' : `The hub says no: ${said}`;
  const nextTryAt = new Date(clock.now().getTime() + pauseAfterDenialMs(push));
  await store.pushes.deny(push.id, { reason, nextTryAt });
  log.warn({ hub: push.hub, topic: push.offer.topic, reason }, 'hub denied');
  onDenied();
  return answer(200);
}

interface Given {
  readonly request: Request;
  readonly room: ByteRoom;
}

/** What is not signed right is acknowledged like all else, so that nobody can try signatures out, and ignored. */
async function take(push: Push, given: Given, { store, clock, log, onPushed }: Uses): Promise<Response> {
  const { hub, offer, secret } = push;
  const { headers } = given.request;
  const body = await readRequest(given.request, { maxBytes, room: given.room });
  if (typeof body === 'string') {
    const { status, text } = unread[body];
    log.warn({ hub, topic: offer.topic }, text);
    return answer(status);
  }
  const signature = headers.get('x-hub-signature');
  // Some sign before they pack.
  if (![...new Set([body.raw, body.unpacked])].some((bytes) => isSigned(bytes, signature, secret))) {
    const reason = signature === null ? 'It is not signed.' : 'Its signature is wrong.';
    log.warn({ hub, topic: offer.topic, reason }, 'pushed document ignored');
    return answer(202);
  }
  const contentType = headers.get('content-type');
  await store.pushes.receive(push, { body: body.unpacked, contentType }, clock.now());
  onPushed();
  return answer(202);
}

/** Hubs come again after 503. */
const unread: Readonly<Record<UnreadBody, { readonly status: number; readonly text: string }>> = {
  tooLarge: { status: 413, text: 'pushed document too large' },
  noRoom: { status: 503, text: 'too many pushed documents at a time' },
  brokenOff: { status: 400, text: 'pushed document broken off' },
};
