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
  ['Ann Lee, ann@wire.example', 'Ann Lee'],
  ['Ann Lee - mailto:ann@wire.example', 'Ann Lee'],
  ['Ann Lee [ann@wire.example]', 'Ann Lee'],
  ['ann@wire.example ()', 'ann@wire.example'],
  ['MAILTO:ann@wire.example?subject=Hello', 'ann@wire.example'],
  ['', ''],
])('"%s" is "%s"', (written, expected) => {
  expect(personName(written)).toBe(expected);
});

test('a name is told once, as it was first written', () => {
  expect(distinct(['Ann Lee', '', 'ANN LEE', 'Bo'])).toEqual(['Ann Lee', 'Bo']);
});

test.each(['x', '&', '[', 'a@', '<a@', '(', 'mailto:', 'by '])('a long row of "%s" is cut', (part) => {
  expect(personName(part.repeat(200_000)).length).toBeLessThanOrEqual(500);
});
