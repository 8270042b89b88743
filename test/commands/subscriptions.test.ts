import { describe, expect, it } from 'vitest';
import { newsChannel, openConversation, type Conversation } from '../support/conversation.ts';

async function openWith(...lines: readonly string[]): Promise<Conversation> {
  const conversation = await openConversation();
  for (const line of lines) await conversation.ask(line);
  return conversation;
}

describe('/subscriptions', () => {
  it('shows what the channel gets, with number and state', async () => {
    const { ask } = await openWith(
      '/subscribe policy btc',
      '/subscribe everything:yes silent:yes',
      '/pause 2',
    );
    expect(await ask('/subscriptions')).toMatchInlineSnapshot(`
      "== What news gets
      - *1*: Policy & Regulation about BTC
      - *2*: all news; silent; paused
      -- /subscribe adds one, /unsubscribe ends one, /pause and /resume hold them."
    `);
  });

  it('says why the channel cannot be reached', async () => {
    const { ask, store, clock } = await openWith('/subscribe policy');
    const channel = await store.channels.find(newsChannel);
    await store.channels.setUnreachable(channel?.id ?? 0n, 'the bot was removed', clock.now());
    expect(await ask('/subscriptions')).toContain(
      'I cannot reach news. The bot was removed. Nothing is lost: its posts wait. Mend that, then /resume.',
    );
  });
});

describe('/unsubscribe', () => {
  it('ends the only one without a number', async () => {
    const { ask } = await openWith('/subscribe policy');
    expect(await ask('/unsubscribe')).toBe(
      'news no longer gets Policy & Regulation (that was subscription 1).',
    );
    expect(await ask('/subscriptions')).toBe('news has no subscription. /subscribe gives it one.');
  });

  it('asks which one where there are several', async () => {
    const { ask } = await openWith('/subscribe policy', '/subscribe defi');
    expect(await ask('/unsubscribe')).toMatchInlineSnapshot(`
      "== What news gets
      ? Which one should end?
        1: Policy & Regulation: unsubscribe number:1
        2: DeFi: unsubscribe number:2"
    `);
    expect(await ask('/unsubscribe 2')).toContain('no longer gets DeFi');
    expect(await ask('/subscriptions')).toContain('Policy & Regulation');
  });
});

describe('/pause and /resume', () => {
  it('hold one subscription and let it go on', async () => {
    const { ask } = await openWith('/subscribe policy', '/subscribe defi');
    expect(await ask('/pause 2')).toBe('Subscription 2 of news (DeFi) is paused. /resume 2 makes it go on.');
    expect(await ask('/subscriptions')).toContain('*2*: DeFi; paused');
    expect(await ask('/resume 2')).toContain('Subscription 2 of news (DeFi) goes on.');
    expect(await ask('/subscriptions')).not.toContain('paused');
  });

  it('hold the whole channel and let it go on', async () => {
    const { ask, woken } = await openWith('/subscribe policy', '/subscribe defi', '/pause 1');
    expect(await ask('/pause')).toBe(
      'news gets nothing more: 2 subscriptions are paused. /resume makes it go on.',
    );
    expect(await ask('/pause')).toBe('Nothing to pause: news is already paused. /resume makes it go on.');
    const before = woken();
    expect(await ask('/resume')).toContain('news gets its news again: 2 subscriptions are resumed.');
    expect(woken()).toBe(before + 1);
    expect(await ask('/resume')).toBe('Nothing to resume: no subscription of news is paused.');
    expect(await ask('/resume 1')).toBe('Nothing to resume: no subscription of news is paused.');
  });

  it('count a resumed subscription as begun anew', async () => {
    const { ask, store, clock } = await openWith('/subscribe policy', '/pause');
    clock.advance(60_000);
    await ask('/resume');
    const channel = await store.channels.find(newsChannel);
    const [subscription] = await store.subscriptions.ofChannel(channel?.id ?? 0n);
    expect(subscription?.since).toEqual(clock.now());
  });

  it('try an unreachable channel again', async () => {
    const { ask, store, clock } = await openWith('/subscribe policy');
    const channel = await store.channels.find(newsChannel);
    await store.channels.setUnreachable(channel?.id ?? 0n, 'the bot was removed', clock.now());
    expect(await ask('/resume')).toBe('I try to reach news again now; what waited for it is sent.');
    expect(await store.channels.find(newsChannel)).toMatchObject({
      state: 'reachable',
      unreachableReason: null,
    });
  });
});

describe.each(['unsubscribe', 'pause', 'resume'])('/%s', (name) => {
  it('tells the numbers there are', async () => {
    const { ask } = await openWith('/subscribe policy', '/subscribe defi');
    expect(await ask(`/${name} 7`)).toBe(
      'news has no subscription 7. It has 1 and 2; /subscriptions shows what they are.',
    );
    expect(await ask(`/${name} two`)).toBe('“number” is a whole number from 1 to 100000, not “two”.');
  });

  it('says where there is nothing', async () => {
    const { ask } = await openConversation();
    expect(await ask(`/${name}`)).toBe('news has no subscription. /subscribe gives it one.');
    expect(await ask(`/${name} 1`)).toBe('news has no subscription. /subscribe gives it one.');
  });

  it('is for moderators', async () => {
    const { ask } = await openConversation();
    expect(await ask(`/${name}`, { isModerator: false })).toContain(
      `Only moderators of news can use /${name}.`,
    );
  });
});
