import {
  asset,
  boolean,
  category,
  channel,
  choice,
  defineAct,
  duration,
  integer,
  listOf,
  optional,
  role,
  source,
  story,
  text,
  type Command,
} from '../../../src/dispatch/command.ts';
import { textMessage } from '../../../src/domain/message.ts';

/** A command with two acts and an option of each type. */
export function createDispatchlessCommand(): Command {
  const run = async () => textMessage('Done.');
  return {
    name: 'sample',
    description: `Shows everything ${'that an option can be '.repeat(10)}`,
    example: '/sample first',
    acts: {
      first: defineAct({
        description: 'Looked up',
        access: 'moderators',
        options: {
          words: optional(text('Words')),
          kind: category('One kind'),
          kinds: listOf(category('Several kinds')),
          coin: optional(asset('A coin')),
          from: optional(source('A source')),
          about: optional(story('A story')),
        },
        run,
      }),
      second: defineAct({
        description: 'Of its own form',
        access: 'owners',
        options: {
          many: optional(integer('A number', { min: 1, max: 9 })),
          loud: optional(boolean('Whether')),
          where: optional(channel('A channel')),
          whom: optional(role('A role')),
          since: optional(duration('How long')),
          how: choice('One of two', [
            { value: 'a', name: 'The first' },
            { value: 'b', name: 'The second' },
          ]),
        },
        run,
      }),
    },
  };
}
