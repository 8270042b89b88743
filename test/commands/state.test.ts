import { describe, expect, it } from 'vitest';
import { newsChannel, openConversation, type Conversation } from '../support/conversation.ts';

const minuteMs = 60_000;

async function openWithSources(): Promise<Conversation> {
  const conversation = await openConversation();
  const { store, clock } = conversation;
  const [ledger, node, wire] = await conversation.addSources(['Ledger Post', 'Node Daily', 'Wire']);
  if (ledger === undefined || node === undefined || wire === undefined) throw new Error('no sources');
  const nextDueAt = new Date(clock.now().getTime() + minuteMs);
  const reading = { at: clock.now(), nextDueAt } as const;
  await store.sources.recordReading(ledger.id, {
    ...reading,
    outcome: 'read',
    etag: null,
    lastModified: null,
    movedTo: null,
  });
  await store.sources.recordReading(node.id, {
    ...reading,
    outcome: 'failed',
    error: 'the host does not answer',
  });
  await store.sources.pause(wire.id);
  await conversation.addSources(['Local Letter'], newsChannel.scope);
  return conversation;
}

describe('/sources', () => {
  it('tells of each how its reading goes', async () => {
    const { ask } = await openWithSources();
    expect(await ask('/sources')).toMatchInlineSnapshot(`
      "== 4 sources of news
      - *Ledger Post* (\`ledger-post\`, feed, address confirmed): read 2026-03-02T09:00
      - *Local Letter* (\`local-letter\`, feed, only here, address confirmed): not read yet
      - *Node Daily* (\`node-daily\`, feed, address confirmed): failing since 2026-03-02T09:00: the host does not answer
      - *Wire* (\`wire\`, feed, address confirmed): paused"
    `);
  });

  it('tells which one is pushed by its hub, until the lease ends', async () => {
    const { ask, store, clock, addSources } = await openConversation();
    const [wire] = await addSources(['Wire']);
    if (wire === undefined) throw new Error('no source');
    const hub = { hubs: ['https://hub.example/'], topic: wire.url };
    const said = { etag: null, lastModified: null, movedTo: null, hub };
    const now = clock.now();
    await store.sources.recordReading(wire.id, { at: now, nextDueAt: now, outcome: 'read', ...said });
    await store.pushes.follow({ now, publicUrl: 'https://bot.example' });
    const [push] = await store.pushes.claimDue({ now, retryMs: minuteMs, limit: 1 });
    const endsAt = new Date(now.getTime() + minuteMs);
    await store.pushes.activate(push?.id ?? 0n, { endsAt, renewAt: endsAt });
    expect(await ask('/sources')).toContain('read 2026-03-02T09:00, pushed by its hub');
    clock.advance(minuteMs);
    expect(await ask('/sources')).not.toContain('pushed');
  });

  it('tells of one that is gone since when, why, and what to do', async () => {
    const { ask, store, clock, addSources, woken } = await openConversation();
    const [wire] = await addSources(['Wire']);
    if (wire === undefined) throw new Error('no source');
    const failed = { at: clock.now(), nextDueAt: clock.now(), outcome: 'failed', isGone: true } as const;
    await store.sources.recordReading(wire.id, { ...failed, error: 'it says so (HTTP 410)' });
    expect(await ask('/sources')).toContain(
      '*Wire* (`wire`, feed, address confirmed): ended 2026-03-02T09:00. It says so (HTTP 410). I read it no more: /sources resume wire tries again, /sources remove wire takes it away.',
    );
    expect(await ask('/status')).toContain(
      [
        '- sources: 1 gone for good',
        '# Sources that I cannot read',
        '- *Wire*: ended 2026-03-02T09:00. It says so (HTTP 410).',
      ].join('\n'),
    );
    expect(await ask('/sources resume wire')).toContain('only the owners of this bot can change that');
    expect(await ask('/sources resume wire', { isOwner: true })).toBe('Wire is read again, from now on.');
    expect(woken()).toBe(1);
    expect(await ask('/sources')).toContain('*Wire* (`wire`, feed, address confirmed): not read yet');
  });

  it('hides those of another server', async () => {
    const { ask } = await openWithSources();
    const channel = { ...newsChannel, scope: 'console:far' } as const;
    expect(await ask('/sources', { channel })).not.toContain('Local Letter');
  });

  it('tells which address is not confirmed', async () => {
    const { ask, store, clock } = await openConversation();
    await store.sources.putGlobal(
      [
        {
          key: 'maybe',
          name: 'Maybe',
          kind: 'sitemap',
          url: 'https://maybe.example/news.xml',
          home: null,
          language: null,
          address: 'unconfirmed',
          settings: {},
        },
      ],
      clock.now(),
    );
    expect(await ask('/sources')).toContain(
      '*Maybe* (`maybe`, news sitemap, address not confirmed yet): not read yet',
    );
  });

  it('turns pages', async () => {
    const { ask, addSources } = await openConversation();
    await addSources(Array.from({ length: 23 }, (_, index) => `Source ${String(index).padStart(2, '0')}`));
    expect(await ask('/sources')).toContain('-- page 1 of 3');
    expect(await ask('/sources page:3')).toContain('*Source 22*');
    expect(await ask('/sources page:4')).toBe('There is no page 4: the last one is page 3.');
  });

  it('says what to do where there is none', async () => {
    const { ask } = await openConversation();
    expect(await ask('/sources')).toBe('There is no source of news here yet. /sources add gives it one.');
  });
});

