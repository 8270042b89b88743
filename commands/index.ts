/** What people can ask, in the order of /help. */
import type { Command } from '../src/dispatch/command.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';
import { read } from './read.ts';
import { related } from './related.ts';
import { search } from './search.ts';
import { summarize } from './summarize.ts';
import { top } from './top.ts';

export const commands: readonly Command[] = [help, latest, top, search, summarize, read, related];
