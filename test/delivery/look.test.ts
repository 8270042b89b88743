import { describe, expect, test } from 'vitest';
import { lookOf } from '../../src/delivery/look.ts';
import type { CategoryId } from '../../src/domain/category.ts';
import { plainLook, type Look } from '../../src/domain/subscription.ts';
import { aSubscription } from '../support/subscriptions.ts';

const looks = (...parts: readonly Partial<Look>[]) =>
  parts.map((look, index) => aSubscription({ id: BigInt(index + 1), look: { ...plainLook, ...look } }));
const role = (name: string, ...categories: CategoryId[]) => ({ mention: { role: name, categories } });

describe('the look of a post', () => {
  test('is that of the oldest subscription', () => {
    const subscriptions = looks({ isSilent: true, isPublished: true }, { isSilent: false });
    expect(lookOf(subscriptions, 'markets')).toEqual({ isSilent: true, isPublished: true, mention: null });
  });

  test('is plain without a subscription', () => {
    expect(lookOf([], 'markets')).toEqual(plainLook);
  });

  test.each([
    { says: 'of the oldest', of: looks(role('a'), role('b')), expected: 'a' },
    { says: 'of a younger one where the oldest has none', of: looks({}, role('b')), expected: 'b' },
    {
      says: 'of the first for the category',
      of: looks(role('a', 'defi'), role('b', 'markets')),
      expected: 'b',
    },
    { says: 'of none where none is for the category', of: looks(role('a', 'defi')), expected: null },
  ])('mentions the role $says', ({ of, expected }) => {
    expect(lookOf(of, 'markets').mention?.role ?? null).toBe(expected);
  });
});
