import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSourceReader } from '../../../src/sources/source-reader.ts';
import type { SourceReader } from '../../../src/sources/source.ts';
import { startPublisher, type Publisher } from '../../fakes/publisher.ts';
import { createTestClock } from '../../support/clock.ts';
import { createTestLog } from '../../support/log.ts';
import { exampleSource } from '../../support/source.ts';
import { portalPage } from './portal-page.ts';

let publisher: Publisher;
let reader: SourceReader;

beforeEach(async () => {
  publisher = await startPublisher();
  reader = createSourceReader({
    clock: createTestClock(),
    log: createTestLog(),
    allowPrivateAddresses: true,
  });
});
afterEach(async () => {
  await publisher.close();
  await reader.close();
});

test("a portal's page gives the article and nothing beside it", async () => {
  publisher.serve('/news/7', { headers: { 'content-type': 'text/html; charset=utf-8' }, body: portalPage });
  const outcome = await reader.readPage(`${publisher.url}/news/7`, null);
  expect(outcome).toEqual({
    kind: 'read',
    article: {
      url: `${publisher.url}/news/7`,
      title: 'Harbour city publishes its ‘TIDE’ plan for tokenized freight',
      authors: [],
      published: { at: new Date('2025-06-27T06:28:00Z'), precision: 'minute' },
      label: 'Policy & Regulation',
      picture: { url: `${publisher.url}/img/port.webp`, credit: 'Photo by Ada Marin on Pexels' },
      lead: expect.stringMatching(/^The port authority of the harbour city has published a plan/),
      blocks: [
        { kind: 'paragraph', text: expect.stringMatching(/^The port authority/) },
        { kind: 'paragraph', text: expect.stringMatching(/^The document builds/) },
        { kind: 'heading', text: 'A plan for the whole quay' },
        { kind: 'paragraph', text: expect.stringMatching(/^The authority says/) },
        {
          kind: 'list',
          items: [
            'Rules for electronic bills of lading',
            'A sandbox for carriers',
            'Training for customs staff',
          ],
        },
        { kind: 'heading', text: 'Lower duties' },
        { kind: 'paragraph', text: expect.stringMatching(/^Stamp duty on transfers/) },
      ],
      language: 'en',
    },
  });
});

test("a time without a zone is taken in the source's own", async () => {
  publisher.serve('/news/7', { headers: { 'content-type': 'text/html' }, body: portalPage });
  const source = exampleSource({ settings: { timeZone: 'Asia/Seoul' } });
  expect(await reader.readPage(`${publisher.url}/news/7`, source)).toMatchObject({
    article: { published: { at: new Date('2025-06-26T21:28:00Z'), precision: 'minute' } },
  });
});

test.each([
  [{ status: 404 }, 'There is nothing at this address (HTTP 404); check it.'],
  [
    { headers: { 'content-type': 'image/png' }, body: 'x' },
    'The address leads to image/png instead of a page.',
  ],
  [{ headers: { 'content-type': 'text/html' }, body: '' }, 'The page has no article on it.'],
])('a page that is none is told with the reason: %o', async (page, reason) => {
  publisher.serve('/p', page);
  expect(await reader.readPage(`${publisher.url}/p`, null)).toEqual({ kind: 'failed', reason });
});
