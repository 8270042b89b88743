/** Pushing (WebSub): hubs bring what is new in a source, so that it need not be asked for. */
import { randomBytes } from 'node:crypto';
import type { Id } from './ids.ts';

/** What a source says of the hubs that bring what is new in it. */
export interface HubOffer {
  /** Absolute addresses, at least one, in the source's order. */
  readonly hubs: readonly string[];
  /** The address that the hubs know the source by. */
  readonly topic: string;
}

export function isSameOffer(one: HubOffer | null, other: HubOffer | null): boolean {
  return (
    one?.topic === other?.topic &&
    one?.hubs.length === other?.hubs.length &&
    (one?.hubs ?? []).every((hub, at) => hub === other?.hubs[at])
  );
}

/**
 * `wanted`: the hub is asked until it confirms. `active`: it confirmed, and brings news until its lease ends.
 * `denied`: it said no. `ending`: it is asked to stop.
 */
export const pushStates = ['wanted', 'active', 'denied', 'ending'] as const;
export type PushState = (typeof pushStates)[number];

/** What is asked of a hub: to bring a source's news to an address of ours. */
export interface Push {
  readonly id: Id;
  readonly sourceId: Id;
  readonly state: PushState;
  readonly offer: HubOffer;
  /** The one of the offer that is asked. */
  readonly hub: string;
  /** The public address of this bot that the callback is below. */
  readonly publicUrl: string;
  readonly token: string;
  readonly secret: string;
  /** Null until the hub confirms. */
  readonly leaseEndsAt: Date | null;
  /** How often the hub was asked since it last confirmed. */
  readonly attempts: number;
  /** What the hub last said against it, or that it does not answer; null when all is well. */
  readonly lastError: string | null;
}

/** What a hub must know to bring news: an address nobody guesses, and what it signs with. */
export interface PushKeys {
  readonly token: string;
  readonly secret: string;
}

export function newPushKeys(): PushKeys {
  return { token: randomBytes(24).toString('base64url'), secret: randomBytes(32).toString('hex') };
}

/** What a hub says, without what it was told in confidence: it may say its request back. */
export const hideKeys = (text: string, { token, secret }: PushKeys): string =>
  text.replaceAll(token, '…').replaceAll(secret, '…');

/** Where callbacks stand below the public address; the token follows. */
export const pushPath = '/websub';

export const callbackOf = ({ publicUrl, token }: Pick<Push, 'publicUrl' | 'token'>): string =>
  `${publicUrl}${pushPath}/${token}`;

/** Whether the hub has promised to bring news at this time. */
export function isLive({ state, leaseEndsAt }: Pick<Push, 'state' | 'leaseEndsAt'>, now: Date): boolean {
  return state === 'active' && leaseEndsAt !== null && leaseEndsAt > now;
}

/** The hub to ask after this one; after the last the first comes again. */
export function hubAfter({ offer, hub }: Pick<Push, 'offer' | 'hub'>): string {
  return offer.hubs[offer.hubs.indexOf(hub) + 1] ?? offer.hubs[0] ?? hub;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Each round through the hubs doubles it. */
const firstPauseMs = 5 * minuteMs;
const longestPauseMs = dayMs;
/** A hub that says no is asked again after a week: it may have changed its mind. */
const restAfterDenialMs = 7 * dayMs;

/** How long to wait after a hub was asked in vain; not at all where another one was not asked yet. */
export function pauseAfterRefusalMs({
  offer,
  hub,
  attempts,
}: Pick<Push, 'offer' | 'hub' | 'attempts'>): number {
  if (hub !== offer.hubs.at(-1)) return 0;
  const rounds = Math.ceil(attempts / offer.hubs.length);
  return Math.min(firstPauseMs * 2 ** Math.min(Math.max(rounds - 1, 0), 20), longestPauseMs);
}

export const pauseAfterDenialMs = ({ offer, hub }: Pick<Push, 'offer' | 'hub'>): number =>
  hub === offer.hubs.at(-1) ? restAfterDenialMs : 0;

/** However much a hub brings that cannot be taken in, its source is not asked more often for that. */
const leastPauseMs = minuteMs;

/** When a source is read because what its hub brought cannot be taken in. */
export function readAgainAt({ lastReadAt }: { readonly lastReadAt: Date | null }, now: Date): Date {
  const rested = lastReadAt === null || lastReadAt > now ? 0 : lastReadAt.getTime() + leastPauseMs;
  return new Date(Math.max(now.getTime(), rested));
}

const longestLeaseMs = 30 * dayMs;
const wantedLeaseMs = 10 * dayMs;
export const wantedLeaseSeconds = wantedLeaseMs / 1000;

/** When a lease ends, and when it is asked for anew: after four fifths of it. Null: the hub names no time. */
export function leaseFrom(
  now: Date,
  leaseSeconds: number | null,
): { readonly endsAt: Date; readonly renewAt: Date } {
  const leaseMs = Math.min(leaseSeconds === null ? wantedLeaseMs : leaseSeconds * 1000, longestLeaseMs);
  const at = (ms: number) => new Date(now.getTime() + ms);
  return { endsAt: at(leaseMs), renewAt: at(Math.max(leaseMs * 0.8, minuteMs)) };
}
