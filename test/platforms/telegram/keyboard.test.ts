import { describe, expect, it } from 'vitest';
import { emptyMessage, type Message } from '../../../src/domain/message.ts';
import { createActions } from '../../../src/platforms/telegram/actions.ts';
import { callbackKeyboard, linkKeyboard, openingButtons } from '../../../src/platforms/telegram/keyboard.ts';
import { createTestMemory } from '../../support/memory.ts';
import { createTestClock } from '../../support/clock.ts';

const clock = createTestClock();
const actions = createActions({ memory: createTestMemory(clock), clock });

const message: Message = {
  ...emptyMessage,
  buttons: [
    { label: 'Summarize', action: 'summarize 42', role: 'open' },
    { label: 'Next', action: 'latest page:2', role: 'turn' },
    { label: 'Article', url: 'https://wire.example/a' },
    { label: 'Nowhere', url: 'wire' },
  ],
  menu: {
    prompt: 'Which?',
    choices: [
      { label: 'Policy & Regulation', action: 'latest policy' },
      { label: 'Markets', action: 'latest markets' },
    ],
  },
};

describe('a keyboard', () => {
  it('has the menu above the buttons, and no button that leads nowhere', async () => {
    expect(await callbackKeyboard(message, actions)).toEqual({
      inline_keyboard: [
        [
          { text: 'Policy & Regulation', callback_data: 't:latest policy' },
          { text: 'Markets', callback_data: 't:latest markets' },
        ],
        [
          { text: 'Summarize', callback_data: 'o:summarize 42' },
          { text: 'Next', callback_data: 't:latest page:2' },
          { text: 'Article', url: 'https://wire.example/a' },
        ],
      ],
    });
  });

  it('is left out where a message has no buttons', async () => {
    expect(await callbackKeyboard(emptyMessage, actions)).toBeUndefined();
    expect(linkKeyboard([])).toBeUndefined();
  });

  it('gives long labels a row of their own and cuts the longest', async () => {
    const choices = [`${'long '.repeat(20)}label`, '', '👩‍👩‍👧‍👦'.repeat(20)].map((label) => ({
      label,
      action: 'help',
    }));
    const keyboard = await callbackKeyboard(
      { ...message, buttons: [], menu: { prompt: '', choices } },
      actions,
    );
    expect(keyboard?.inline_keyboard.map((row) => row.map((button) => button.text.length))).toEqual([
      [60],
      [1],
      [56],
    ]);
  });

  it('leads to the private chat with the bot where buttons must not disturb', async () => {
    const links = await openingButtons(message, { actions, botName: 'satwire_bot' });
    expect(linkKeyboard(links)?.inline_keyboard.flat()).toEqual([
      { text: 'Summarize', url: 'https://t.me/satwire_bot?start=summarize_42' },
      {
        text: 'Next',
        url: `https://t.me/satwire_bot?start=${await actions.toStartPayload('latest page:2')}`,
      },
      { text: 'Article', url: 'https://wire.example/a' },
    ]);
  });
});
