import { describe, expect, it } from 'vitest';
import { editDistance, nearestOf } from '../../src/dispatch/nearest.ts';

const names = [
  'help',
  'latest',
  'top',
  'search',
  'subscribe',
  'subscriptions',
  'sources',
  'unsubscribe',
  'stories',
];

describe('nearestOf', () => {
  it.each([
    ['latst', 'latest'],
    ['lastest', 'latest'],
    ['serach', 'search'],
    ['sub', 'subscribe'],
    ['subscriptoins', 'subscriptions'],
    ['source', 'sources'],
    ['hlep', 'help'],
    ['tpo', 'top'],
    ['story', 'stories'],
    ['weather', null],
    ['x', null],
    ['', null],
  ])('takes %j for %j', (typed, expected) => {
    expect(nearestOf(typed, names)).toBe(expected);
  });
});

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['abc', 'abc', 0],
    ['abc', 'abd', 1],
    ['abc', 'acb', 1],
    ['abc', 'xabc', 1],
    ['ab', 'ba', 1],
    ['kitten', 'sitting', 3],
  ])('from %j to %j is %i', (from, to, edits) => {
    expect(editDistance(from, to)).toBe(edits);
  });
});
