/** An article's page over HTTP. */
import { reasonOf } from '../../domain/errors.ts';
import type { Log } from '../../domain/log.ts';
import type { FetchDocument } from '../http/fetch-document.ts';
import type { RobotsOf } from '../http/robots-memory.ts';
import { timeZoneOf } from '../settings.ts';
import type { PageOutcome, SourceReader } from '../source.ts';
import { parsePage } from './parse-page.ts';

export function createReadPage(uses: {
  readonly fetchDocument: FetchDocument;
  readonly robotsOf: RobotsOf;
  readonly log: Log;
}): SourceReader['readPage'] {
  return async (url, source): Promise<PageOutcome> => {
    if (!(await isAllowed(url, uses.robotsOf))) {
      return { kind: 'failed', reason: "The host's robots.txt asks programs not to read this page." };
    }
    const fetched = await uses.fetchDocument({
      url,
      accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
    });
    if (fetched.kind === 'failed') return { kind: 'failed', reason: fetched.reason };
    if (fetched.kind === 'unchanged') return { kind: 'failed', reason: 'The host sent no page.' };
    if (!isPage(fetched.contentType)) {
      return {
        kind: 'failed',
        reason: `The address leads to ${fetched.contentType ?? 'data'} instead of a page.`,
      };
    }
    try {
      const article = parsePage({ ...fetched, timeZone: timeZoneOf(source) });
      return article === null
        ? { kind: 'failed', reason: 'The page has no article on it.' }
        : { kind: 'read', article };
    } catch (error) {
      // The readability library is not ours: one page that it cannot take must not cost the round.
      uses.log.error({ error, url }, 'a page could not be parsed');
      return { kind: 'failed', reason: `The page could not be parsed: ${reasonOf(error)}` };
    }
  };
}

/** What is no address at all is refused by the fetch, with its reason. */
async function isAllowed(url: string, robotsOf: RobotsOf): Promise<boolean> {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return true;
  const { pathname, search } = new URL(url);
  const rules = await robotsOf(url);
  return rules.allows(`${pathname}${search}`);
}

/** Pages without a content type are taken for what they usually are. */
const isPage = (contentType: string | null): boolean =>
  contentType === null || /html|xml|text\/plain/i.test(contentType);
