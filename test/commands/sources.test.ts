import { describe, expect, it, onTestFinished } from 'vitest';
import { createSourceReader } from '../../src/sources/source-reader.ts';
import { startPublisher, type Publisher } from '../fakes/publisher.ts';
import { createTestClock } from '../support/clock.ts';
import { newsChannel, openConversation, type Conversation } from '../support/conversation.ts';
import { createTestLog } from '../support/log.ts';

const feed = (count: number) => `<?xml version="1.0"?>
<rss version="2.0"><channel><title>Harbour Gazette</title><language>en</language>
${Array.from(
  { length: count },
  (_, index) => `<item><title>Ship ${index} arrives</title><link>https://gazette.example/${index}</link>
<pubDate>Mon, 02 Mar 2026 08:0${index}:00 GMT</pubDate></item>`,
).join('\n')}
</channel></rss>`;

interface Desk extends Conversation {
  readonly publisher: Publisher;
  /** Asks, and writes the publisher's own address as `http://publisher`. */
  readonly say: (line: string, as?: Parameters<Conversation['ask']>[1]) => Promise<string>;
}

/** A conversation whose bot reads a real publisher over HTTP. */
async function open(): Promise<Desk> {
  const publisher = await startPublisher();
  const reader = createSourceReader({
    clock: createTestClock(),
    log: createTestLog(),
    allowPrivateAddresses: true,
  });
  onTestFinished(async () => {
    await reader.close();
    await publisher.close();
  });
  publisher.serve('/feed', { headers: { 'content-type': 'application/rss+xml' }, body: feed(4) });
  const conversation = await openConversation({ sources: reader });
  const say: Desk['say'] = async (line, as) =>
    (await conversation.ask(line.replaceAll('PUB', publisher.url), as)).replaceAll(
      publisher.url,
      'http://publisher',
    );
  return { ...conversation, publisher, say };
}

