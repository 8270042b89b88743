import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textMessage } from '../../../src/domain/message.ts';
import { english } from '../../../src/texts/english.ts';
import { moderator } from '../../fakes/discord/people.ts';
import type { FakeInteraction } from '../../fakes/discord/interactions.ts';
import {
  customIdOf,
  ephemeral,
  firstAnswer,
  openChatting,
  partsIn,
  reply,
  textIn,
  type Chatting,
} from './chatting.ts';

let chat: Chatting;
let shown: Record<string, unknown>;

const { setUp } = english.discord;
const scene = () => ({ channel: chat.channel, userId: moderator });

beforeEach(async () => {
  chat = await openChatting();
  shown = await firstAnswer(chat.discord.useCommand({ ...scene(), name: 'subscribe' }));
});

afterEach(async () => {
  await chat.close();
});

const message = () => ({ ...shown, id: '1574167780087824385' });
const onPart = (label: string) => ({ ...scene(), message: message(), customId: customIdOf(shown, label) });

/** Takes a step that changes what is shown. */
const step = async (interaction: FakeInteraction) => {
  const answer = await firstAnswer(interaction);
  expect(answer['answerType']).toBe(7);
  shown = { ...answer, flags: ephemeral };
};
const pick = (label: string, menuType: number, values: readonly string[]) => {
  const id = values[0] ?? '';
  const channel = { id, type: 0, name: 'x', permissions: '0' };
  const resolved = menuType === 8 ? { channels: { [id]: channel } } : {};
  return step(chat.discord.press({ ...onPart(label), menuType, values, resolved }));
};
const fill = (fields: Readonly<Record<string, string>>) =>
  step(chat.discord.submitForm({ ...onPart(setUp.confirm), customId: 's~filled~', fields }));
const confirm = () => firstAnswer(chat.discord.press(onPart(setUp.confirm)));
const askedFor = () => {
  const ask = chat.requests.at(-1)?.ask;
  return ask?.kind === 'parts' ? ask.options : ask;
};

describe('subscribe without an option', () => {
  it('shows menus to the asker alone, and asks the program nothing yet', () => {
    expect(shown['flags']).toBe(ephemeral);
    expect(textIn(shown)).toContain(setUp.title);
    expect(partsIn(shown).map((part) => part['placeholder'] ?? part['label'])).toEqual([
      setUp.channel,
      setUp.category,
      setUp.role,
      setUp.words,
      setUp.confirm,
    ]);
    expect(chat.requests).toEqual([]);
  });

  it('asks for everything when nothing is chosen', async () => {
    const answer = await confirm();
    expect(answer['answerType']).toBe(7);
    expect(askedFor()).toEqual({ everything: 'true' });
    expect(chat.requests[0]?.asker).toMatchObject({ personId: moderator, isModerator: true });
  });

  it('keeps every choice, over a restart too', async () => {
    const other = chat.discord.addChannel(chat.guild, { name: 'other' });
    const role = chat.discord.addRole(chat.guild, { isMentionable: true });
    await pick(setUp.channel, 8, [other.id]);
    await pick(setUp.category, 3, ['policy', 'defi']);
    await pick(setUp.role, 6, [role.id]);
    const [channels, , roles] = partsIn(shown);
    expect(channels?.['default_values']).toEqual([{ id: other.id, type: 'channel' }]);
    expect(roles?.['default_values']).toEqual([{ id: role.id, type: 'role' }]);
    await confirm();
    expect(askedFor()).toEqual({ channel: other.id, categories: 'policy,defi', role: role.id });
  });

  it('takes a choice back', async () => {
    await pick(setUp.category, 3, ['policy']);
    await pick(setUp.category, 3, []);
    await confirm();
    expect(askedFor()).toEqual({ everything: 'true' });
  });

  it('opens a form for words, shows them, and fills it in the next time', async () => {
    const form = await firstAnswer(chat.discord.press(onPart(setUp.words)));
    expect(form['answerType']).toBe(9);
    expect(partsIn(form).map((input) => input['custom_id'])).toContain('exclude');
    await fill({ assets: 'BTC, ETH', exclude: 'casino' });
    expect(textIn(shown)).toContain('Exclude: casino');
    const again = await firstAnswer(chat.discord.press(onPart(setUp.words)));
    expect(partsIn(again).find((input) => input['custom_id'] === 'assets')?.['value']).toBe('BTC, ETH');
    await fill({ assets: '', exclude: 'casino' });
    await confirm();
    expect(askedFor()).toEqual({ exclude: 'casino' });
  });

  it('keeps what is too long for a button', async () => {
    const words = 'a long way of saying it '.repeat(8).trim();
    await fill({ include: words, exclude: words });
    await confirm();
    expect(askedFor()).toEqual({ include: words, exclude: words });
  });

  it('says so when what was chosen has been forgotten', async () => {
    await fill({ include: 'a long way of saying it '.repeat(8).trim() });
    chat.clock.advance(31 * 24 * 3_600_000);
    expect(textIn(await confirm())).toContain(english.discord.forgotten);
    expect(chat.requests).toEqual([]);
  });

  it('names what the bot lacks in the chosen channel', async () => {
    const closed = chat.discord.addChannel(chat.guild, { denied: PermissionFlagsBits.SendMessages });
    const role = chat.discord.addRole(chat.guild);
    await pick(setUp.channel, 8, [closed.id]);
    await pick(setUp.role, 6, [role.id]);
    chat.answer = async ({ findChannel }) => {
      const found = await findChannel(closed.id);
      return reply(textMessage('problem' in found ? found.problem : found.missingPermissions.join('; ')));
    };
    const answer = await confirm();
    expect(textIn(answer)).toContain('Send Messages; Mention @\u200beveryone');
  });
});
