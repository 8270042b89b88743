import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createSourceReader } from '../../src/sources/source-reader.ts';
import { startPublisher, type Publisher } from '../fakes/publisher.ts';
import { createTestClock } from '../support/clock.ts';
import { newsChannel, openConversation, type Conversation } from '../support/conversation.ts';
import { createTestLog } from '../support/log.ts';

const outline = (name: string) =>
  `<outline type="rss" text="${name}" xmlUrl="https://${name.toLowerCase()}.example/feed.xml"/>`;
const opml = (...names: readonly string[]) =>
  `<?xml version="1.0"?><opml version="2.0"><body>${names.map(outline).join('')}</body></opml>`;
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `Wire${index + 1}`);

let publisher: Publisher;
let conversation: Conversation;

beforeEach(async () => {
  publisher = await startPublisher();
  const sources = createSourceReader({
    clock: createTestClock(),
    log: createTestLog(),
    allowPrivateAddresses: true,
  });
  onTestFinished(async () => {
    await sources.close();
    await publisher.close();
  });
  conversation = await openConversation({ sources });
});

const own = () => conversation.store.sources.list([newsChannel.scope]);
const press = async (line: string) => {
  const [button] = (await conversation.reply(line)).buttons;
  if (button === undefined || !('action' in button)) throw new Error('no button');
  return conversation.ask(button.action);
};

describe('/sources import', () => {
  it('shows what a list at an address would add, and adds it once that is confirmed', async () => {
    publisher.serve('/list.opml', { body: opml('Harbour', 'Ledger') });
    const line = `/sources import ${publisher.url}/list.opml`;
    const shown = await conversation.ask(line);
    expect(shown.replaceAll(publisher.url, 'http://publisher')).toMatchInlineSnapshot(`
      "== 2 feeds in the list
      - Harbour <https://harbour.example/feed.xml>
      - Ledger <https://ledger.example/feed.xml>
      Shall I add these 2? Their news is then seen in the server or chat of news alone.
      [Add 2] turn sources import list:http://publisher/list.opml sure:yes"
    `);
    expect(await own()).toEqual([]);
    expect(await press(line)).toMatchInlineSnapshot(
      `"2 sources are added. I read them within minutes; /sources shows how that goes."`,
    );
    expect(await own()).toMatchObject([
      { key: 'harbour-example', name: 'Harbour', address: 'unconfirmed' },
      { key: 'ledger-example', name: 'Ledger', url: 'https://ledger.example/feed.xml' },
    ]);
    expect(conversation.woken()).toBe(1);
    expect(await conversation.ask(line)).toBe(
      'All of them are read here already, so there is nothing to add.',
    );
  });

  it('takes a list that was pasted, whatever looks like options in it', async () => {
    expect(await conversation.ask(`/sources import sure:yes ${opml('Harbour')}`)).toBe(
      '1 source is added. I read it within minutes; /sources shows how that goes.',
    );
    expect(await own()).toMatchObject([{ key: 'harbour-example' }]);
    expect(await press(`/sources import ${opml('Ledger')}`)).toContain('1 source is added.');
  });

  it('takes a list as a file, as platforms hand it over', async () => {
    publisher.serve('/file', { body: opml('Harbour') });
    const answer = await conversation.request({
      kind: 'parts',
      command: 'sources',
      act: 'import',
      options: { file: `${publisher.url}/file`, sure: 'true' },
    });
    expect(answer).toMatchObject({ kind: 'reply', isPrivate: true });
    expect(await own()).toHaveLength(1);
  });

  it('says on Discord that the file has an option of its own', async () => {
    const channel = { ...newsChannel, platform: 'discord' } as const;
    expect(await conversation.ask('/sources import', { channel })).toContain('by the option “file”');
  });

  it('tells what is known and what is too much', async () => {
    await conversation.addSources(['Wire1'], newsChannel.scope);
    await conversation.addSources(
      numbered(48).map((name) => `Other ${name}`),
      newsChannel.scope,
    );
    const shown = await conversation.ask(`/sources import ${opml(...numbered(4))}`);
    expect(shown).toContain('1 feed of the list is read here already.');
    expect(shown).toContain(
      '2 feeds of the list are left out. The owners of this bot allow a server or chat 50 sources of its own (SOURCES_PER_SERVER).',
    );
    expect(shown).toContain('Shall I add this one? Its news is then seen');
    expect(await conversation.ask(`/sources import sure:yes ${opml(...numbered(4))}`)).toMatchInlineSnapshot(`
      "1 source is added. I read it within minutes; /sources shows how that goes.
      1 feed of the list is read here already.
      2 feeds of the list are left out. The owners of this bot allow a server or chat 50 sources of its own (SOURCES_PER_SERVER)."
    `);
    expect(await own()).toHaveLength(50);
    expect(await conversation.ask(`/sources import ${opml('Late')}`)).toBe(
      'None of them is added. The owners of this bot allow a server or chat 50 sources of its own (SOURCES_PER_SERVER). /sources remove makes room.',
    );
  });

  it('shows the first ten of many', async () => {
    const shown = await conversation.ask(`/sources import ${opml(...numbered(30))}`);
    expect(shown).toContain('== 30 feeds in the list');
    expect(shown).toContain('- Wire10');
    expect(shown).not.toContain('- Wire11');
    expect(shown).toContain('- and 20 more');
    expect(shown).toContain('[Add 30]');
  });

  it('names feeds of one host apart', async () => {
    const many = ['a', 'b', 'c'].map(
      (path) => `<outline text="${path}" xmlUrl="https://one.example/${path}"/>`,
    );
    await conversation.ask(`/sources import sure:yes <opml><body>${many.join('')}</body></opml>`);
    expect((await own()).map(({ key }) => key)).toEqual(['one-example', 'one-example-2', 'one-example-3']);
  });

  it('adds for everybody where an owner says so', async () => {
    const line = `/sources import everywhere:yes sure:yes ${opml('Harbour')}`;
    expect(await conversation.ask(line)).toContain(
      'Only the owners of this bot can add sources for everybody.',
    );
    await conversation.ask(line, { isOwner: true });
    expect(await conversation.store.sources.list(['global'])).toMatchObject([{ name: 'Harbour' }]);
  });

  it.each([
    ['', 'Give the list of feeds: its address or its text behind the command.'],
    ['<opml><body/></opml>', 'I could not read that list. This OPML list names no feed'],
    ['PUB/page', 'I could not read that list. This file is not an OPML list'],
    ['PUB/missing', 'I could not read that list. There is nothing at this address (HTTP 404)'],
    ['/etc/passwd', 'I could not read that list.'],
    ['file:///etc/passwd', 'I could not read that list.'],
    ['../package.json', 'I could not read that list.'],
  ])('%s gets a remedy', async (given, beginning) => {
    publisher.serve('/page', { body: '<html>Hello</html>' });
    const said = await conversation.ask(`/sources import ${given.replace('PUB', publisher.url)}`);
    expect(said).toContain(beginning);
    expect(said).not.toContain('root:');
    expect(await own()).toEqual([]);
  });
});

