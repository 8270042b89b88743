/** The shape of application commands, as Discord checks them. */
import { z } from 'zod';
import { invalidBody } from './refusal.ts';

const slashName = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine((name) => name === name.toLowerCase(), 'lower case');
const description = z.string().min(1).max(100);
const choice = z.strictObject({
  name: z.string().min(1).max(100),
  value: z.union([z.string().max(100), z.number()]),
});

const value = z
  .strictObject({
    type: z.int().min(3).max(11),
    name: slashName,
    description,
    required: z.boolean().optional(),
    choices: z.array(choice).max(25).optional(),
    autocomplete: z.boolean().optional(),
    channel_types: z.array(z.int()).optional(),
    min_value: z.number().optional(),
    max_value: z.number().optional(),
    min_length: z.int().min(0).max(6000).optional(),
    max_length: z.int().min(1).max(6000).optional(),
  })
  .refine((part) => !(part.autocomplete && part.choices), 'autocomplete and choices exclude each other');
const values = z
  .array(value)
  .max(25)
  .refine((parts) => {
    const firstOptional = parts.findIndex((part) => part.required !== true);
    return firstOptional === -1 || parts.slice(firstOptional).every((part) => part.required !== true);
  }, 'required options come first')
  .refine((parts) => new Set(parts.map((part) => part.name)).size === parts.length, 'names are unique');
const subcommand = z.strictObject({
  type: z.literal(1),
  name: slashName,
  description,
  options: values.optional(),
});

const shared = {
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  contexts: z.array(z.int().min(0).max(2)).optional(),
  integration_types: z.array(z.int().min(0).max(1)).optional(),
};
const commands = z.array(
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal(1),
      name: slashName,
      description,
      options: z.union([values, z.array(subcommand).max(25)]).optional(),
      ...shared,
    }),
    z.strictObject({ type: z.literal(3), name: z.string().min(1).max(32), ...shared }),
  ]),
);

/** Reads a bulk overwrite of commands, or refuses it. */
export function readCommands(body: unknown): readonly Record<string, unknown>[] {
  const parsed = commands.safeParse(body);
  if (!parsed.success) throw invalidBody(parsed.error.issues);
  const keys = parsed.data.map((command) => `${command.type} ${command.name}`);
  if (new Set(keys).size !== keys.length) throw invalidBody('a command stands twice');
  for (const command of parsed.data) {
    if (textOf(command).length > 8000) throw invalidBody(`${command.name} holds more than 8000 characters`);
  }
  return parsed.data;
}

function textOf(part: unknown): string {
  if (Array.isArray(part)) return part.map(textOf).join('');
  if (typeof part !== 'object' || part === null) return '';
  return Object.entries(part)
    .map(([key, inner]) =>
      ['name', 'description', 'value'].includes(key) && typeof inner === 'string' ? inner : textOf(inner),
    )
    .join('');
}
