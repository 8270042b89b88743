/** What people do on Telegram, as updates. */
import type { BotApi, Call } from './bot-api.ts';
import type { Payload } from './payload.ts';
import { chatObject, memberObject, type FakeMember, type FakeMessage } from './world.ts';

export interface Said {
  readonly chat: number;
  /** Null for a post in a channel. */
  readonly from: number | null;
  readonly text?: string;
  readonly thread?: number;
  /** Further fields of the message. */
  readonly more?: Payload;
}

export type People = ReturnType<typeof createPeople>;

export function createPeople(api: BotApi) {
  const { world, updates } = api;

  const personOf = (id: number) => {
    const person = world.people.get(id);
    if (person === undefined) throw new Error(`nobody is ${id}`);
    return person;
  };

  return {
    /** Returns the update's id. */
    say({ chat: chatId, from, text, thread, more }: Said): number {
      const chat = world.findChat(chatId);
      const message = {
        message_id: world.nextMessageId(),
        date: Math.floor(Date.now() / 1000),
        chat: chatObject(chat),
        ...(from === null ? { sender_chat: chatObject(chat) } : { from: personOf(from) }),
        ...(text === undefined ? {} : { text, entities: entitiesOf(text) }),
        ...(thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true }),
        ...more,
      };
      return updates.push(from === null ? 'channel_post' : 'message', message)?.update_id ?? 0;
    },

    /** Presses the button with this label; resolves with how the press was acknowledged. */
    press(message: FakeMessage, label: string, from: number, more: Payload = {}): Promise<Call> {
      const button = message.keyboard.flat().find(({ text }) => text === label);
      if (button?.callback_data === undefined) throw new Error(`no button ${label} that calls back`);
      return this.pressData(message, button.callback_data, { from, more });
    },

    pressData(
      message: Pick<FakeMessage, 'chatId' | 'message_id' | 'photo' | 'date' | 'text'>,
      callback_data: string,
      { from, more = {} }: { readonly from: number; readonly more?: Payload },
    ): Promise<Call> {
      const id = `press-${world.nextMessageId()}`;
      const pictured = message.photo === null ? { text: message.text } : { photo: [], caption: message.text };
      updates.push('callback_query', {
        id,
        from: personOf(from),
        chat_instance: '1',
        data: callback_data,
        message: {
          message_id: message.message_id,
          date: message.date,
          chat: chatObject(world.findChat(message.chatId)),
          ...pictured,
          ...more,
        },
      });
      return api.called('answerCallbackQuery', ({ payload }) => payload['callback_query_id'] === id);
    },

    /** Types behind `@bot`; resolves with the answer. */
    typeInline(query: string, from: number, offset = ''): Promise<Call> {
      const id = `inline-${world.nextMessageId()}`;
      updates.push('inline_query', { id, from: personOf(from), query, offset });
      return api.called('answerInlineQuery', ({ payload }) => payload['inline_query_id'] === id);
    },

    /** The bot's own membership changes. */
    changeBot(chatId: number, now: FakeMember, from: number): number {
      const chat = world.findChat(chatId);
      const before = chat.members.get(world.bot.id) ?? { status: 'left' as const };
      chat.members.set(world.bot.id, now);
      const content = {
        chat: chatObject(chat),
        from: personOf(from),
        date: Math.floor(Date.now() / 1000),
        old_chat_member: memberObject(before, world.bot),
        new_chat_member: memberObject(now, world.bot),
      };
      return updates.push('my_chat_member', content)?.update_id ?? 0;
    },
  };
}

function entitiesOf(text: string): readonly Payload[] {
  const command = /^\/\w+(?:@\w+)?/.exec(text)?.[0];
  const commands = command === undefined ? [] : [{ type: 'bot_command', offset: 0, length: command.length }];
  const addresses = [...text.matchAll(/\bhttps?:\/\/\S+|\b[a-z0-9-]+\.(?:com|example)\/\S*/gi)];
  return [
    ...commands,
    ...addresses.map((match) => ({ type: 'url', offset: match.index, length: match[0].length })),
  ];
}
