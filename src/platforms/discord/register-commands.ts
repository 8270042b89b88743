import { createHash } from 'node:crypto';
import { Routes, type REST } from 'discord.js';
import type { Command } from '../../dispatch/command.ts';
import { reasonOf } from '../../domain/errors.ts';
import type { Log } from '../../domain/log.ts';
import type { Texts } from '../../texts/texts.ts';
import type { PlatformMemory } from '../platform.ts';
import { applicationCommands } from './application-commands.ts';

export interface Registration {
  readonly rest: REST;
  readonly applicationId: string;
  readonly commands: readonly Command[];
  readonly memory: PlatformMemory;
  readonly texts: Texts;
  readonly log: Log;
}

/**
 * Registers the commands with Discord where they changed since the last time. Gives what an owner should know when
 * Discord did not take them, else null; the next start tries again.
 */
export async function registerCommands(registration: Registration): Promise<string | null> {
  const { rest, applicationId, commands, memory, texts, log } = registration;
  const body = applicationCommands(commands, texts);
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  const key = `commands:${applicationId}`;
  if ((await memory.get(key)) === hash) return null;
  try {
    await rest.put(Routes.applicationCommands(applicationId), { body });
    await memory.put(key, hash);
    log.info({ commands: body.length }, 'registered the commands with Discord');
    return null;
  } catch (error) {
    log.error({ error }, 'Discord did not take the commands');
    return texts.discord.remarks.commandsRefused({ reason: reasonOf(error) });
  }
}
