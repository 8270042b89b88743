import { emptyMessage, type Message, type Spans } from '../../src/domain/message.ts';

/** What the person in front of the demo sees first. */
export function greeting(given: {
  readonly stories: number;
  readonly publishers: number;
  readonly desks: readonly { readonly channel: string; readonly about: string }[];
}): Message {
  const desks = given.desks.map(({ channel, about }): Spans => [
    { text: channel, bold: true },
    ` gets ${about}`,
  ]);
  return {
    ...emptyMessage,
    title: { text: 'Satwire, the demo' },
    blocks: [
      {
        kind: 'paragraph',
        spans: [
          `An invented newsroom on this machine has told ${given.stories} stories so far, by ${given.publishers} publishers. More come in over the next half minute, and two channels get what they subscribe to:`,
        ],
      },
      { kind: 'list', items: desks },
      {
        kind: 'paragraph',
        spans: [
          'Type ',
          { text: '/latest', code: true },
          ', ',
          { text: '/search hong kong', code: true },
          ', ',
          { text: '/summarize 3', code: true },
          ' or ',
          { text: '/help', code: true },
          '. A number takes a choice, a name such as ',
          { text: given.desks.at(-1)?.channel ?? '', code: true },
          ' moves you to that channel, and ',
          { text: 'exit', code: true },
          ' ends it.',
        ],
      },
    ],
  };
}
