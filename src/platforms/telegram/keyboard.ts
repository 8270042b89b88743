/** The buttons and the menu of a message as an inline keyboard. */
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Button, Message } from '../../domain/message.ts';
import { cleanText, linkable } from './clean-text.ts';
import type { Actions } from './actions.ts';
import type { TextLink } from './render-message.ts';
import { cutRuns } from './rich-text.ts';

const longestLabel = 60;
/** Labels of about this many characters together stand in one row of a phone. */
const rowLength = 30;
const rowButtons = 4;
const mostButtons = 100;

/** Buttons that Telegram takes in place: pressing one calls the bot. Undefined where there is none. */
export async function callbackKeyboard(
  message: Message,
  actions: Actions,
  extra: readonly InlineKeyboardButton[] = [],
): Promise<InlineKeyboardMarkup | undefined> {
  const choices = message.menu?.choices ?? [];
  const menu = await Promise.all(
    choices.map(async ({ label, action }) => ({
      text: shortLabel(label),
      callback_data: await actions.toCallbackData(action, 'turn'),
    })),
  );
  const buttons = await Promise.all(message.buttons.map((button) => callbackButton(button, actions)));
  return keyboardOf(menu, [...buttons.flat(), ...extra]);
}

async function callbackButton(button: Button, actions: Actions): Promise<readonly InlineKeyboardButton[]> {
  if ('url' in button) return urlButton(button);
  const callback_data = await actions.toCallbackData(button.action, button.role);
  return [{ text: shortLabel(button.label), callback_data }];
}

/** Buttons that lead away: to an address, or to the private chat with the bot, where the action is carried out. */
export async function openingButtons(
  message: Message,
  options: { readonly actions: Actions; readonly botName: string },
): Promise<readonly TextLink[]> {
  const links = await Promise.all(
    message.buttons.map(async (button): Promise<readonly TextLink[]> => {
      if ('url' in button) return [button];
      const start = await options.actions.toStartPayload(button.action);
      return [{ label: button.label, url: `https://t.me/${options.botName}?start=${start}` }];
    }),
  );
  return links.flat();
}

export function linkKeyboard(links: readonly TextLink[]): InlineKeyboardMarkup | undefined {
  return keyboardOf([], links.flatMap(urlButton));
}

function urlButton({ label, url }: TextLink): readonly InlineKeyboardButton[] {
  const address = linkable(url);
  return address === null ? [] : [{ text: shortLabel(label), url: address }];
}

function keyboardOf(
  menu: readonly InlineKeyboardButton[],
  buttons: readonly InlineKeyboardButton[],
): InlineKeyboardMarkup | undefined {
  const inline_keyboard = [...rowsOf(menu), ...rowsOf(buttons.slice(0, mostButtons - menu.length))];
  return inline_keyboard.length === 0 ? undefined : { inline_keyboard };
}

function rowsOf(buttons: readonly InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  let length = 0;
  for (const button of buttons) {
    const row = rows.at(-1);
    length += button.text.length;
    if (row === undefined || row.length === rowButtons || length > rowLength) {
      rows.push([button]);
      length = button.text.length;
    } else {
      row.push(button);
    }
  }
  return rows;
}

function shortLabel(label: string): string {
  const text = cleanText(label).trim();
  const runs = cutRuns([{ text: text === '' ? '…' : text }], longestLabel);
  return runs.map((run) => run.text).join('');
}
