import { describe, expect, test } from 'vitest';
import { parseMoment } from '../../../src/sources/text/parse-moment.ts';

const shown = (text: string, timeZone?: string): string | null => {
  const moment = parseMoment(text, timeZone);
  if (moment === null) return null;
  return moment.precision === 'day' ? moment.at.toISOString().slice(0, 10) : moment.at.toISOString();
};

describe('a time with its zone is given in UTC', () => {
  test.each([
    ['Fri, 27 Jun 2025 06:28:00 GMT', '2025-06-27T06:28:00.000Z'],
    ['Fri, 27 Jun 2025 06:28:00 +0900', '2025-06-26T21:28:00.000Z'],
    ['27 Jun 25 06:28 EST', '2025-06-27T11:28:00.000Z'],
    ['Fri, 27 Jun 2025 06:28:00 PDT', '2025-06-27T13:28:00.000Z'],
    ['Friday, 27-Jun-25 06:28:05 UTC', '2025-06-27T06:28:05.000Z'],
    ['Thu Jan  1 19:48:21 2004', '2004-01-01T19:48:21.000Z'],
    ['Thu, 01 Jan 04 19:48:21 GMT', '2004-01-01T19:48:21.000Z'],
    ['Wrong, 01 Jan 2004 19:48:21 Z', '2004-01-01T19:48:21.000Z'],
    ['2025-06-27T06:28:00Z', '2025-06-27T06:28:00.000Z'],
    ['2025-06-27T06:28:00.125+02:00', '2025-06-27T04:28:00.125Z'],
    ['2025-06-27T06:28-05:30', '2025-06-27T11:58:00.000Z'],
    ['2025-06-27 06:28:00 +0000 UTC', '2025-06-27T06:28:00.000Z'],
    ['20250627T062800Z', '2025-06-27T06:28:00.000Z'],
    ['2025-06-27T24:00:00Z', '2025-06-28T00:00:00.000Z'],
    ['2025-06-27T06Z', '2025-06-27T06:00:00.000Z'],
    ['2025-06-27T23:59:60Z', '2025-06-28T00:00:00.000Z'],
    ['June 27, 2025, 6:28 AM ET', '2025-06-27T10:28:00.000Z'],
    ['January 27, 2025 6:28 PM ET', '2025-01-27T23:28:00.000Z'],
    ['27 June 2025 at 12:05 a.m. UTC+8', '2025-06-26T16:05:00.000Z'],
  ])('%s', (written, expected) => {
    expect(shown(written)).toBe(expected);
  });
});

describe('a time in prose or in another language is read', () => {
  test.each([
    ['June 27, 2025, 6:28 AM', '2025-06-27T06:28:00.000Z'],
    ['Published: Jun 27th, 2025 12:10 pm', '2025-06-27T12:10:00.000Z'],
    ['27. Juni 2025, 14:05 Uhr', '2025-06-27T14:05:00.000Z'],
    ['27 de junio de 2025, 09:15', '2025-06-27T09:15:00.000Z'],
    ['27 juin 2025 à 18h30', '2025-06-27T18:30:00.000Z'],
    ['27 июля 2025, 08:00', '2025-07-27T08:00:00.000Z'],
    ['2024年1月6日 14:30', '2024-01-06T14:30:00.000Z'],
    ['2004년 05월 28일 01:31:15', '2004-05-28T01:31:15.000Z'],
    ['2004-05-25 오후 11:23:17', '2004-05-25T23:23:17.000Z'],
    ['27.06.2025 14:05', '2025-06-27T14:05:00.000Z'],
    ['06/27/2025 2:05 PM', '2025-06-27T14:05:00.000Z'],
  ])('%s', (written, expected) => {
    expect(shown(written)).toBe(expected);
  });
});

describe('a date without a time stays a date', () => {
  test.each([
    ['Jan 06, 2024', '2024-01-06'],
    ['June 27, 2025', '2025-06-27'],
    ['2025-06-27', '2025-06-27'],
    ['Sat, 06 Jan 2024', '2024-01-06'],
    ['27.06.2025', '2025-06-27'],
    ['2024년 1월 6일', '2024-01-06'],
    ['2025-06', '2025-06-01'],
    ['2003', '2003-01-01'],
    ['2003-335', '2003-12-01'],
    ['2025-W26-5', '2025-06-27'],
    ['13/06/2025', '2025-06-13'],
  ])('%s', (written, expected) => {
    expect(shown(written)).toBe(expected);
  });
});

describe("a time without a zone is the source's own", () => {
  test.each([
    ['June 27, 2025, 6:28 AM', 'Asia/Seoul', '2025-06-26T21:28:00.000Z'],
    ['June 27, 2025, 6:28 AM', 'America/New_York', '2025-06-27T10:28:00.000Z'],
    ['January 27, 2025, 6:28 AM', 'America/New_York', '2025-01-27T11:28:00.000Z'],
    ['June 27, 2025, 6:28 AM UTC', 'Asia/Seoul', '2025-06-27T06:28:00.000Z'],
    ['June 27, 2025, 6:28 AM', 'Nowhere/Land', '2025-06-27T06:28:00.000Z'],
    ['June 27, 2025', 'Asia/Seoul', '2025-06-27'],
  ])('%s in %s', (written, timeZone, expected) => {
    expect(shown(written, timeZone)).toBe(expected);
  });
});

test.each([
  '',
  'yesterday',
  'Loading',
  '31 Feb 2025',
  '99:99',
  'Mon, 00 Jan 2000 00:00:00 GMT',
  'x'.repeat(500),
])('what is no date gives none: %s', (written) => {
  expect(shown(written)).toBeNull();
});