describe('/status', () => {
  it('tells of a new database that nothing has been read yet', async () => {
    const { ask } = await openConversation();
    expect(await ask('/status')).toMatchInlineSnapshot(`
      "== How I am doing
      Running for less than a minute.
      # Platforms
      - *console*: connected
      # News
      - 0 stories from 0 articles
      - no article has been read yet
      - no sources
      # Posts
      - 0 waiting
      - 0 sent"
    `);
  });

  it('counts stories, sources and posts, and tells how long it runs', async () => {
    const { ask, clock, tell } = await openWithSources();
    await tell({ title: 'A rule', parts: { category: 'policy' } });
    await ask('/subscribe everything:yes last:3');
    clock.advance(26 * 60 * minuteMs + 5 * minuteMs);
    expect(await ask('/status')).toMatchInlineSnapshot(`
      "== How I am doing
      Running for 1 day 2 hours.
      # Platforms
      - *console*: connected
      # News
      - 1 story from 1 article
      - newest article 2026-03-02T09:00
      - sources: 1 well, 1 failing, 2 not read yet and 1 paused
      # Sources that I cannot read
      - *Node Daily*: failing since 2026-03-02T09:00: the host does not answer
      # Posts
      - 1 waiting
      - 0 sent"
    `);
  });

  it('names the sources that have failed for longest, and counts the others', async () => {
    const { ask, store, clock, addSources } = await openConversation();
    const sources = await addSources(Array.from({ length: 7 }, (_, index) => `Source ${index}`));
    for (const source of sources.toReversed()) {
      clock.advance(minuteMs);
      const reading = {
        at: clock.now(),
        nextDueAt: clock.now(),
        outcome: 'failed',
        error: 'HTTP 503',
      } as const;
      await store.sources.recordReading(source.id, reading);
    }
    const [, told] = /# Sources that I cannot read\n(.*)\n# Posts/s.exec(await ask('/status')) ?? [];
    expect(told?.split('\n')).toEqual([
      ...[6, 5, 4, 3, 2].map(
        (number) => `- *Source ${number}*: failing since 2026-03-02T09:0${7 - number}: HTTP 503`,
      ),
      '- and 2 more, which /sources tells',
    ]);
  });

  it('names the channels that cannot be reached: to members those of their server, to owners all', async () => {
    const { ask, clock, store } = await openConversation();
    const far = { ...newsChannel, address: 'far', name: 'far', scope: 'console:far' } as const;
    for (const channel of [newsChannel, far]) {
      const { id } = await store.channels.put(channel, clock.now());
      await store.channels.setUnreachable(id, `${channel.name} is closed`, clock.now());
    }
    const forMember = await ask('/status');
    expect(forMember).toContain('*news* (console): news is closed');
    expect(forMember).not.toContain('far is closed');
    expect(await ask('/status', { isOwner: true })).toContain('*far* (console): far is closed');
  });

  it('tells a platform’s remarks to owners alone', async () => {
    const { ask } = await openConversation({
      platforms: () => [{ id: 'telegram', isConnected: false, remarks: ['The token is refused.'] }],
    });
    const forMember = await ask('/status');
    expect(forMember).toContain('*telegram*: not connected, and trying to be');
    expect(forMember).not.toContain('token');
    expect(await ask('/status', { isOwner: true })).toContain('The token is refused.');
  });
});
