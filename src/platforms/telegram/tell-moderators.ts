import type { Channel } from '../../domain/channel.ts';
import type { Clock } from '../../domain/clock.ts';
import { textMessage } from '../../domain/message.ts';
import type { PlatformMemory } from '../platform.ts';
import { parseAddress } from './address.ts';
import { dressAnswer, type DressTools } from './dress.ts';
import type { Poster } from './poster.ts';
import type { Rights } from './rights.ts';

const aDayMs = 86_400_000;
const mostTold = 5;

export interface TellTools extends DressTools {
  readonly poster: Poster;
  readonly rights: Rights;
  readonly memory: PlatformMemory;
  readonly clock: Clock;
}

/**
 * Tells the administrators of a chat that the bot cannot post there any more, as far as it may write to them; once a
 * day at most.
 */
export async function tellModerators(channel: Channel, reason: string, tools: TellTools): Promise<void> {
  const { texts, poster, rights, memory, clock } = tools;
  const { chatId } = parseAddress(channel.address);
  const key = `told:${channel.address}`;
  if (chatId > 0 || (await memory.get(key)) !== null) return;
  await memory.put(key, reason, new Date(clock.now().getTime() + aDayMs));
  const message = textMessage(texts.telegram.cannotPost({ name: channel.name, reason }));
  const dressed = await dressAnswer(message, tools);
  for (const person of (await rights.moderators(chatId)).slice(0, mostTold)) {
    // Who has not started the bot cannot be written to; nothing more can be done about that.
    await poster.post({
      target: { chatId: person, threadId: null },
      dressed,
      isSilent: false,
      isUrgent: false,
    });
  }
}
