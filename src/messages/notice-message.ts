import { emptyMessage, type Message, type Spans } from '../domain/message.ts';

/** Something that moderators should know: a headline, paragraphs that name the reason and the remedy. */
export function noticeMessage(headline: string, paragraphs: readonly (string | Spans)[]): Message {
  return {
    ...emptyMessage,
    title: { text: headline },
    blocks: paragraphs.map((paragraph) => ({
      kind: 'paragraph',
      spans: typeof paragraph === 'string' ? [paragraph] : paragraph,
    })),
  };
}
