import { emptyMessage, textMessage, type Message } from '../domain/message.ts';
import type { SourceDescription } from '../domain/source.ts';
import type { Texts } from '../texts/texts.ts';

/** What the console greets with where no platform has a token: what turns them on, and the first steps here. */
export function startMessage(sources: readonly SourceDescription[], { start }: Texts): Message {
  const unconfirmed = sources.filter(({ address }) => address === 'unconfirmed').length;
  return {
    ...emptyMessage,
    ...textMessage(start.noTokens, start.sources({ count: sources.length, unconfirmed }), start.firstSteps),
    title: { text: start.title },
  };
}
