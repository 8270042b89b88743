import { describe, expect, it } from 'vitest';
import {
  category,
  channel,
  defineCommand,
  integer,
  optional,
  positional,
  source,
  story,
  text,
  turnPages,
  type Command,
  type CommandRequest,
} from '../../src/dispatch/command.ts';
import { MendableError } from '../../src/domain/errors.ts';
import { emptyMessage, textMessage } from '../../src/domain/message.ts';
import { newsChannel, openConversation } from '../support/conversation.ts';
import { renderPlain } from '../support/render.ts';

const shape = { description: 'For tests', example: '/it', options: {} } as const;
const echo = (name: string, parts: Partial<Pick<Command['acts'][string], 'access' | 'isPrivate'>> = {}) =>
  defineCommand({
    ...shape,
    name,
    access: 'anyone',
    ...parts,
    options: { where: optional(channel('Where')) },
    run: async (_, { target, scopes, missingPermissions }) =>
      textMessage([target.name, scopes.join('+'), ...missingPermissions].join(' | ')),
  });
const anyone = { ...shape, access: 'anyone' } as const;
const testCommands: readonly Command[] = [
  echo('show'),
  echo('moderate', { access: 'moderators', isPrivate: true }),
  echo('own', { access: 'owners' }),
  defineCommand({
    ...anyone,
    name: 'break',
    run: async () => Promise.reject(new Error('a secret of the database')),
  }),
  defineCommand({
    ...anyone,
    name: 'mend',
    run: async () => Promise.reject(new MendableError('Turn it off and on.')),
  }),
  defineCommand({
    ...anyone,
    name: 'leaf',
    options: { text: positional(text('Words')), page: optional(integer('Page', { min: 1, max: 99 })) },
    run: async ({ page = 1 }, context) => ({
      ...emptyMessage,
      ...turnPages(context, { page, size: 2, total: 5 }),
    }),
  }),
  defineCommand({
    ...anyone,
    name: 'need',
    options: { kind: category('The kind of news'), page: optional(integer('Page', { min: 1, max: 99 })) },
    run: async ({ kind }) => textMessage(kind),
  }),
  defineCommand({
    ...anyone,
    name: 'from',
    options: { source: source('A source') },
    run: async ({ source }) => textMessage(source.key),
  }),
  defineCommand({
    ...anyone,
    name: 'which',
    options: { story: story('A story') },
    run: async ({ story }) => textMessage(story.title),
  }),
  defineCommand({
    ...anyone,
    name: 'words',
    options: { text: text('Some words') },
    run: async ({ text }) => textMessage(text),
  }),
];

const open = async (given: Parameters<typeof openConversation>[0] = {}) =>
  openConversation({ commands: testCommands, ...given });

describe('who may ask', () => {
  it.each([
    ['show', {}, 'news | global+console:desk'],
    ['moderate', { isModerator: true }, 'news | global+console:desk'],
    ['own', { isOwner: true }, 'news | global+console:desk'],
    ['moderate', { isModerator: false, isOwner: true }, 'news | global+console:desk'],
    [
      'moderate',
      { isModerator: false },
      'Only moderators of news can use /moderate. Ask one of them, or use it in a private chat with me.',
    ],
    [
      'own',
      { isModerator: true },
      'Only the owners of this bot can use /own. Whoever runs it can add your id to OWNER_IDS.',
    ],
  ])('%s, asked by %j, says %s', async (line, asker, expected) => {
    const { ask } = await open();
    expect(await ask(line, asker)).toBe(expected);
  });

  it('is checked for the channel that is named, not the one that is asked in', async () => {
    const other = { ...newsChannel, address: 'other', name: 'other' };
    const found = { channel: other, missingPermissions: ['Send messages'] };
    const asModerator = await open({ findChannel: async () => ({ ...found, isModerator: true }) });
    expect(await asModerator.ask('moderate where:other', { isModerator: false })).toBe(
      'other | global+console:desk | Send messages',
    );
    const asMember = await open({ findChannel: async () => ({ ...found, isModerator: false }) });
    expect(await asMember.ask('moderate where:other', { isModerator: true })).toContain(
      'Only moderators of other',
    );
    expect(await asMember.ask('show where:other')).toContain('other | global');
  });

  it('keeps what another server holds from all but its moderators', async () => {
    const channel = { ...newsChannel, address: 'far', name: 'far', scope: 'console:far' } as const;
    const far = await open({
      findChannel: async () => ({ channel, isModerator: false, missingPermissions: [] }),
    });
    expect(await far.ask('show where:far')).toBe(
      'You do not moderate far, so I cannot show or change it for you.',
    );
  });

  it('says what the platform says of a channel that it does not find', async () => {
    const { ask } = await open();
    expect(await ask('show where:nowhere')).toBe('I see no channel nowhere.');
  });
});

describe('what goes wrong', () => {
  it('is told with its remedy where a person can mend it', async () => {
    const { ask, log } = await open();
    expect(await ask('mend')).toBe('Turn it off and on.');
    expect(log.lines).toEqual([]);
  });

  it('is logged under an id, and only the id is told, where it is a bug', async () => {
    const { ask, log } = await open();
    const told = await ask('break');
    const id = /error (\w+)\.$/.exec(told)?.[1];
    expect(told).toContain('Something went wrong on my side');
    expect(told).not.toContain('secret');
    expect(log.lines).toMatchObject([
      { level: 'error', fields: { id, error: new Error('a secret of the database') } },
    ]);
  });

  it('gives no choices rather than an error while an option is typed', async () => {
    const { request, store, log } = await open();
    await store.close();
    expect(await request({ kind: 'complete', type: 'source', text: 'x' })).toEqual({
      kind: 'choices',
      choices: [],
    });
    expect(log.lines).toHaveLength(1);
  });
});

