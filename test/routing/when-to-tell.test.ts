import { describe, expect, it } from 'vitest';
import { everything, plainLook, type Cadence, type Subscription } from '../../src/domain/subscription.ts';
import { createNextDigest, whenToTell } from '../../src/routing/when-to-tell.ts';

const now = new Date('2026-03-02T09:00:00Z');
const instant: Cadence = { kind: 'instant' };
const at = (time: string, timeZone = 'UTC'): Cadence => ({ kind: 'digest', at: time, timeZone });
const today = (time: string) => new Date(`2026-03-02T${time}:00Z`);

/** Subscriptions 1, 2, 3 … with these cadences. */
const matched = (cadences: readonly Cadence[]): readonly Subscription[] =>
  cadences.map((cadence, index) => ({
    id: BigInt(index + 1),
    number: index + 1,
    channelId: 1n,
    filter: everything,
    cadence,
    look: plainLook,
    since: now,
    isPaused: false,
  }));

describe('a story is told', () => {
  it.each([
    { says: 'at once', cadences: [instant], told: { subscriptionIds: [1n], dueAt: now } },
    {
      says: 'at once, for all who asked for that alone',
      cadences: [at('10:00'), instant, instant],
      told: { subscriptionIds: [2n, 3n], dueAt: now },
    },
    {
      says: 'in the digest',
      cadences: [at('10:00')],
      told: { subscriptionIds: [1n], dueAt: today('10:00'), isFolded: true },
    },
    {
      says: 'in the digest that comes first, not that with the smallest hour',
      cadences: [at('08:00'), at('20:00'), at('18:30', 'Asia/Kathmandu')],
      told: { subscriptionIds: [3n], dueAt: today('12:45'), isFolded: true },
    },
    {
      says: 'in that of the oldest where two come together',
      cadences: [at('10:00'), at('11:00', 'Europe/Berlin')],
      told: { subscriptionIds: [1n], dueAt: today('10:00'), isFolded: true },
    },
  ])('$says', ({ cadences, told }) => {
    expect(whenToTell(matched(cadences), now, createNextDigest(now))).toEqual(told);
  });
});
