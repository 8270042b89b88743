import { expect, test } from 'vitest';
import { distinct, personName } from '../../../src/sources/feed/people.ts';

test.each([
  ['Ann Lee', 'Ann Lee'],
  ['  Ann   Lee ', 'Ann Lee'],
  ['By Ann Lee', 'Ann Lee'],
  ['ann@wire.example (Ann Lee)', 'Ann Lee'],
  ['Ann Lee (ann@wire.example)', 'Ann Lee'],
  ['Ann Lee <ann@wire.example>', 'Ann Lee'],
  ['"Ann Lee" <ann@wire.example>', 'Ann Lee'],
  ['ann@wire.example', 'ann@wire.example'],
  ['mailto:ann@wire.example', 'ann@wire.example'],
  ['<b>Ann</b> Lee', 'Ann Lee'],
  ['Ann &amp; Bo', 'Ann & Bo'],
  ['', ''],
])('"%s" is "%s"', (written, expected) => {
  expect(personName(written)).toBe(expected);
});

test('a name is told once, as it was first written', () => {
  expect(distinct(['Ann Lee', '', 'ANN LEE', 'Bo'])).toEqual(['Ann Lee', 'Bo']);
});
