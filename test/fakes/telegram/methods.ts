/** The methods of the Bot API that the fake speaks. */
import { checkFile, checkText } from './checks.ts';
import { describeFile } from './files.ts';
import { isPayload, keyboardIn, textIn, type Payload } from './payload.ts';
import type { createUpdates } from './updates.ts';
import { chatObject, memberObject, Refusal, type FakeChat, type FakeMessage, type World } from './world.ts';

export interface MethodContext {
  readonly world: World;
  readonly updates: ReturnType<typeof createUpdates>;
  readonly limit: (chat: FakeChat) => void;
  readonly nowSeconds: () => number;
  readonly supportsInline: () => boolean;
  /** Resolves when the caller has closed the connection. */
  readonly isGone: Promise<void>;
}

export type Method = (payload: Payload, context: MethodContext) => unknown;

export const methods: Readonly<Record<string, Method>> = {
  getMe: (_payload, { world, supportsInline }) => ({
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: supportsInline(),
  }),
  getUpdates: (payload, { updates, isGone }) => updates.getUpdates(payload, isGone),
  setWebhook: (payload, { updates }) => {
    updates.setWebhook(payload);
    return true;
  },
  deleteWebhook: (_payload, { updates }) => {
    updates.deleteWebhook();
    return true;
  },
  getWebhookInfo: (_payload, { updates }) => ({ url: updates.webhook?.url ?? '', pending_update_count: 0 }),
  sendMessage: (payload, context) => send(payload, checkText(payload, 'text'), context),
  sendPhoto: (payload, context) => send(payload, checkText(payload, 'caption'), context),
  sendDocument: (payload, context) => {
    const { name, bytes } = checkFile(payload);
    return send(payload, checkText(payload, 'caption'), {
      ...context,
      document: { name, text: bytes.toString('utf8') },
    });
  },
  editMessageText: (payload, context) => edit(payload, 'text', context),
  editMessageCaption: (payload, context) => edit(payload, 'caption', context),
  getFile: (payload, { world }) => describeFile(world.files, payload['file_id']),
  answerCallbackQuery: () => true,
  answerInlineQuery: () => true,
  setMyCommands: (payload, { world }) => {
    const scope = payload['scope'];
    if (isPayload(scope) && scope['chat_id'] !== undefined) world.findChat(scope['chat_id']);
    return true;
  },
  deleteMyCommands: () => true,
  getChat: (payload, { world }) => {
    const chat = world.findChat(payload['chat_id']);
    return {
      ...chatObject(chat),
      linked_chat_id: chat.linkedChatId,
      accent_color_id: 0,
      max_reaction_count: 11,
    };
  },
  getChatMember: (payload, { world }) => {
    const chat = world.findChat(payload['chat_id']);
    const id = Number(payload['user_id']);
    const user = id === world.bot.id ? world.bot : world.people.get(id);
    const member = chat.members.get(id);
    const isMember = chat.members.get(world.bot.id)?.status;
    if (isMember === 'left' || isMember === 'kicked') throw new Refusal(400, 'Bad Request: chat not found');
    if (user === undefined || member === undefined) throw new Refusal(400, 'Bad Request: member not found');
    return memberObject(member, user);
  },
  getChatAdministrators: (payload, { world }) => {
    const chat = world.findChat(payload['chat_id']);
    if (chat.type === 'private') {
      throw new Refusal(400, 'Bad Request: there are no administrators in the private chat');
    }
    return [...chat.members].flatMap(([id, member]) => {
      const user = id === world.bot.id ? world.bot : world.people.get(id);
      const isShown =
        /^(?:creator|administrator)$/.test(member.status) && member.rights?.['isHidden'] !== true;
      return user === undefined || !isShown ? [] : [memberObject(member, user)];
    });
  },
};

