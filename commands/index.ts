/** What people can ask, in the order of /help. */
import type { Command, SourceRules } from '../src/dispatch/command.ts';
import { digest } from './digest.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';
import { pause } from './pause.ts';
import { read } from './read.ts';
import { related } from './related.ts';
import { resume } from './resume.ts';
import { search } from './search.ts';
import { sources, sourcesAddedByOwners } from './sources.ts';
import { status } from './status.ts';
import { subscribe } from './subscribe.ts';
import { subscriptions } from './subscriptions.ts';
import { summarize } from './summarize.ts';
import { top } from './top.ts';
import { unsubscribe } from './unsubscribe.ts';

export const commands: readonly Command[] = [
  help,
  latest,
  top,
  search,
  summarize,
  read,
  related,
  subscribe,
  unsubscribe,
  subscriptions,
  digest,
  pause,
  resume,
  sources,
  status,
];

/** The list as the owners' rules have it: what moderators could do else is then for owners. */
export function commandsUnder({ addedBy }: SourceRules): readonly Command[] {
  if (addedBy === 'moderators') return commands;
  return commands.map((command) => (command === sources ? sourcesAddedByOwners : command));
}
