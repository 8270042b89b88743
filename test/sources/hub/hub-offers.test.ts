import { describe, expect, it, onTestFinished } from 'vitest';
import type { Source } from '../../../src/domain/source.ts';
import { hubOfferOf } from '../../../src/sources/hub/hub-links.ts';
import { createSourceReader } from '../../../src/sources/source-reader.ts';
import { startPublisher } from '../../fakes/publisher.ts';
import { createTestClock } from '../../support/clock.ts';
import { createTestLog } from '../../support/log.ts';
import { exampleSource } from '../../support/source.ts';

const url = 'https://wire.example/feed';
const offer = (hubs: readonly string[], topic = url) => ({ hubs, topic });

describe('the Link header', () => {
  it.each([
    ['<https://hub.example/>; rel="hub"', offer(['https://hub.example/'])],
    [
      '<https://hub.example/>; rel=hub, <https://wire.example/self>; rel="self"',
      offer(['https://hub.example/'], 'https://wire.example/self'),
    ],
    ['</hub> ; title="a, b; <c>" ; REL = "other HUB"', offer(['https://wire.example/hub'])],
    [
      '<https://a.example/>;rel=hub,<https://b.example/>;rel=hub',
      offer(['https://a.example/', 'https://b.example/']),
    ],
    ['<https://hub.example/>; rel="hub"; rel="self"', offer(['https://hub.example/'])],
    ['<https://hub.example/>; title="rel=hub"', null],
    ['<https://hub.example/>', null],
    ['<https://hub.example/; rel=hub', null],
    ['<javascript:alert(1)>; rel=hub', null],
    ['', null],
  ])('%s', (linkHeader, expected) => {
    expect(hubOfferOf({ linkHeader, inDocument: undefined, url })).toEqual(expected);
  });

  it('does not stall on what looks like a link for long', () => {
    const linkHeader = `<a>${'; a="'.repeat(20_000)}`;
    expect(hubOfferOf({ linkHeader, inDocument: undefined, url })).toBeNull();
  });
});

describe('where a hub is named', () => {
  const inDocument = { hubs: ['https://in.example/'], self: 'https://wire.example/in' };
  it.each([
    [
      'in the header it counts first',
      '<https://h.example/>; rel=hub, <https://wire.example/h>; rel=self',
      offer(['https://h.example/'], 'https://wire.example/h'),
    ],
    [
      'in the header alone, the document may still name itself',
      '<https://h.example/>; rel=hub',
      offer(['https://h.example/'], 'https://wire.example/in'),
    ],
    [
      'in the document alone it counts',
      '<https://wire.example/h>; rel=self',
      offer(['https://in.example/'], 'https://wire.example/h'),
    ],
    [
      'and there is no header, the document says both',
      null,
      offer(['https://in.example/'], 'https://wire.example/in'),
    ],
  ])('%s', (_, linkHeader, expected) => {
    expect(hubOfferOf({ linkHeader, inDocument, url })).toEqual(expected);
  });
});

const rss = (links = '') =>
  `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>A</title>${links}
  <item><title>Port opens a ledger</title><link>/a/1</link></item></channel></rss>`;

async function setUp() {
  const publisher = await startPublisher();
  const reader = createSourceReader({
    clock: createTestClock(),
    log: createTestLog(),
    allowPrivateAddresses: true,
    secrets: { NEWS: 'k3y' },
  });
  onTestFinished(async () => {
    await publisher.close();
    await reader.close();
  });
  const at = (path: string, parts: Partial<Source> = {}) =>
    exampleSource({ url: `${publisher.url}${path}`, ...parts });
  const hubAt = async (path: string, parts: Partial<Source> = {}) => {
    const outcome = await reader.read(at(path, parts));
    return outcome.kind === 'read' ? outcome.hub : outcome.kind;
  };
  return { publisher, reader, at, hubAt };
}

