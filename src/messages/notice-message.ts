import { emptyMessage, type Message } from '../domain/message.ts';

/** Something that moderators should know: a headline, sentences that name the remedy. */
export function noticeMessage(headline: string, sentences: readonly string[]): Message {
  return {
    ...emptyMessage,
    title: { text: headline },
    blocks: sentences.map((sentence) => ({ kind: 'paragraph', spans: [sentence] })),
  };
}
