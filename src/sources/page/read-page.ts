/** An article's page over HTTP. */
import { reasonOf } from '../../domain/errors.ts';
import type { Log } from '../../domain/log.ts';
import type { Clock } from '../../domain/clock.ts';
import { loopTurn } from '../../domain/loop-turn.ts';
import type { FetchDocument } from '../http/fetch-document.ts';
import { createHostRests } from '../http/host-rests.ts';
import type { RobotsOf } from '../http/robots-memory.ts';
import { timeZoneOf } from '../settings.ts';
import type { PageOutcome, SourceReader } from '../source.ts';
import { parsePage } from './parse-page.ts';

export function createReadPage(uses: {
  readonly fetchDocument: FetchDocument;
  readonly robotsOf: RobotsOf;
  readonly clock: Clock;
  readonly log: Log;
}): SourceReader['readPage'] {
  const rests = createHostRests(uses);
  return async (url, source): Promise<PageOutcome> => {
    const fetched = await uses.fetchDocument({
      url,
      accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
      refusalOf: async (asked) => rests.reasonFor(asked) ?? (await refusalByRobots(asked, uses.robotsOf)),
    });
    if (fetched.kind === 'failed') {
      rests.heed(fetched.url, fetched);
      return { kind: 'failed', reason: fetched.reason };
    }
    if (fetched.kind === 'unchanged') return { kind: 'failed', reason: 'The host sent no page.' };
    if (!isPage(fetched.contentType)) {
      return {
        kind: 'failed',
        reason: `The address leads to ${fetched.contentType ?? 'data'} instead of a page.`,
      };
    }
    await loopTurn();
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

async function refusalByRobots(url: string, robotsOf: RobotsOf): Promise<string | null> {
  const { pathname, search } = new URL(url);
  const isAllowed = (await robotsOf(url)).allows(`${pathname}${search}`);
  return isAllowed ? null : "The host's robots.txt asks programs not to read this page.";
}

/** Pages without a content type are taken for what they usually are. */
const isPage = (contentType: string | null): boolean =>
  contentType === null || /html|xml|text\/plain/i.test(contentType);