describe('/sources export', () => {
  it('gives all feeds that are seen here as a list that can be imported', async () => {
    await conversation.addSources(['Example Wire']);
    await conversation.addSources(['Local Letter'], newsChannel.scope);
    await conversation.addSources(['Far Gazette'], 'console:far');
    const { attachment, blocks } = await conversation.reply('/sources export');
    expect(blocks).toMatchObject([{ spans: ['2 feeds, as a list that other feed readers import.'] }]);
    expect(attachment?.name).toBe('satwire-sources.opml');
    expect(attachment?.text).toContain('xmlUrl="https://local-letter.example/feed.xml"');
    expect(attachment?.text).not.toContain('far-gazette');
    expect(await conversation.ask(`/sources import ${attachment?.text ?? ''}`)).toBe(
      'All of them are read here already, so there is nothing to add.',
    );
  });

  it('says what such a list leaves out, and where there is nothing', async () => {
    expect(await conversation.ask('/sources export')).toBe(
      'There is no feed here to export. /sources add gives me one.',
    );
    await conversation.addSources(['Example Wire']);
    const [wire] = await conversation.store.sources.list(['global']);
    if (wire === undefined) throw new Error('no source');
    const map = { ...wire, key: 'map', url: 'https://map.example/news.xml', kind: 'sitemap' } as const;
    await conversation.store.sources.add(map, newsChannel.scope, conversation.clock.now());
    expect(await conversation.ask('/sources export')).toContain(
      '1 source is left out, because such a list takes feeds alone.',
    );
  });
});
