import { MendableError } from '../src/domain/errors.ts';
import { emptyMessage, type Block, type Message, type Spans } from '../src/domain/message.ts';
import type { SourceReadingOutcome } from '../src/dispatch/command.ts';
import type { Texts } from '../src/texts/texts.ts';

const shownItems = 3;

interface Shown {
  readonly name: string;
  readonly url: string;
  readonly texts: Texts;
}

/** What reading a source gave, with its newest articles. Throws a MendableError where it could not be read. */
export function showReading(reading: SourceReadingOutcome, { name, url, texts }: Shown): Message {
  const words = texts.sources;
  if (reading.kind === 'failed') {
    throw new MendableError(words.cannotRead({ url, reason: reading.reason }));
  }
  const items = reading.kind === 'read' ? reading.items : [];
  const language = reading.kind === 'read' ? reading.language : null;
  const defect = reading.kind === 'read' ? reading.defect : null;
  return {
    ...emptyMessage,
    title: { text: words.foundTitle({ name }), url },
    blocks: [
      paragraph(words.found({ items: items.length, language })),
      { kind: 'list', items: items.slice(0, shownItems).map(itemSpans) },
      ...(defect === null ? [] : [paragraph(words.notWhole({ defect }))]),
    ],
  };
}

type Item = Extract<SourceReadingOutcome, { kind: 'read' }>['items'][number];

function itemSpans({ title, url, published }: Item): Spans {
  return [
    url === null ? title : { text: title, url },
    ...(published === null ? [] : [' · ', { moment: published, style: 'relative' } as const]),
  ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', spans: [text] };
}
