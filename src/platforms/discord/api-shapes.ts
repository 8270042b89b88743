/** What is read of Discord's answers; anything else in them is left alone. Each throws for what Discord never says. */

export interface PostedMessage {
  readonly id: string;
  /** Null where it is not told. */
  readonly authorId: string | null;
  readonly embeds: readonly { readonly title: string; readonly description: string }[];
  readonly customIds: readonly string[];
}

export interface Overwrite {
  /** Of a role or a member. */
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface KnownChannel {
  readonly name: string;
  readonly parentId: string | null;
  readonly flags: number;
  readonly tags: readonly { readonly id: string; readonly name: string; readonly isModerated: boolean }[];
  readonly overwrites: readonly Overwrite[];
}

export interface ActiveThread {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly ownerId: string | null;
}

/** A page in place of Discord's answer, or an answer without the id of what was made. */
export class StrangeAnswer extends Error {}

export function readMessage(value: unknown): PostedMessage {
  return {
    id: readId(value),
    authorId: textAt(fieldOf(value, 'author'), 'id'),
    embeds: listAt(value, 'embeds').map((embed) => ({
      title: textAt(embed, 'title') ?? '',
      description: textAt(embed, 'description') ?? '',
    })),
    customIds: listAt(value, 'components')
      .flatMap((row) => listAt(row, 'components'))
      .flatMap((part) => textAt(part, 'custom_id') ?? []),
  };
}

export function readMessages(value: unknown): readonly PostedMessage[] {
  if (!Array.isArray(value)) throw new StrangeAnswer('no list of messages');
  return value.map(readMessage);
}

/** The id of what was made. */
export function readId(value: unknown): string {
  const id = textAt(value, 'id');
  if (id === null || !/^\d{17,20}$/.test(id)) throw new StrangeAnswer('no id in the answer');
  return id;
}

export function readChannel(value: unknown): KnownChannel {
  readId(value);
  const flags = fieldOf(value, 'flags');
  return {
    name: textAt(value, 'name') ?? '',
    parentId: textAt(value, 'parent_id'),
    flags: typeof flags === 'number' ? flags : 0,
    tags: listAt(value, 'available_tags').map((tag) => ({
      id: readId(tag),
      name: textAt(tag, 'name') ?? '',
      isModerated: fieldOf(tag, 'moderated') === true,
    })),
    overwrites: listAt(value, 'permission_overwrites').map((entry) => ({
      id: readId(entry),
      allow: bitsAt(entry, 'allow'),
      deny: bitsAt(entry, 'deny'),
    })),
  };
}

export function readActiveThreads(value: unknown): readonly ActiveThread[] {
  return listAt(value, 'threads').map((thread) => ({
    id: readId(thread),
    name: textAt(thread, 'name') ?? '',
    parentId: textAt(thread, 'parent_id'),
    ownerId: textAt(thread, 'owner_id'),
  }));
}

/** A server's roles with what they permit. */
export function readRoles(value: unknown): readonly { readonly id: string; readonly permissions: bigint }[] {
  return listAt(value, 'roles').map((role) => ({
    id: readId(role),
    permissions: bitsAt(role, 'permissions'),
  }));
}

/** The ids of a member's roles. */
export function readMemberRoles(value: unknown): readonly string[] {
  return listAt(value, 'roles').filter((id) => typeof id === 'string');
}

/** Seconds to wait, in the body of a 429; 0 where it says none. */
export function readRetryAfter(value: unknown): number {
  const seconds = fieldOf(value, 'retry_after');
  return typeof seconds === 'number' && seconds > 0 ? seconds : 0;
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function textAt(value: unknown, name: string): string | null {
  const found = fieldOf(value, name);
  return typeof found === 'string' ? found : null;
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const found = fieldOf(value, name);
  return Array.isArray(found) ? found : [];
}

function bitsAt(value: unknown, name: string): bigint {
  const text = textAt(value, name);
  return text !== null && /^\d+$/.test(text) ? BigInt(text) : 0n;
}
