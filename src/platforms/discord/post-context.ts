import type { REST } from 'discord.js';
import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../domain/log.ts';
import type { Texts } from '../../texts/texts.ts';
import type { LongActions } from './long-actions.ts';

/** What sending uses. */
export interface PostContext {
  readonly rest: REST;
  /** Null where the token does not tell it: then nobody's authorship is checked. */
  readonly botId: string | null;
  readonly longActions: LongActions;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
}
