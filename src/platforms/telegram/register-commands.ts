/** Telegram's menus of commands: they only show; who may do what is checked each time. */
import { createHash } from 'node:crypto';
import type { Api } from 'grammy';
import type { BotCommand, BotCommandScope } from 'grammy/types';
import type { Access, Command } from '../../dispatch/command.ts';
import type { Log } from '../../domain/log.ts';
import type { Texts } from '../../texts/texts.ts';
import type { PlatformMemory } from '../platform.ts';

const memoryKey = 'commands';

interface RegisterTools {
  readonly api: Api;
  readonly commands: readonly Command[];
  /** Telegram's ids of the owners. */
  readonly ownerIds: readonly number[];
  readonly texts: Texts;
  readonly memory: PlatformMemory;
  readonly log: Log;
}

/** Brings the menus up to date where they changed since the last start. Never rejects. */
export async function registerCommands(tools: RegisterTools): Promise<void> {
  const { api, memory, log } = tools;
  const menus = menusOf(tools);
  const hash = createHash('sha256').update(JSON.stringify(menus)).digest('hex');
  try {
    if ((await memory.get(memoryKey)) === hash) return;
    for (const { scope, commands } of menus) {
      // An owner who has not started the bot has no chat with it yet.
      if (scope.type === 'chat') await registerForOwner(api, { scope, commands }, log);
      else await api.setMyCommands(commands, { scope });
    }
    await memory.put(memoryKey, hash);
  } catch (error) {
    log.warn({ error }, 'Telegram’s command menu could not be set; it is tried again at the next start');
  }
}

interface Menu {
  readonly scope: BotCommandScope;
  readonly commands: readonly BotCommand[];
}

async function registerForOwner(api: Api, { scope, commands }: Menu, log: Log): Promise<void> {
  try {
    await api.setMyCommands(commands, { scope });
  } catch (error) {
    log.debug({ error }, 'an owner has no Telegram menu, having not started the bot yet');
  }
}

function menusOf({ commands, ownerIds, texts }: RegisterTools): readonly Menu[] {
  const of = (...open: readonly Access[]): readonly BotCommand[] => [
    { command: 'start', description: texts.telegram.start.description },
    ...commands
      .filter((command) => Object.values(command.acts).some((act) => open.includes(act.access)))
      .map(({ name, description }) => ({ command: name, description: description.slice(0, 256) })),
  ];
  return [
    // In a private chat everybody is their own moderator.
    { scope: { type: 'all_private_chats' }, commands: of('anyone', 'moderators') },
    { scope: { type: 'all_group_chats' }, commands: of('anyone') },
    { scope: { type: 'all_chat_administrators' }, commands: of('anyone', 'moderators') },
    ...ownerIds.map((id) => ({
      scope: { type: 'chat' as const, chat_id: id },
      commands: of('anyone', 'moderators', 'owners'),
    })),
  ];
}
