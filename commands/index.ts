/** What people can ask, in the order of /help. */
import type { Command } from '../src/dispatch/command.ts';

export const commands: readonly Command[] = [];
