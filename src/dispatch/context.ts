import type { Target } from './access.ts';
import type { CommandContext, CommandRequest, Services } from './command.ts';
import { commandLine } from './line.ts';
import type { Asked } from './parse.ts';

/** A request, and what answers it. */
export interface Door {
  readonly request: CommandRequest;
  readonly services: Services;
}

/** What an act is handed beside its values; `asked.given` are the texts that it was called with. */
export function createContext(
  asked: Asked,
  { door, target }: { readonly door: Door; readonly target: Target },
): CommandContext {
  const { services, request } = door;
  return {
    ...services,
    asker: request.asker,
    target: target.channel,
    scopes: ['global', target.channel.scope],
    missingPermissions: target.missingPermissions,
    line: (changes = {}) => commandLine(asked, changes),
  };
}
