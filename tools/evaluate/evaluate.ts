/** Runs the real code over given files and prints one JSON object a line, for developers who measure it. */
import { reasonOf } from '../../src/domain/errors.ts';
import { evaluateFeed } from './feed.ts';
import { evaluatePage } from './page.ts';
import { evaluateSearch } from './search.ts';
import { evaluateStories } from './stories.ts';
import { evaluateSummaries } from './summaries.ts';

type Evaluate = (path: string) => AsyncIterable<object>;

const kinds: Readonly<Record<string, Evaluate>> = {
  feed: oneOf(evaluateFeed),
  page: oneOf(evaluatePage),
  stories: evaluateStories,
  summaries: evaluateSummaries,
  search: evaluateSearch,
};

const [kind = '', ...paths] = process.argv.slice(2);
const evaluate = kinds[kind];
if (evaluate === undefined || paths.length === 0) {
  process.stderr.write(`Usage: npm run --silent evaluate -- ${Object.keys(kinds).join('|')} FILE…\n`);
  process.exitCode = 2;
} else {
  for (const path of paths) await printAll(evaluate, path);
}

async function printAll(evaluate: Evaluate, path: string): Promise<void> {
  try {
    for await (const line of evaluate(path)) process.stdout.write(`${JSON.stringify(line)}\n`);
  } catch (thrown) {
    process.stdout.write(`${JSON.stringify({ file: path, error: reasonOf(thrown) })}\n`);
  }
}

function oneOf(evaluate: (path: string) => Promise<object>): Evaluate {
  return async function* one(path) {
    yield await evaluate(path);
  };
}
