import { nextDigestAt, type DigestCadence } from '../domain/digest-time.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { NewDelivery } from '../store/store.ts';

export type NextDigest = (cadence: DigestCadence) => Date;

/** When digests come after `now`; each local time is looked up once, for many subscriptions share it. */
export function createNextDigest(now: Date): NextDigest {
  const known = new Map<string, Date>();
  return (cadence) => {
    const key = `${cadence.at} ${cadence.timeZone}`;
    const nextAt = known.get(key) ?? nextDigestAt(cadence, now);
    known.set(key, nextAt);
    return nextAt;
  };
}

/**
 * A channel gets a story once: at once where one of the subscriptions that match asks for that, else in the digest
 * that comes first, of the oldest subscription where two come together. `matched` is the oldest first.
 */
export function whenToTell(
  matched: readonly Subscription[],
  now: Date,
  nextDigest: NextDigest,
): Pick<NewDelivery, 'subscriptionIds' | 'dueAt' | 'isFolded'> {
  const instant = matched.filter(({ cadence }) => cadence.kind === 'instant');
  const [first] = matched
    .flatMap(({ id, cadence }) => (cadence.kind === 'digest' ? [{ id, dueAt: nextDigest(cadence) }] : []))
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  if (instant.length > 0 || first === undefined) {
    return { subscriptionIds: instant.map(({ id }) => id), dueAt: now };
  }
  return { subscriptionIds: [first.id], dueAt: first.dueAt, isFolded: true };
}
