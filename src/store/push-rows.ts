import { pushStates, type HubOffer, type Push } from '../domain/push.ts';
import type { Push as PushRow } from './generated/sqlite/client.ts';
import { readOneOf, readStrings } from './readers.ts';

export function readPush(row: PushRow): Push {
  const { id, sourceId, hub, publicUrl, token, secret, leaseEndsAt, attempts, lastError } = row;
  const offer = readOffer(row.offer) ?? { hubs: [hub], topic: '' };
  const state = readOneOf(pushStates, row.state);
  return { id, sourceId, state, offer, hub, publicUrl, token, secret, leaseEndsAt, attempts, lastError };
}

/** One text for one offer: offers are compared as texts. */
export function writeOffer(offer: HubOffer | null): string | null {
  return offer === null ? null : JSON.stringify({ hubs: offer.hubs, topic: offer.topic });
}

export function readOffer(text: string | null): HubOffer | null {
  const json: unknown = text === null ? null : JSON.parse(text);
  if (typeof json !== 'object' || json === null || !('hubs' in json) || !('topic' in json)) return null;
  return { hubs: readStrings(json.hubs), topic: String(json.topic) };
}
