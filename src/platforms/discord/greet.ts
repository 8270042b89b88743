import type { Guild } from 'discord.js';
import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../domain/log.ts';
import { textMessage } from '../../domain/message.ts';
import type { Texts } from '../../texts/texts.ts';
import { answerBody } from './answer-body.ts';
import { canPost } from './describe-channel.ts';

const newMs = 24 * 60 * 60_000;

interface GreetingSetup {
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Writes one short message where somebody sees it who can act on it: Discord does not say who invited the bot, so
 * the server's system channel, else its owner in private. A server of long ago is not greeted, also when it is new
 * to this database.
 */
export async function greet(guild: Guild, { texts, clock, log }: GreetingSetup): Promise<void> {
  if (clock.now().getTime() - guild.joinedTimestamp > newMs) return;
  const message = textMessage(texts.discord.greeting({ server: guild.name }));
  const { body } = answerBody(message, { texts, isModerators: false });
  const channel = guild.systemChannel;
  const self = guild.members.me;
  const permissions = channel === null || self === null ? null : channel.permissionsFor(self);
  try {
    if (channel !== null && permissions !== null && canPost('text', permissions)) await channel.send(body);
    else await guild.client.users.send(guild.ownerId, body);
  } catch (error) {
    // An owner who takes no messages finds /help by typing a slash.
    log.info({ error, guild: guild.id }, 'a new server could not be greeted');
  }
}
