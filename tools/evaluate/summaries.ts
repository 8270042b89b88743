import { z } from 'zod';
import { cleanBlocks, leadOf } from '../../src/ingest/clean-text.ts';
import { extractPoints } from '../../src/summaries/extract-points.ts';
import { optionalText, readBlocks, readJsonLines } from './json-lines.ts';

const line = z.object({ url: z.string(), title: z.string(), body: optionalText });

/** The summary of each article as `summarize` gives it. */
export async function* evaluateSummaries(path: string): AsyncIterable<object> {
  for await (const { url, title, body } of readJsonLines(path, line)) {
    const blocks = cleanBlocks(readBlocks(body), title);
    const points = extractPoints({ title, lead: leadOf('', blocks, title), blocks });
    yield { url, summary: points.join(' ') };
  }
}
