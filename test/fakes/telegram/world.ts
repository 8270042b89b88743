/** The chats, people and messages that the fake Bot API knows. */
import type { FakeFiles } from './files.ts';

export interface FakePerson {
  readonly id: number;
  readonly first_name: string;
  readonly is_bot: boolean;
  readonly username?: string;
  readonly language_code?: string;
}

export interface FakeMember {
  readonly status: 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';
  readonly rights?: Readonly<Record<string, boolean>>;
}

export interface FakeChat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  readonly title?: string;
  readonly first_name?: string;
  readonly username?: string;
  readonly is_forum?: boolean;
  /** The discussion group of a channel. */
  readonly linkedChatId?: number;
  /** Of people, by their id. The bot's own stands under its id. */
  readonly members: Map<number, FakeMember>;
  readonly topics: Map<number, 'open' | 'closed' | 'deleted'>;
  /** Set once the group became a supergroup. */
  migratedTo?: number;
}

export interface FakeMessage {
  readonly message_id: number;
  readonly chatId: number;
  /** Text or caption as it is shown, without markup. */
  text: string;
  /** As the bot wrote it. */
  html: string;
  readonly photo: string | null;
  readonly document: { readonly name: string; readonly text: string } | null;
  readonly date: number;
  /** What the last send or edit asked for. */
  payload: Readonly<Record<string, unknown>>;
  keyboard: readonly (readonly FakeButton[])[];
  edits: number;
  /** Counts up with every message that is written or changed. */
  changedAt: number;
}

export interface FakeButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly switch_inline_query?: string;
}

/** What Telegram answers when it refuses. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: number;
  readonly parameters: Readonly<Record<string, number>> | undefined;

  constructor(code: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export type World = ReturnType<typeof createWorld>;

export function createWorld(bot: FakePerson) {
  const chats = new Map<number, FakeChat>();
  const people = new Map<number, FakePerson>();
  const messages: FakeMessage[] = [];
  const files: FakeFiles = new Map();
  let lastMessageId = 100;
  let lastChange = 0;

  const addChat = (chat: Omit<FakeChat, 'members' | 'topics'>, botMember: FakeMember): FakeChat => {
    const added: FakeChat = { ...chat, members: new Map([[bot.id, botMember]]), topics: new Map() };
    chats.set(chat.id, added);
    return added;
  };

  return {
    bot,
    chats,
    people,
    messages,
    /** What people sent, by file id. */
    files,
    nextMessageId: () => (lastMessageId += 1),
    nextChange: () => (lastChange += 1),
    /** A person who has started the bot. */
    addPerson(id: number, first_name: string, language_code = 'en'): FakePerson {
      const person = { id, first_name, is_bot: false, language_code };
      people.set(id, person);
      const chat = addChat({ id, type: 'private', first_name }, { status: 'member' });
      chat.members.set(id, { status: 'member' });
      return person;
    },
    addGroup: (id: number, title: string, more: Partial<Pick<FakeChat, 'is_forum' | 'type'>> = {}) =>
      addChat({ id, type: 'supergroup', title, ...more }, { status: 'member' }),
    addChannel: (
      id: number,
      title: string,
      more: Partial<Pick<FakeChat, 'username' | 'linkedChatId'>> = {},
    ) =>
      addChat(
        { id, type: 'channel', title, ...more },
        { status: 'administrator', rights: { can_post_messages: true } },
      ),
    /** By number or `@name`; Telegram's refusal when there is none. */
    findChat(named: unknown): FakeChat {
      const text = String(named);
      const found = text.startsWith('@')
        ? [...chats.values()].find((chat) => chat.username?.toLowerCase() === text.slice(1).toLowerCase())
        : chats.get(Number(text));
      if (found === undefined) throw new Refusal(400, 'Bad Request: chat not found');
      return found;
    },
    inChat: (chatId: number) => messages.filter((message) => message.chatId === chatId),
    find: (chatId: number, messageId: number) =>
      messages.find((message) => message.chatId === chatId && message.message_id === messageId),
  };
}

/** The chat as updates and answers carry it. */
export function chatObject(chat: FakeChat): Readonly<Record<string, unknown>> {
  const { id, type, title, first_name, username, is_forum } = chat;
  return { id, type, title, first_name, username, is_forum };
}

const rightsOfAdministrator = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
};

export function memberObject(member: FakeMember, user: FakePerson): Readonly<Record<string, unknown>> {
  const base = member.status === 'administrator' ? rightsOfAdministrator : {};
  const restricted = member.status === 'restricted' ? { is_member: true, until_date: 0 } : {};
  return { ...base, ...restricted, status: member.status, user, ...member.rights };
}
