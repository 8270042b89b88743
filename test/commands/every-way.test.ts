/** Walks every button and menu of every answer, and asks nonsense: nothing that a person can do is a bug. */
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Message } from '../../src/domain/message.ts';
import { openConversation, type Conversation } from '../support/conversation.ts';
import { renderPlain } from '../support/render.ts';

const mostAnswers = 150;

async function open(): Promise<Conversation> {
  const conversation = await openConversation();
  for (let count = 1; count <= 13; count += 1) {
    await conversation.tell({
      source: `Wire ${count % 3}`,
      title: `Bitcoin miner ${count} sells power`,
      minutesAgo: count,
      parts: {
        category: 'mining',
        assets: ['BTC'],
        blocks: [{ kind: 'paragraph', text: `Sentence of ${count}. `.repeat(count * 20) }],
      },
    });
  }
  return conversation;
}

function actionsOf({ buttons, menu }: Message): readonly string[] {
  const pressed = buttons.flatMap((button) => ('action' in button ? [button.action] : []));
  return [...pressed, ...(menu?.choices ?? []).map(({ action }) => action)];
}

/** Asks these lines and everything that their answers lead to; gives every line with its answer. */
async function walk(
  { reply }: Conversation,
  lines: readonly string[],
): Promise<ReadonlyMap<string, Message>> {
  const answers = new Map<string, Message>();
  const waiting = [...lines];
  for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) {
    if (answers.has(line) || answers.size >= mostAnswers) continue;
    const message = await reply(line);
    answers.set(line, message);
    waiting.push(...actionsOf(message));
  }
  return answers;
}

/** Numbers that look random and are the same in every run (mulberry32). */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

describe('every way through the answers', () => {
  it('leads to an answer, and each button and menu leads on', async () => {
    const conversation = await open();
    const answers = await walk(
      conversation,
      commands.flatMap(({ name, example }) => [name, example]),
    );
    expect(answers.size).toBeGreaterThan(100);
    expect(conversation.log.lines).toEqual([]);
    const rendered = [...answers.values()].map(renderPlain);
    expect(rendered.filter((text) => text.trim() === '')).toEqual([]);
    expect(rendered.filter((text) => /undefined|NaN|\[object|“”/.test(text))).toEqual([]);
  });

  it('keeps every message within what platforms take', async () => {
    const answers = await walk(await open(), ['latest 3', 'top', 'search bitcoin', 'read 13', 'subscribe']);
    for (const { buttons, menu } of answers.values()) {
      expect(buttons.length).toBeLessThanOrEqual(5);
      expect(menu?.choices.length ?? 0).toBeLessThanOrEqual(25);
    }
  });

  it('survives nonsense', async () => {
    const conversation = await open();
    const random = createRandom(20_260_302);
    const words = [
      ...commands.map(({ name }) => name),
      ...commands.flatMap(({ acts }) => Object.values(acts).flatMap(({ options }) => Object.keys(options))),
      ...'policy btc 5 -1 0 99999999999999999999 #3 7d wire " “ \\ : = , a:b page: :x'.split(' '),
      ...'https:// https://[ -" OR ( ) % * 香港 🚀 \u0000 \uD800'.split(' '),
    ];
    const glue = [' ', ' ', ' ', ':', '=', ',', '"', ''];
    for (let count = 0; count < 300; count += 1) {
      const first = commands[random(commands.length)]?.name ?? 'help';
      const rest = Array.from(
        { length: random(6) },
        () => `${glue[random(glue.length)] ?? ''}${words[random(words.length)] ?? ''}`,
      );
      const line = `${first} ${rest.join('')}`;
      const answer = renderPlain(await conversation.reply(line));
      expect({ line, log: conversation.log.lines, isEmpty: answer.trim() === '' }).toEqual({
        line,
        log: [],
        isEmpty: false,
      });
    }
  });
});
