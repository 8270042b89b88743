import type { SourceDescription } from '../../src/domain/source.ts';
import type {
  PageArticle,
  PageOutcome,
  SourceHubs,
  SourceItem,
  SourceReader,
  SourceReadingOutcome,
} from '../../src/sources/source.ts';

export interface FakeSourceReader extends SourceReader, Pick<SourceHubs, 'readPushed'> {
  /** What a source shows from now on, by its key. */
  show(key: string, items: readonly SourceItem[]): void;
  /** What reading a source gives from now on; a thrown error is a bug of the reader. */
  answer(key: string, outcome: SourceReadingOutcome | Error): void;
  showPage(url: string, page: Partial<PageArticle>): void;
  /** Addresses of the pages asked for, in order. */
  readonly pagesRead: string[];
}

/** The outside world as the reader of sources would tell it. */
export function createFakeSourceReader(): FakeSourceReader {
  const outcomes = new Map<string, SourceReadingOutcome | Error>();
  const pages = new Map<string, PageArticle>();
  const pagesRead: string[] = [];
  return {
    pagesRead,
    show: (key, items) => void outcomes.set(key, readOutcome(items)),
    answer: (key, outcome) => void outcomes.set(key, outcome),
    showPage: (url, page) => void pages.set(url, { ...emptyPage, url, ...page }),
    read(source) {
      const outcome = outcomes.get(source.key) ?? readOutcome([]);
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
    },
    readPage(url): Promise<PageOutcome> {
      pagesRead.push(url);
      const article = pages.get(url);
      return Promise.resolve(
        article === undefined ? { kind: 'failed', reason: 'HTTP 404' } : { kind: 'read', article },
      );
    },
    /** What is pushed is read as titles, a line each. */
    readPushed(_source, { bytes }) {
      const titles = new TextDecoder().decode(bytes).split('\n');
      return readOutcome(titles.map((title) => sourceItem({ title })));
    },
    close: () => Promise.resolve(),
  };
}

export function readOutcome(
  items: readonly SourceItem[],
): Extract<SourceReadingOutcome, { readonly kind: 'read' }> {
  return {
    kind: 'read',
    title: null,
    language: 'en',
    items,
    etag: null,
    lastModified: null,
    movedTo: null,
    freshForMs: 0,
    hub: null,
    defect: null,
  };
}

const emptyPage: PageArticle = {
  url: '',
  title: '',
  authors: [],
  published: null,
  label: null,
  picture: null,
  lead: '',
  blocks: [],
  language: null,
};

export function sourceItem(item: Partial<SourceItem> & { readonly title: string }): SourceItem {
  return {
    url: `https://news.example/${encodeURIComponent(item.title.toLowerCase().replaceAll(' ', '-'))}`,
    guid: null,
    authors: [],
    published: null,
    updated: null,
    summary: '',
    blocks: [],
    labels: [],
    picture: null,
    language: null,
    ...item,
  };
}

export function sourceDescription(key: string, changes: Partial<SourceDescription> = {}): SourceDescription {
  return {
    key,
    name: key,
    kind: 'feed',
    url: `https://${key}.example/rss`,
    home: `https://${key}.example`,
    language: 'en',
    address: 'seen',
    settings: {},
    ...changes,
  };
}

/** A paragraph long enough to be an article's whole text. */
export const wholeText = (about: string) =>
  ({
    kind: 'paragraph',
    text: `${about} ${'It was told in full and nobody had more to add. '.repeat(15)}`.trim(),
  }) as const;
