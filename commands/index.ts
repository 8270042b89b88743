/** What people can ask, in the order of /help. */
import type { Command } from '../src/dispatch/command.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';

export const commands: readonly Command[] = [help, latest];