describe('reading a source', () => {
  it('tells no hub where none is named', async () => {
    const { publisher, hubAt } = await setUp();
    publisher.serve('/feed', { body: rss() });
    expect(await hubAt('/feed')).toBeNull();
  });

  it('tells the hubs of several Link headers, of any kind of source', async () => {
    const { publisher, hubAt } = await setUp();
    const link = ['<https://a.example/>; rel="hub"', '<https://b.example/>; rel="hub"', '</me>; rel="self"'];
    publisher.serve('/news.xml', {
      headers: { link },
      body: `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/1</loc>
        <news:news><news:title>One</news:title></news:news></url></urlset>`,
    });
    expect(await hubAt('/news.xml', { kind: 'sitemap' })).toEqual({
      hubs: ['https://a.example/', 'https://b.example/'],
      topic: `${publisher.url}/me`,
    });
  });

  it('tells the hub that a listing page links to', async () => {
    const { publisher, hubAt } = await setUp();
    const head = '<link rel="hub" href="https://hub.example/"><link rel="self" href="/news">';
    publisher.serve('/news', { body: `<html><head>${head}</head><p><a href="/1">One</a></p></html>` });
    expect(await hubAt('/news', { kind: 'listing', settings: { item: 'p' } })).toEqual({
      hubs: ['https://hub.example/'],
      topic: `${publisher.url}/news`,
    });
  });

  it('takes the address for the topic where the source does not name its own, moved for good or not', async () => {
    const { publisher, hubAt } = await setUp();
    publisher.serve('/feed', { body: rss('<atom:link rel="hub" href="https://hub.example/"/>') });
    publisher.serve('/moved', { status: 301, headers: { location: '/feed' } });
    publisher.serve('/lent', { status: 302, headers: { location: '/feed' } });
    const topics = ['/feed', '/moved', '/lent'].map(async (path) => {
      const hub = await hubAt(path);
      return typeof hub === 'string' ? hub : hub?.topic;
    });
    expect(await Promise.all(topics)).toEqual(
      ['/feed', '/feed', '/lent'].map((path) => `${publisher.url}${path}`),
    );
  });

  it('tells no hub of an address with a key in it', async () => {
    const { publisher, reader, at } = await setUp();
    publisher.serve('/v1?key=k3y', {
      headers: { link: '<https://hub.example/>; rel="hub"' },
      body: JSON.stringify({ items: [{ t: 'One', u: 'https://a.example/1' }] }),
    });
    const settings = { items: 'items', fields: { title: 't', url: 'u' } };
    const source = at('/v1?key=${NEWS}', { kind: 'api', settings });
    expect(await reader.read(source)).toMatchObject({ kind: 'read', hub: null, items: [{ title: 'One' }] });
  });
});

describe('what a hub brings', () => {
  it('is read as if the source had been, without asking it', async () => {
    const { publisher, reader, at } = await setUp();
    const document = { bytes: Buffer.from(rss()), contentType: 'text/plain' };
    expect(reader.readPushed(at('/feed'), document)).toMatchObject({
      kind: 'read',
      title: 'A',
      items: [{ title: 'Port opens a ledger', url: `${publisher.url}/a/1` }],
      etag: null,
      hub: null,
    });
    expect(publisher.requests).toEqual([]);
  });

  it.each([
    ['a page', '<!doctype html><html><body>Hello</body></html>', 'The hub brought'],
    ['nothing', '', 'The hub brought'],
  ])('is told for what it is where it is %s', async (_, body, reason) => {
    const { reader, at } = await setUp();
    const outcome = reader.readPushed(at('/feed'), { bytes: Buffer.from(body), contentType: null });
    expect(outcome).toMatchObject({ kind: 'failed', reason: expect.stringContaining(reason) });
  });

  it('cannot be read where the source’s description is wrong', async () => {
    const { reader, at } = await setUp();
    const document = { bytes: Buffer.from('{}'), contentType: null };
    expect(reader.readPushed(at('/v1', { kind: 'api' }), document).kind).toBe('failed');
  });
});
