/** The shapes of bodies that Discord takes, strict: an unknown field or a length above a limit is refused. */
import { z } from 'zod';
import { invalidBody, Refusal } from './refusal.ts';

const snowflake = z.string().regex(/^\d{17,20}$/);
const address = z.url({ protocol: /^https?$/ }).max(2048);
const emoji = z.strictObject({ id: snowflake.nullish(), name: z.string().optional() });

const embed = z.strictObject({
  title: z.string().min(1).max(256).optional(),
  description: z.string().min(1).max(4096).optional(),
  url: address.optional(),
  color: z.int().min(0).max(0xffffff).optional(),
  timestamp: z.iso.datetime({ offset: true }).optional(),
  author: z.strictObject({ name: z.string().min(1).max(256), url: address.optional() }).optional(),
  footer: z.strictObject({ text: z.string().min(1).max(2048) }).optional(),
  image: z.strictObject({ url: address }).optional(),
  thumbnail: z.strictObject({ url: address }).optional(),
  fields: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(256),
        value: z.string().min(1).max(1024),
        inline: z.boolean().optional(),
      }),
    )
    .max(25)
    .optional(),
});

const customId = z.string().min(1).max(100);
const option = z.strictObject({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().min(1).max(100).optional(),
  emoji: emoji.optional(),
  default: z.boolean().optional(),
});
const select = {
  custom_id: customId,
  placeholder: z.string().max(150).optional(),
  min_values: z.int().min(0).max(25).optional(),
  max_values: z.int().min(1).max(25).optional(),
  disabled: z.boolean().optional(),
};
const defaults = z.array(z.strictObject({ id: snowflake, type: z.enum(['user', 'role', 'channel']) }));
const button = z
  .strictObject({
    type: z.literal(2),
    style: z.int().min(1).max(5),
    label: z.string().min(1).max(80).optional(),
    emoji: emoji.optional(),
    custom_id: customId.optional(),
    url: address.max(512).optional(),
    disabled: z.boolean().optional(),
  })
  .refine((part) => (part.style === 5) === (part.url !== undefined), 'a link button has a url, others do not')
  .refine((part) => (part.style === 5) !== (part.custom_id !== undefined), 'only a link has no custom_id');
const menu = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(3), options: z.array(option).min(1).max(25), ...select }),
  z.strictObject({ type: z.literal(6), default_values: defaults.optional(), ...select }),
  z.strictObject({
    type: z.literal(8),
    channel_types: z.array(z.int()).optional(),
    default_values: defaults.optional(),
    ...select,
  }),
]);
const row = z.strictObject({
  type: z.literal(1),
  components: z.union([z.array(button).min(1).max(5), z.array(menu).length(1)]),
});

const mentions = z
  .strictObject({
    parse: z.array(z.enum(['roles', 'users', 'everyone'])).optional(),
    roles: z.array(snowflake).max(100).optional(),
    users: z.array(snowflake).max(100).optional(),
    replied_user: z.boolean().optional(),
  })
  .refine((part) => !(part.parse?.includes('roles') && part.roles), 'parse and roles exclude each other');

const message = z.strictObject({
  content: z.string().max(2000).nullish(),
  embeds: z.array(embed).max(10).optional(),
  components: z.array(row).max(5).optional(),
  allowed_mentions: mentions.optional(),
  flags: z.int().optional(),
  tts: z.boolean().optional(),
  nonce: z.union([z.string().max(25), z.int()]).optional(),
  enforce_nonce: z.boolean().optional(),
  attachments: z.array(z.unknown()).optional(),
});

export type MessageInput = z.infer<typeof message>;

const forumPost = z.strictObject({
  name: z.string().min(1).max(100),
  auto_archive_duration: z.literal([60, 1440, 4320, 10_080]).optional(),
  applied_tags: z.array(snowflake).max(5).optional(),
  message,
});

const textInput = z.strictObject({
  type: z.literal(4),
  custom_id: customId,
  label: z.string().min(1).max(45),
  style: z.int().min(1).max(2),
  min_length: z.int().min(0).max(4000).optional(),
  max_length: z.int().min(1).max(4000).optional(),
  required: z.boolean().optional(),
  value: z.string().max(4000).optional(),
  placeholder: z.string().max(100).optional(),
});
const modal = z.strictObject({
  custom_id: customId,
  title: z.string().min(1).max(45),
  components: z
    .array(z.strictObject({ type: z.literal(1), components: z.array(textInput).length(1) }))
    .min(1)
    .max(5),
});
const choices = z.strictObject({
  choices: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(100),
        value: z.union([z.string().max(100), z.number()]),
        name_localizations: z.unknown().optional(),
      }),
    )
    .max(25),
});

const callback = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(4), data: message }),
  z.strictObject({ type: z.literal(5), data: z.strictObject({ flags: z.int().optional() }).optional() }),
  z.strictObject({ type: z.literal(6) }),
  z.strictObject({ type: z.literal(7), data: message }),
  z.strictObject({ type: z.literal(8), data: choices }),
  z.strictObject({ type: z.literal(9), data: modal }),
]);

export type CallbackInput = z.infer<typeof callback>;

export const readMessage = (body: unknown): MessageInput => checked(read(message, body));
export const readCallback = (body: unknown): CallbackInput => {
  const input = read(callback, body);
  if (input.type === 4 || input.type === 7) checked(input.data);
  return input;
};
export const readForumPost = (body: unknown) => {
  const input = read(forumPost, body);
  checked(input.message);
  return input;
};

function read<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(body);
  if (!parsed.success) throw invalidBody(parsed.error.issues);
  return parsed.data;
}

/** What Discord checks over a whole message. */
function checked(input: MessageInput): MessageInput {
  const total = (input.embeds ?? [])
    .flatMap((part) => [
      part.title,
      part.description,
      part.footer?.text,
      part.author?.name,
      ...(part.fields ?? []).flatMap((field) => [field.name, field.value]),
    ])
    .reduce((sum, text) => sum + (text?.trim().length ?? 0), 0);
  if (total > 6000) throw invalidBody('embeds hold more than 6000 characters');
  const ids = (input.components ?? []).flatMap((part) =>
    part.components.flatMap((inner) => (inner.custom_id === undefined ? [] : [inner.custom_id])),
  );
  if (new Set(ids).size !== ids.length) throw invalidBody('a custom_id stands twice');
  if (input.enforce_nonce === true && input.nonce === undefined) throw invalidBody('nonce is missing');
  return input;
}

/** A message without anything to see. */
export function refuseEmpty(input: MessageInput): void {
  if (!input.content && (input.embeds ?? []).length === 0) {
    throw new Refusal(400, 50_006, 'Cannot send an empty message');
  }
}
