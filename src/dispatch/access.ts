import type { ChannelDescription } from '../domain/channel.ts';
import { MendableError } from '../domain/errors.ts';
import type { Texts } from '../texts/texts.ts';
import type { Asker, CommandRequest } from './command.ts';
import type { Asked } from './parse.ts';

/** The channel that a command acts on, and the asker's rights there. */
export interface Target {
  readonly channel: ChannelDescription;
  readonly isModerator: boolean;
  readonly missingPermissions: readonly string[];
}

/**
 * The channel that was named, else the asker's own. One of another server or chat is open only to its moderators,
 * whatever the command, as what it holds is seen there alone.
 */
export async function findTarget(asked: Asked, request: CommandRequest, texts: Texts): Promise<Target> {
  const { asker, missingPermissions } = request;
  const own = { channel: asker.channel, isModerator: asker.isModerator, missingPermissions };
  const option = Object.entries(asked.act.options).find(([, { type }]) => type === 'channel');
  const named = option === undefined ? undefined : asked.given[option[0]];
  if (named === undefined || named.trim() === '') return own;
  const found = await request.findChannel(named);
  if ('problem' in found) throw new MendableError(found.problem);
  if (found.channel.scope !== asker.channel.scope && !found.isModerator && !asker.isOwner) {
    throw new MendableError(texts.dispatch.notYourChannel({ channel: found.channel.name }));
  }
  return found;
}

/** Throws a MendableError where the asker may not use the act on that channel. Owners may use every act. */
export function requireAccess(
  { act, actName, command }: Asked,
  { target, asker, texts }: { readonly target: Target; readonly asker: Asker; readonly texts: Texts },
): void {
  if (act.access === 'anyone' || asker.isOwner) return;
  const name = `${command.name} ${actName}`.trim();
  if (act.access === 'owners') {
    const setting = act.keptBySetting ?? null;
    throw new MendableError(texts.dispatch.ownersOnly({ command: name, setting }));
  }
  if (target.isModerator) return;
  const channel = target.channel.name;
  throw new MendableError(texts.dispatch.moderatorsOnly({ command: name, channel }));
}
