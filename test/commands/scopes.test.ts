import { describe, expect, it } from 'vitest';
import { newsChannel, openConversation, type Conversation } from '../support/conversation.ts';

const farChannel = { ...newsChannel, address: 'far', name: 'far', scope: 'console:far' } as const;
const asFar = { channel: farChannel };

/** Story 1 is everybody's; story 2 is told by a source of the far server alone. */
async function open(): Promise<Conversation> {
  const conversation = await openConversation();
  await conversation.tell(
    { title: 'Harbour exchange lists a bond', text: 'A bond on a chain.', minutesAgo: 20 },
    {
      source: 'Far Gazette',
      scope: 'console:far',
      title: 'Harbour exchange hires a lawyer',
      text: 'A lawyer for the exchange.',
      minutesAgo: 10,
    },
  );
  return conversation;
}

describe('what a server’s own source reports', () => {
  it.each(['/latest', '/top', '/search harbour'])('is shown by %s there, and nowhere else', async (line) => {
    const { ask } = await open();
    expect(await ask(line, asFar)).toContain('#2');
    expect(await ask(line)).not.toContain('#2');
    expect(await ask(line)).toContain('#1');
  });

  it.each(['/summarize 2', '/read 2', '/related 2'])(
    'is opened by %s there, and nowhere else',
    async (line) => {
      const { ask } = await open();
      expect(await ask(line, asFar)).not.toContain('There is no story 2 here.');
      expect(await ask(line)).toContain('There is no story 2 here.');
      expect(await ask(line, { isOwner: true })).toContain('There is no story 2 here.');
    },
  );

  it('is not found by its address elsewhere', async () => {
    const { ask } = await open();
    const line = '/read https://far-gazette.example/harbour-exchange-hires-a-lawyer';
    expect(await ask(line, asFar)).toContain('Harbour exchange hires a lawyer');
    expect(await ask(line)).toContain('I have no story from that address');
  });

  it('is not related to a story elsewhere', async () => {
    const { ask } = await open();
    expect(await ask('/related 1')).not.toContain('lawyer');
  });

  it('is not offered while a story is being typed elsewhere', async () => {
    const { request } = await open();
    const offered = async (as?: typeof asFar) => {
      const answer = await request({ kind: 'complete', type: 'story', text: '' }, as);
      return answer.kind === 'choices' ? answer.choices.map(({ value }) => value) : [];
    };
    expect(await offered(asFar)).toEqual(['2', '1']);
    expect(await offered()).toEqual(['1']);
  });

  it('cannot be subscribed to elsewhere', async () => {
    const { ask } = await open();
    expect(await ask('/subscribe sources:far-gazette')).toContain('No source is called “far-gazette”.');
    expect(await ask('/subscribe sources:far-gazette', asFar)).toContain(
      'far now gets all news from Far Gazette.',
    );
  });

  it('is not sent elsewhere as one of the newest', async () => {
    const { ask, store } = await open();
    await ask('/subscribe everything:yes last:3');
    const channel = await store.channels.find(newsChannel);
    const owed = await store.deliveries.ofChannel(channel?.id ?? 0n, 10);
    const stories = await store.stories.byIds(owed.flatMap(({ storyId }) => storyId ?? []));
    expect(stories.map(({ number }) => number)).toEqual([1]);
  });
});