describe('/sources add', () => {
  it('shows what an address gives, and adds it once that is confirmed', async () => {
    const { say, reply, ask, publisher, store, woken } = await open();
    expect(await say('/sources add PUB/feed key:harbour')).toMatchInlineSnapshot(`
      "== What Harbour Gazette gives <http://publisher/feed>
      It can be read: 4 articles, in English. The newest:
      - Ship 3 arrives <https://gazette.example/3> · 2026-03-02T08:03
      - Ship 2 arrives <https://gazette.example/2> · 2026-03-02T08:02
      - Ship 1 arrives <https://gazette.example/1> · 2026-03-02T08:01
      About: Other (4).
      Shall I add it? Its news is then seen in the server or chat of news alone. What it has now is kept for search and not posted.
      [Add it] turn sources add key:harbour url:http://publisher/feed sure:yes"
    `);
    expect(await say('/sources')).toContain('There is no source of news here yet.');
    const [button] = (await reply(`/sources add ${publisher.url}/feed key:harbour`)).buttons;
    if (button === undefined || !('action' in button)) throw new Error('no button');
    expect(await ask(button.action)).toMatchInlineSnapshot(
      `"Harbour Gazette is added as “harbour”. I read it within a minute; /subscribe sources:harbour sends it to a channel."`,
    );
    expect(woken()).toBe(1);
    expect(await store.sources.list([newsChannel.scope])).toMatchObject([
      { key: 'harbour', name: 'Harbour Gazette', language: 'en', address: 'seen', scope: newsChannel.scope },
    ]);
    expect(await store.sources.list(['global'])).toEqual([]);
  });

  it('says how an address that was gone is read again', async () => {
    const { say, store } = await open();
    await say('/sources add PUB/feed key:harbour sure:yes');
    const [harbour] = await store.sources.list([newsChannel.scope]);
    if (harbour === undefined) throw new Error('no source');
    const at = new Date('2026-03-02T09:00:00Z');
    const reading = { at, nextDueAt: at, outcome: 'failed', error: 'HTTP 410', isGone: true } as const;
    await store.sources.recordReading(harbour.id, reading);
    expect(await say('/sources add PUB/feed')).toBe(
      'That is the address of Harbour Gazette, which said that it is gone. /sources resume harbour reads it again.',
    );
    await say('/sources resume harbour');
    expect(await say('/sources add PUB/feed')).toContain('already read as Harbour Gazette');
  });

  it('makes a short name of the host where none is given', async () => {
    const { say } = await open();
    expect(await say('/sources add PUB/feed sure:yes')).toContain('Harbour Gazette is added as “127-0-0-1”.');
  });

  it('numbers the short names of several feeds at one host, and shortens long titles at a word', async () => {
    const { say, store, publisher } = await open();
    const title = `Harbour Gazette 🚀 ${'and all its many supplements '.repeat(9)}`;
    publisher.serve('/other', { body: feed(1).replace('Harbour Gazette', title) });
    await say('/sources add PUB/feed sure:yes');
    expect(await say('/sources add PUB/other sure:yes')).toContain('is added as “127-0-0-1-2”.');
    expect((await store.sources.list([newsChannel.scope])).map(({ name }) => name)).toEqual([
      'Harbour Gazette',
      'Harbour Gazette 🚀 and all its many supplements and all its many supplements…',
    ]);
  });

  it('finds the feed behind a home page, and adds that', async () => {
    const { say, reply, publisher, store } = await open();
    publisher.serve('/', {
      headers: { 'content-type': 'text/html' },
      body: '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>',
    });
    const { title, buttons } = await reply(`/sources add ${publisher.url}`);
    expect(title?.url).toBe(`${publisher.url}/feed`);
    const [button] = buttons;
    if (button === undefined || !('action' in button)) throw new Error('no button');
    publisher.serve('/', { status: 503 });
    expect(await say(button.action)).toContain('Harbour Gazette is added as “127-0-0-1”.');
    expect(await store.sources.list([newsChannel.scope])).toMatchObject([{ url: `${publisher.url}/feed` }]);
  });

  it('says what the address is instead of a source', async () => {
    const { say, publisher } = await open();
    publisher.serve('/', {
      headers: { 'content-type': 'text/html' },
      body: '<html><body>Hello</body></html>',
    });
    publisher.serve('/feed', { status: 404 });
    expect(await say('/sources add PUB/')).toMatchInlineSnapshot(
      `"I found no news at http://publisher/. No feed was found behind this page; give the address of the feed itself, which many sites name at the foot of their pages."`,
    );
    expect(await say('/sources add PUB/nothing')).toMatchInlineSnapshot(
      `"I found no news at http://publisher/nothing. There is nothing at this address (HTTP 404); check it."`,
    );
  });

  it('shows an empty feed, and one that is cut off', async () => {
    const { say, publisher } = await open();
    publisher.serve('/empty', { body: feed(0) });
    expect(await say('/sources add PUB/empty')).toContain('there is no article in it now');
    publisher.serve('/cut', { body: feed(4).slice(0, 420) });
    await say('/sources add PUB/feed sure:yes');
    publisher.serve('/feed', { body: feed(4).slice(0, 420) });
    expect(await say('/sources test 127-0-0-1')).toContain('Not all of it could be read.');
  });

  it.each([
    ['/sources add', '/sources add also needs “url”'],
    ['/sources add gazette', '“gazette” is no address. Give one that begins with https://'],
    ['/sources add ftp://gazette.example/feed', '“ftp://gazette.example/feed” is no address.'],
    ['/sources add PUB/feed and more', '/feed and more” is no address.'],
    ['/sources add PUB/list.opml', 'leads to an OPML list of feeds; /sources import takes such a list.'],
    ['/sources add PUB/broken', '(HTTP 500). Check the address, or try again later.'],
    ['/sources add PUB/feed key:🚀', "“🚀” cannot be a source's short name."],
    ['/sources add PUB/feed key:Bad_Name', "“Bad_Name” cannot be a source's short name."],
    ['/sources add PUB/feed key:taken', 'Another source here is already called “taken”.'],
  ])('%s gets a remedy', async (line, beginning) => {
    const { say, addSources, publisher } = await open();
    await addSources(['Taken']);
    publisher.serve('/list.opml', { body: '<opml version="2.0"><body></body></opml>' });
    publisher.serve('/broken', { status: 500 });
    expect(await say(line)).toContain(beginning);
  });

  it('tells an address that is read already', async () => {
    const { say } = await open();
    await say('/sources add PUB/feed sure:yes');
    expect(await say('/sources add PUB/feed')).toBe(
      'That address is already read as Harbour Gazette. /sources test 127-0-0-1 shows what it gives.',
    );
  });

  it('ends at the most sources that one server may have', async () => {
    const { say, addSources } = await open();
    await addSources(
      Array.from({ length: 50 }, (_, index) => `Own ${index}`),
      newsChannel.scope,
    );
    expect(await say('/sources add PUB/feed')).toBe(
      'The owners of this bot allow a server or chat 50 sources of its own (SOURCES_PER_SERVER). There is no room left; /sources remove takes one away.',
    );
    const owner = { isOwner: true };
    expect(await say('/sources add PUB/feed everywhere:yes sure:yes', owner)).toContain('is added');
  });

  it('adds a source for everybody where an owner says so, also over a restart', async () => {
    const { say, store, clock, addSources } = await open();
    await addSources(['Example Wire']);
    const owner = { isOwner: true };
    expect(await say('/sources add PUB/feed everywhere:yes')).toBe(
      'Only the owners of this bot can add sources for everybody. Leave out everywhere to add it for this server or chat.',
    );
    expect(await say('/sources add PUB/feed everywhere:yes', owner)).toContain(
      'Its news is then seen by everybody.',
    );
    await say('/sources add PUB/feed everywhere:yes sure:yes', owner);
    await store.sources.putGlobal([], clock.now());
    expect(await store.sources.list(['global'])).toMatchObject([{ name: 'Harbour Gazette' }]);
    expect(await say('/sources remove harbour gazette', owner)).toMatchInlineSnapshot(
      `"Harbour Gazette is removed for everybody, also after a restart. What it reported stays. To have it back: /sources add http://publisher/feed everywhere:yes"`,
    );
    expect(await store.sources.list(['global'])).toEqual([]);
  });
});

