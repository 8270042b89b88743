/** Asks hubs to bring the news of the sources that name them: at first, again before a lease ends, and to stop. */
import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import {
  callbackOf,
  hubAfter,
  isLive,
  newPushKeys,
  pauseAfterRefusalMs,
  wantedLeaseSeconds,
  type Push,
} from '../domain/push.ts';
import { ReaderClosed, type HubOutcome, type SourceHubs } from '../sources/source.ts';
import type { Store } from '../store/store.ts';
import { inParallel } from './in-parallel.ts';

export interface AskHubsParts {
  readonly store: Store;
  readonly sources: Pick<SourceHubs, 'askHub'>;
  readonly clock: Clock;
  readonly log: Log;
  /** The address that hubs reach this bot at, without a slash at its end. */
  readonly publicUrl: string;
}

const hubsAtOnce = 4;
const hubsPerClaim = 32;
/** So long a hub has to confirm what it accepted; a program that died while it asked is made up for then, too. */
const confirmWithinMs = 15 * 60_000;
/** A hub that will not stop is let alone; its lease ends, and until then its news is turned away. */
const mostAsksToEnd = 3;

/** One round; says when the next hub is to be asked. */
export function createAskHubs(parts: AskHubsParts): () => Promise<Date | null> {
  const { store, clock, publicUrl } = parts;
  return async () => {
    await store.pushes.follow({ now: clock.now(), publicUrl });
    for (;;) {
      const claim = { now: clock.now(), retryMs: confirmWithinMs, limit: hubsPerClaim };
      const due = await store.pushes.claimDue(claim);
      if (due.length === 0) break;
      const asked = await inParallel(due, hubsAtOnce, (push) => askSafely(push, parts));
      if (asked.includes('brokenOff')) break;
    }
    return store.pushes.nextTryAt();
  };
}

async function askSafely(push: Push, parts: AskHubsParts): Promise<'asked' | 'brokenOff'> {
  try {
    await (push.state === 'ending' ? askToEnd(push, parts) : askToBegin(push, parts));
  } catch (error) {
    if (error instanceof ReaderClosed) return 'brokenOff';
    // It counts as asked, and comes again.
    parts.log.error({ hub: push.hub, error }, 'hub not asked');
  }
  return 'asked';
}

/** Whom one hub was asked in vain for asks the next one, while no lease runs. */
async function askToBegin(given: Push, parts: AskHubsParts): Promise<void> {
  const { store, clock } = parts;
  const isRepeated = given.attempts > 1 && !isLive(given, clock.now());
  const push =
    given.state === 'denied' || (isRepeated && given.offer.hubs.length > 1)
      ? await moveToNext(given, store)
      : given;
  const outcome = await ask('subscribe', push, parts);
  if (outcome.kind === 'accepted') {
    await retryIn(confirmWithinMs, push, { error: 'The hub has not confirmed yet.' }, parts);
    return;
  }
  const pauseMs = isLive(push, clock.now())
    ? pauseAfterRefusalMs({ ...push, offer: { ...push.offer, hubs: [push.hub] } })
    : pauseAfterRefusalMs(push);
  const { reason: error, retryAfterMs } = outcome;
  await retryIn(Math.max(pauseMs, retryAfterMs ?? 0), push, { error }, parts);
  parts.log.warn({ hub: push.hub, topic: push.offer.topic, reason: error }, 'hub refuses');
}

async function moveToNext(push: Push, store: Store): Promise<Push> {
  const next = { hub: hubAfter(push), ...newPushKeys() };
  await store.pushes.moveTo(push.id, next);
  return { ...push, ...next, state: 'wanted', leaseEndsAt: null };
}

/** The push is forgotten when the hub asks whether that was meant. */
async function askToEnd(push: Push, parts: AskHubsParts): Promise<void> {
  const { store } = parts;
  const outcome = await ask('unsubscribe', push, parts);
  if (push.attempts >= mostAsksToEnd) await store.pushes.end(push.id);
  else if (outcome.kind === 'refused') {
    await retryIn(outcome.retryAfterMs ?? confirmWithinMs, push, { error: outcome.reason }, parts);
  }
}

function ask(
  mode: 'subscribe' | 'unsubscribe',
  push: Push,
  { sources, log }: AskHubsParts,
): Promise<HubOutcome> {
  const { hub, offer, secret } = push;
  log.debug({ hub, topic: offer.topic, mode }, 'asking a hub');
  return sources.askHub({
    mode,
    hub,
    topic: offer.topic,
    callback: callbackOf(push),
    secret,
    leaseSeconds: wantedLeaseSeconds,
  });
}

async function retryIn(
  ms: number,
  push: Push,
  { error }: { readonly error: string },
  { store, clock }: AskHubsParts,
): Promise<void> {
  const nextTryAt = new Date(clock.now().getTime() + ms);
  await store.pushes.recordAsked(push, { nextTryAt, error });
}
