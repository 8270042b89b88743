import { onTestFinished } from 'vitest';
import type { Source } from '../../src/domain/source.ts';
import { createSourceReader, type SourceReaderOptions } from '../../src/sources/source-reader.ts';
import type { Sources } from '../../src/sources/source.ts';
import { startPublisher, type Publisher } from '../fakes/publisher.ts';
import { createTestClock, type TestClock } from './clock.ts';
import { createTestLog } from './log.ts';
import { exampleSource } from './source.ts';

export interface ReaderWorld {
  readonly publisher: Publisher;
  readonly clock: TestClock;
  readonly reader: Sources;
  /** A source at a path of the publisher. */
  readonly at: (path: string, parts?: Partial<Source>) => Source;
  /** The headers of the latest request. */
  readonly lastHeaders: () => Publisher['requests'][number]['headers'];
  /** The paths asked for so far. */
  readonly paths: () => readonly string[];
}

/** A publisher, and a reader that may ask it; both end with the test. */
export async function startReader(options: Partial<SourceReaderOptions> = {}): Promise<ReaderWorld> {
  const publisher = await startPublisher();
  const { reader, clock } = createTestReader(options);
  // Before the reader ends: a request that is never answered would hold it open.
  onTestFinished(() => publisher.close());
  return {
    publisher,
    clock,
    reader,
    at: (path, parts = {}) => exampleSource({ url: `${publisher.url}${path}`, ...parts }),
    lastHeaders: () => publisher.requests.at(-1)?.headers ?? {},
    paths: () => publisher.requests.map(({ path }) => path),
  };
}

/** A reader of private addresses with a clock of its own; it ends with the test. */
export function createTestReader(options: Partial<SourceReaderOptions> = {}): {
  readonly reader: Sources;
  readonly clock: TestClock;
} {
  const clock = createTestClock();
  const log = createTestLog();
  const reader = createSourceReader({ clock, log, allowPrivateAddresses: true, ...options });
  onTestFinished(() => reader.close());
  return { reader, clock };
}

/** A feed with so many items, `/a/1` and on. */
export function feedOf(count = 1, channel = ''): string {
  const items = Array.from(
    { length: count },
    (_, index) => `<item><title>Story ${index + 1}</title><link>/a/${index + 1}</link></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Wire</title>${channel}${items.join('')}</channel></rss>`;
}
