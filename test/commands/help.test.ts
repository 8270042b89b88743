import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { openConversation } from '../support/conversation.ts';

describe('/help', () => {
  it('lists every command in order', async () => {
    const { ask } = await openConversation();
    expect(await ask('/help')).toMatchInlineSnapshot();
  });

  it('explains one command with its example and options', async () => {
    const { ask } = await openConversation();
    expect(await ask('/help search')).toMatchInlineSnapshot();
    expect(await ask('/help /subscribe')).toMatchInlineSnapshot();
  });

  it('explains every command', async () => {
    const { ask } = await openConversation();
    for (const { name, example } of commands) expect(await ask(`/help ${name}`)).toContain(example);
  });

  it.each([
    ['/help serach', 'There is no command /serach. Did you mean /help search?'],
    ['/help weather', 'There is no command /weather. /help alone lists all of them.'],
  ])('%s gets a remedy', async (line, sentence) => {
    const { ask } = await openConversation();
    expect(await ask(line)).toBe(sentence);
  });
});