describe('an answer', () => {
  it.each([
    ['show', false],
    ['moderate', true],
    ['mend', true],
    ['break', true],
    ['no_such_command', true],
  ])('to %s is private: %s', async (line, isPrivate) => {
    const { request } = await open();
    expect(await request({ kind: 'line', line })).toMatchObject({ kind: 'reply', isPrivate });
  });

  it('to an unknown command offers the nearest one with the same words', async () => {
    const { ask } = await open();
    expect(await ask('/wrods hong kong')).toMatchInlineSnapshot(`
      "There is no command /wrods. Did you mean /words hong kong?
      [/words hong kong] open words hong kong"
    `);
    expect(await ask('/weather')).toMatchInlineSnapshot(`
      "There is no command /weather. /help lists all of them.
      [/help] open help"
    `);
  });

  it('is the same for options that the platform took apart', async () => {
    const { request } = await open();
    const parts: CommandRequest['ask'] = {
      kind: 'parts',
      command: 'need',
      act: '',
      options: { kind: 'policy' },
    };
    const answer = await request(parts);
    expect(answer.kind === 'reply' && renderPlain(answer.message)).toBe('policy');
  });
});

describe('a missing option', () => {
  it('is asked for by a menu that keeps the other options', async () => {
    const { ask } = await open();
    expect(await ask('need page:2')).toMatchInlineSnapshot(`
      "/need also needs “kind”: the kind of news. For example: /it
      ? Choose: kind
        Policy & Regulation: need page:2 kind:policy
        Markets: need page:2 kind:markets
        Web3 & Enterprise: need page:2 kind:web3
        DeFi: need page:2 kind:defi
        Security & Crime: need page:2 kind:security
        Technology & Protocols: need page:2 kind:tech
        Stablecoins & Payments: need page:2 kind:stablecoins
        NFTs & Gaming: need page:2 kind:nft
        Mining & Energy: need page:2 kind:mining
        Other: need page:2 kind:other"
    `);
    expect(await ask('need kind:defi page:2')).toBe('defi');
  });

  it('is asked for by the values that are there', async () => {
    const { ask, addSources, tell } = await open();
    await addSources(['Example Wire', 'Ledger Post']);
    await tell({ title: 'A rule is passed' });
    expect(await ask('from')).toMatchInlineSnapshot(`
      "/from also needs “source”: a source. For example: /it
      ? Choose: source
        Example Wire: from source:example-wire
        Ledger Post: from source:ledger-post"
    `);
    expect(await ask('which')).toMatchInlineSnapshot(`
      "/which also needs “story”: a story. For example: /it
      ? Choose: story
        #1 A rule is passed: which story:1"
    `);
  });

  it('is told with an example where its values cannot be told', async () => {
    const { ask } = await open();
    expect(await ask('words')).toBe('/words also needs “text”: some words. For example: /it');
  });
});

describe('pages', () => {
  it('turn by buttons that carry the whole command', async () => {
    const { ask, reply } = await open();
    expect(await ask('leaf "hong kong" etf')).toMatchInlineSnapshot(`
      "-- page 1 of 3
      [Next] turn leaf text:"\\"hong kong\\" etf" page:2"
    `);
    const [next] = (await reply('leaf "hong kong" etf')).buttons;
    if (next === undefined || !('action' in next)) throw new Error('no button');
    expect(await ask(next.action)).toMatchInlineSnapshot(`
      "-- page 2 of 3
      [Previous] turn leaf text:"\\"hong kong\\" etf" page:1
      [Next] turn leaf text:"\\"hong kong\\" etf" page:3"
    `);
  });

  it('end with the last one', async () => {
    const { ask } = await open();
    expect(await ask('leaf x page:3')).not.toContain('Next');
    expect(await ask('leaf x page:4')).toBe('There is no page 4: the last one is page 3.');
    expect(await ask('leaf x page:0')).toBe('“page” is a whole number from 1 to 99, not “0”.');
  });
});

describe('choices for an option that is being typed', () => {
  it('are sources by key or name', async () => {
    const { request, addSources } = await open();
    await addSources(['Example Wire', 'Wire Two', 'Ledger Post']);
    expect(await request({ kind: 'complete', type: 'source', text: 'wire' })).toEqual({
      kind: 'choices',
      choices: [
        { value: 'wire-two', name: 'Wire Two' },
        { value: 'example-wire', name: 'Example Wire' },
      ],
    });
  });

  it('are assets by ticker or name', async () => {
    const { request } = await open();
    const answer = await request({ kind: 'complete', type: 'asset', text: 'bitcoin' });
    expect(answer.kind === 'choices' && answer.choices[0]).toEqual({ value: 'BTC', name: 'BTC · Bitcoin' });
  });

  it('are categories', async () => {
    const { request } = await open();
    expect(await request({ kind: 'complete', type: 'category', text: 'sec' })).toEqual({
      kind: 'choices',
      choices: [{ value: 'security', name: 'Security & Crime' }],
    });
  });

  it('are the newest stories, by number or title, with names that fit', async () => {
    const { request, tell } = await open();
    await tell({ title: `Harbour ${'long '.repeat(40)}title` }, { title: 'A rule is passed' });
    const answer = await request({ kind: 'complete', type: 'story', text: 'harbour' });
    if (answer.kind !== 'choices') throw new Error('no choices');
    expect(answer.choices).toHaveLength(1);
    expect(answer.choices[0]?.value).toBe('1');
    expect(answer.choices[0]?.name.length).toBeLessThanOrEqual(100);
  });

  it('are 25 at most', async () => {
    const { request } = await open();
    const answer = await request({ kind: 'complete', type: 'asset', text: '' });
    expect(answer.kind === 'choices' && answer.choices.length).toBe(25);
  });
});
