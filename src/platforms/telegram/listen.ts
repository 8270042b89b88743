/** What the bot hears, and who answers it. */
import { Bot, type Api } from 'grammy';
import type { ApiClientOptions } from 'grammy';
import type { Command } from '../../dispatch/command.ts';
import type { Log } from '../../domain/log.ts';
import type { Texts } from '../../texts/texts.ts';
import type { PlatformDoors } from '../platform.ts';
import type { Actions } from './actions.ts';
import type { Answers } from './answers.ts';
import type { GetIdentity } from './identity.ts';
import { answerInline } from './on-inline.ts';
import { hearMembership } from './on-membership.ts';
import { hearMessage } from './on-message.ts';
import { hearPress } from './on-press.ts';
import type { OpenFile } from './files.ts';
import type { Rights } from './rights.ts';

export interface ListenTools {
  readonly api: Api;
  readonly doors: PlatformDoors;
  readonly commands: readonly Command[];
  readonly texts: Texts;
  readonly actions: Actions;
  readonly answers: Answers;
  readonly rights: Rights;
  readonly identity: GetIdentity;
  readonly openFile: OpenFile;
  readonly isOwner: (personId: number) => boolean;
  readonly log: Log;
}

/** A bot that is fed updates by us; it needs `botInfo` before the first one. */
export function createListener(
  { token, client }: { readonly token: string; readonly client: ApiClientOptions },
  tools: ListenTools,
): Bot {
  const bot = new Bot(token, { client });
  bot.on('message', (context) => hearMessage(context.message, tools));
  bot.on('channel_post', (context) => hearMessage(context.channelPost, tools));
  bot.on('callback_query', (context) => hearPress(context.callbackQuery, tools));
  bot.on('inline_query', (context) => answerInline(context.inlineQuery, tools));
  bot.on('my_chat_member', (context) => hearMembership(context.myChatMember, tools));
  return bot;
}
