import { describe, expect, it } from 'vitest';
import { commandsUnder, commands } from '../../commands/index.ts';
import type { SourceRules } from '../../src/dispatch/command.ts';
import type { FoundSource } from '../../src/sources/source.ts';
import { newsChannel, openConversation, unreachableNet } from '../support/conversation.ts';

const found: FoundSource = {
  kind: 'feed',
  url: 'https://gazette.example/feed',
  home: 'https://gazette.example/',
  title: 'Harbour Gazette',
  language: 'en',
  items: [],
};
const feeds = ['harbour', 'ledger', 'tide'].map((name) => ({
  name,
  url: `https://${name}.example/feed.xml`,
  home: null,
  language: null,
}));

/** A bot whose owners set these rules, in a world with one feed and one list of three. */
async function open(rules: Partial<SourceRules>) {
  const conversation = await openConversation({
    sourceRules: { addedBy: 'moderators', mostPerScope: 50, ...rules },
    sources: {
      ...unreachableNet,
      find: async () => ({ kind: 'found', source: found }),
      readList: async () => ({ kind: 'list', feeds }),
    },
  });
  const own = async () => (await conversation.store.sources.list([newsChannel.scope])).length;
  return { ...conversation, own };
}

const add = '/sources add gazette.example sure:yes';
const importAll = '/sources import https://lists.example/all.opml';
const owner = { isOwner: true };

describe('where the owners keep adding to themselves', () => {
  it.each([add, importAll, '/sources add', '/sources import'])(
    'a moderator who asks %s is told the rule and who can change it',
    async (line) => {
      const { ask, own } = await open({ addedBy: 'owners' });
      const act = line.split(' ').slice(0, 2).join(' ');
      expect(await ask(line)).toBe(
        `Only the owners of this bot can use ${act}: they keep it to themselves by the setting SOURCES_ADDED_BY. Ask one of them.`,
      );
      expect(await own()).toBe(0);
    },
  );

  it('an owner adds, for one server and for everybody', async () => {
    const { ask, own, store } = await open({ addedBy: 'owners' });
    expect(await ask(add, owner)).toContain('Harbour Gazette is added');
    expect(await own()).toBe(1);
    expect(await ask(`${importAll} sure:yes everywhere:yes`, owner)).toContain('3 sources are added.');
    expect(await store.sources.list(['global'])).toHaveLength(3);
  });

  it('moderators still pause, remove and export what is there', async () => {
    const { ask, addSources } = await open({ addedBy: 'owners' });
    await addSources(['Local Letter'], newsChannel.scope);
    expect(await ask('/sources pause local-letter')).toContain('is paused');
    expect(await ask('/sources export')).toContain('1 feed');
    expect(await ask('/sources remove local-letter')).toContain('is removed');
  });

  it('/help says so, and only of these two acts', async () => {
    const { ask } = await open({ addedBy: 'owners' });
    const parts = (await ask('/help sources')).split('# /sources ').slice(1);
    const forOwners = parts.filter((part) => part.includes('For the owners of this bot.'));
    expect(forOwners.map((part) => part.split('\n')[0])).toEqual(['add', 'import']);
    expect(parts.filter((part) => part.includes('For moderators.'))).toHaveLength(5);
  });

  it('the list of commands is else the same', () => {
    const rules = { mostPerScope: 50 };
    expect(commandsUnder({ ...rules, addedBy: 'moderators' })).toBe(commands);
    const kept = commandsUnder({ ...rules, addedBy: 'owners' });
    expect(kept.map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
    expect(kept.filter((command) => !commands.includes(command)).map(({ name }) => name)).toEqual([
      'sources',
    ]);
  });
});

describe('where the owners limit how many', () => {
  it('ends at that number, and says whose rule it is', async () => {
    const { ask, own } = await open({ mostPerScope: 1 });
    expect(await ask(add)).toContain('is added');
    expect(await ask('/sources add other.example')).toMatchInlineSnapshot(
      `"The owners of this bot allow a server or chat 1 source of its own (SOURCES_PER_SERVER). There is no room left; /sources remove takes one away."`,
    );
    expect(await own()).toBe(1);
  });

  it('adds of a list what there is room for, and says before and after how many it leaves out and why', async () => {
    const { ask, own } = await open({ mostPerScope: 2 });
    expect(await ask(importAll)).toMatchInlineSnapshot(`
      "== 3 feeds in the list
      - harbour <https://harbour.example/feed.xml>
      - ledger <https://ledger.example/feed.xml>
      1 feed of the list is left out. The owners of this bot allow a server or chat 2 sources of its own (SOURCES_PER_SERVER).
      Shall I add these 2? Their news is then seen in the server or chat of news alone.
      [Add 2] turn sources import list:https://lists.example/all.opml sure:yes"
    `);
    expect(await ask(`${importAll} sure:yes`)).toMatchInlineSnapshot(`
      "2 sources are added. I read them within minutes; /sources shows how that goes.
      1 feed of the list is left out. The owners of this bot allow a server or chat 2 sources of its own (SOURCES_PER_SERVER)."
    `);
    expect(await own()).toBe(2);
  });

  it('leaves what is there where the number was lowered', async () => {
    const { ask, own, addSources } = await open({ mostPerScope: 1 });
    await addSources(['One', 'Two', 'Three'], newsChannel.scope);
    expect(await ask(add)).toContain('There is no room left');
    expect(await ask(importAll)).toContain('None of them is added.');
    expect(await own()).toBe(3);
  });

  it('with 0 allows none of a server or chat, and owners add for everybody without a limit', async () => {
    const { ask, own, store } = await open({ mostPerScope: 0 });
    expect(await ask(add)).toMatchInlineSnapshot(
      `"The owners of this bot allow a server or chat no source of its own (SOURCES_PER_SERVER). An owner can add one for everybody, with everywhere:yes."`,
    );
    expect(await ask(importAll)).toMatchInlineSnapshot(
      `"None of them is added. The owners of this bot allow a server or chat no source of its own (SOURCES_PER_SERVER)."`,
    );
    expect(await own()).toBe(0);
    expect(await ask(`${importAll} everywhere:yes sure:yes`, owner)).toContain('3 sources are added.');
    expect(await ask(`${add} everywhere:yes`, owner)).toContain('is added');
    expect(await store.sources.list(['global'])).toHaveLength(4);
  });
});