function send(
  payload: Payload,
  text: string,
  context: MethodContext & Partial<Pick<FakeMessage, 'document'>>,
): unknown {
  const { world, document = null } = context;
  const chat = world.findChat(payload['chat_id']);
  checkAccess(chat, payload, world);
  if (document !== null) checkFileRight(chat, world);
  context.limit(chat);
  const photo = typeof payload['photo'] === 'string' ? payload['photo'] : null;
  const message = {
    message_id: world.nextMessageId(),
    chatId: chat.id,
    text,
    html: textIn(payload, photo === null && document === null ? 'text' : 'caption'),
    photo,
    document,
    date: context.nowSeconds(),
    payload,
    keyboard: keyboardIn(payload),
    edits: 0,
    changedAt: world.nextChange(),
  };
  world.messages.push(message);
  return {
    message_id: message.message_id,
    date: message.date,
    chat: chatObject(chat),
    from: world.bot,
    ...contentOf({ text, photo, document }),
  };
}

function contentOf({ text, photo, document }: Pick<FakeMessage, 'text' | 'photo' | 'document'>) {
  if (document !== null) return { caption: text, document: { file_name: document.name } };
  return photo === null ? { text } : { caption: text, photo: [] };
}

function edit(payload: Payload, field: 'text' | 'caption', context: MethodContext): unknown {
  const text = checkText(payload, field);
  const chat = context.world.findChat(payload['chat_id']);
  checkAccess(chat, payload, context.world);
  context.limit(chat);
  const message = context.world.find(chat.id, Number(payload['message_id']));
  if (message === undefined) throw new Refusal(400, 'Bad Request: message to edit not found');
  if ((message.photo === null) !== (field === 'text')) {
    throw new Refusal(400, `Bad Request: there is no ${field} in the message to edit`);
  }
  const html = textIn(payload, field);
  const isSame =
    message.html === html && JSON.stringify(message.keyboard) === JSON.stringify(keyboardIn(payload));
  if (isSame) {
    throw new Refusal(
      400,
      'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  message.text = text;
  message.html = html;
  message.payload = payload;
  message.keyboard = keyboardIn(payload);
  message.edits += 1;
  message.changedAt = context.world.nextChange();
  return { message_id: message.message_id, date: message.date, chat: chatObject(chat), text };
}

const nameOfType = {
  private: 'private',
  group: 'group',
  supergroup: 'supergroup',
  channel: 'channel',
} as const;

function checkAccess(chat: FakeChat, payload: Payload, world: World): void {
  if (chat.migratedTo !== undefined) {
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    });
  }
  const bot = chat.members.get(world.bot.id) ?? { status: 'left' as const };
  const where = `the ${nameOfType[chat.type]} chat`;
  if (bot.status === 'kicked') {
    const isPrivate = chat.type === 'private';
    throw new Refusal(
      403,
      isPrivate ? 'Forbidden: bot was blocked by the user' : `Forbidden: bot was kicked from ${where}`,
    );
  }
  if (bot.status === 'left') throw new Refusal(403, `Forbidden: bot is not a member of ${where}`);
  if (chat.type === 'channel' && bot.rights?.['can_post_messages'] !== true) {
    throw new Refusal(400, 'Bad Request: need administrator rights in the channel chat');
  }
  if (bot.status === 'restricted' && bot.rights?.['can_send_messages'] !== true) {
    throw new Refusal(400, 'Bad Request: not enough rights to send text messages to the chat');
  }
  checkTopic(chat, payload['message_thread_id']);
}

function checkFileRight(chat: FakeChat, world: World): void {
  const bot = chat.members.get(world.bot.id);
  if (bot?.status === 'restricted' && bot.rights?.['can_send_documents'] !== true) {
    throw new Refusal(400, 'Bad Request: not enough rights to send documents to the chat');
  }
}

function checkTopic(chat: FakeChat, thread: unknown): void {
  if (thread === undefined) return;
  const state = chat.topics.get(Number(thread));
  if (state === undefined || state === 'deleted') {
    throw new Refusal(400, 'Bad Request: message thread not found');
  }
  if (state === 'closed') throw new Refusal(400, 'Bad Request: TOPIC_CLOSED');
}
