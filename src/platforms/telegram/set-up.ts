/** Setting up a channel or group from the private chat with the bot. */
import type { ChatAdministratorRights, ReplyKeyboardMarkup } from 'grammy/types';
import { emptyMessage } from '../../domain/message.ts';
import type { Asking } from './asker.ts';
import type { ListenTools } from './listen.ts';

/** The data of the button that leads here; no action of dispatch's. */
export const setUpPress = 'p:channels';

/** What subscribing a channel begins with; dispatch verifies it, and offers what it can receive. */
export const setUpChannel = (named: string) => `subscribe channel:${named}`;

/**
 * Offers the ways to name a channel. The button offers the person's own channels, and has the app give the bot its
 * rights there; a group is safer added by a link, as one app does not add the bot to groups by such a button.
 */
export async function offerChannels(asking: Asking, tools: ListenTools): Promise<void> {
  const { texts, answers, identity } = tools;
  const say = texts.telegram.setUp;
  const bot = `https://t.me/${identity()?.name ?? ''}`;
  const channelUrl = `${bot}?startchannel&admin=post_messages+edit_messages`;
  await answers.tell(
    {
      ...emptyMessage,
      blocks: [
        { kind: 'paragraph', spans: [say.choose] },
        {
          kind: 'paragraph',
          spans: [
            { text: say.addToChannel, url: channelUrl },
            ' · ',
            { text: say.addToGroup, url: `${bot}?startgroup=subscribe` },
          ],
        },
      ],
    },
    { asking, markup: chooseChannel(say.chooseChannel) },
  );
}

/** Telegram wants every right named. */
const noRights: ChatAdministratorRights = {
  is_anonymous: false,
  can_manage_chat: false,
  can_delete_messages: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
};
const posting = { can_post_messages: true, can_edit_messages: true };

function chooseChannel(label: string): ReplyKeyboardMarkup {
  return {
    one_time_keyboard: true,
    resize_keyboard: true,
    keyboard: [
      [
        {
          text: label,
          request_chat: {
            request_id: 1,
            chat_is_channel: true,
            user_administrator_rights: { ...noRights, ...posting, can_promote_members: true },
            bot_administrator_rights: { ...noRights, ...posting },
          },
        },
      ],
    ],
  };
}
