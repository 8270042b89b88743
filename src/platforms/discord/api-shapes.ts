/** What is read of Discord's answers; anything else in them is left alone. */
import { z } from 'zod';

export const snowflake = z.string().regex(/^\d{17,20}$/);

const component: z.ZodType<{ custom_id?: string | undefined; components?: unknown[] | undefined }> = z.object(
  {
    custom_id: z.string().optional(),
    components: z.array(z.unknown()).optional(),
  },
);

export const postedMessage = z.object({
  id: snowflake,
  author: z.object({ id: z.string() }).optional(),
  content: z.string().default(''),
  embeds: z.array(z.object({ title: z.string().optional(), description: z.string().optional() })).default([]),
  components: z.array(component).default([]),
});
export type PostedMessage = z.infer<typeof postedMessage>;

export const postedMessages = z.array(postedMessage);

export const overwrite = z.object({ id: z.string(), type: z.int(), allow: z.string(), deny: z.string() });

export const knownChannel = z.object({
  id: snowflake,
  type: z.int(),
  name: z.string().nullish(),
  parent_id: z.string().nullish(),
  flags: z.int().default(0),
  available_tags: z
    .array(z.object({ id: snowflake, name: z.string(), moderated: z.boolean().default(false) }))
    .default([]),
  permission_overwrites: z.array(overwrite).default([]),
});
export type KnownChannel = z.infer<typeof knownChannel>;

export const openedThread = z.object({ id: snowflake });

export const activeThreads = z.object({
  threads: z.array(
    z.object({
      id: snowflake,
      name: z.string(),
      parent_id: z.string().nullish(),
      owner_id: z.string().nullish(),
    }),
  ),
});

export const guildRoles = z.object({
  roles: z.array(z.object({ id: z.string(), permissions: z.string() })),
});

export const memberRoles = z.object({ roles: z.array(z.string()) });