describe('/sources test', () => {
  it('reads a source now, and shows its newest articles', async () => {
    const { say, publisher } = await open();
    await say('/sources add PUB/feed sure:yes');
    expect(await say('/sources test harbour gazette')).toMatchInlineSnapshot(`
      "== What Harbour Gazette gives <http://publisher/feed>
      It can be read: 4 articles, in English. The newest:
      - Ship 0 arrives <https://gazette.example/0> · 2026-03-02T08:00
      - Ship 1 arrives <https://gazette.example/1> · 2026-03-02T08:01
      - Ship 2 arrives <https://gazette.example/2> · 2026-03-02T08:02
      About: Other (4)."
    `);
    publisher.serve('/feed', { status: 503 });
    expect(await say('/sources test harbour gazette')).toContain('I could not read http://publisher/feed.');
  });

  it('without a source offers those that are seen', async () => {
    const { ask, addSources } = await openConversation();
    await addSources(['Example Wire', 'Ledger Post']);
    expect(await ask('/sources test')).toMatchInlineSnapshot(`
      "/sources test also needs “source”: the source, by its short name or name. For example: /sources test example-wire
      ? Choose: source
        Example Wire: sources test source:example-wire
        Ledger Post: sources test source:ledger-post"
    `);
  });
});

describe('/sources remove, pause and resume', () => {
  it('change a source of the own server', async () => {
    const { ask, addSources, woken } = await openConversation();
    await addSources(['Local Letter'], newsChannel.scope);
    expect(await ask('/sources pause local-letter')).toBe(
      'Local Letter is paused. /sources resume local-letter makes it go on.',
    );
    expect(await ask('/sources')).toContain(
      '*Local Letter* (`local-letter`, feed, only here, address confirmed): paused',
    );
    expect(await ask('/sources resume Local Letter')).toBe('Local Letter is read again, from now on.');
    // A hub that brings its news is told, too.
    expect(woken()).toBe(2);
    expect(await ask('/sources remove local-letter')).toBe(
      'Local Letter is removed. What it reported stays; nothing new is read.',
    );
    expect(await ask('/sources')).toContain('There is no source of news here yet.');
  });

  it.each(['remove', 'pause', 'resume'])('%s leaves a source for everybody to owners', async (act) => {
    const { ask, addSources } = await openConversation();
    await addSources(['Example Wire']);
    expect(await ask(`/sources ${act} example-wire`)).toContain(
      'Example Wire is read for everybody, so only the owners of this bot can change that.',
    );
    expect(await ask(`/sources ${act} example-wire`, { isOwner: true })).toMatch(/^Example Wire is/);
  });

  it.each([
    'add https://a.example/feed',
    'import <opml>',
    'export',
    'test x',
    'remove x',
    'pause x',
    'resume x',
  ])('%s is for moderators', async (words) => {
    const { ask } = await openConversation();
    expect(await ask(`/sources ${words}`, { isModerator: false })).toContain(
      `Only moderators of news can use /sources ${words.split(' ')[0]}.`,
    );
  });

  it('do not touch a source of another server', async () => {
    const { ask, addSources } = await openConversation();
    await addSources(['Far Gazette'], 'console:far');
    expect(await ask('/sources remove far-gazette')).toContain('No source is called “far-gazette”.');
  });
});
