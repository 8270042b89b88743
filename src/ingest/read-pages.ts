import { plainText } from '../domain/article.ts';
import type { Log } from '../domain/log.ts';
import type { Source } from '../domain/source.ts';
import type { PageArticle, SourceReader } from '../sources/source.ts';
import { cleanBlocks, leadOf } from './clean-text.ts';
import type { Draft } from './draft.ts';
import { inParallel } from './in-parallel.ts';
import { isPaid, normalizeMoment } from './normalize.ts';
import { isTooShort } from './text-length.ts';

/** At once of one source; the reader itself spares each host. */
const pagesAtOnce = 2;

export interface PageReading {
  readonly sources: SourceReader;
  readonly source: Source;
  /** At most so many pages, the newest articles first. */
  readonly limit: number;
  readonly now: Date;
  readonly log: Log;
}

/** Gives articles whose source shows too little of their text the text of their page. A page that fails changes nothing. */
export async function readPages(
  drafts: readonly Draft[],
  { sources, source, limit, now, log }: PageReading,
): Promise<readonly Draft[]> {
  const wanted = new Set(
    newestFirst(drafts)
      .filter((draft) => isTooShort(draft.blocks))
      .slice(0, limit),
  );
  return inParallel(drafts, pagesAtOnce, async (draft) => {
    if (!wanted.has(draft)) return draft;
    const outcome = await sources.readPage(draft.url, source);
    if (outcome.kind === 'read') return withPage(draft, outcome.article, now);
    log.debug({ source: source.key, url: draft.url, reason: outcome.reason }, 'article page not read');
    return draft;
  });
}

function newestFirst(drafts: readonly Draft[]): readonly Draft[] {
  const timeOf = (draft: Draft) => draft.published?.at.getTime() ?? Number.MAX_SAFE_INTEGER;
  return drafts.toSorted((a, b) => timeOf(b) - timeOf(a));
}

/** What the source said stays; the page adds the text and what was missing. */
function withPage(draft: Draft, page: PageArticle, now: Date): Draft {
  const blocks = cleanBlocks(page.blocks, draft.title);
  const isLonger = plainText(blocks).length > plainText(draft.blocks).length;
  const labels = page.label === null ? draft.labels : [...draft.labels, page.label];
  const fromPage = normalizeMoment(page.published, now);
  const isVague = draft.published === null || (draft.published.precision === 'day' && fromPage !== null);
  return {
    ...draft,
    blocks: isLonger ? blocks : draft.blocks,
    lead: draft.lead === '' ? leadOf(page.lead, blocks, draft.title) : draft.lead,
    authors: draft.authors.length > 0 ? draft.authors : page.authors,
    published: isVague ? fromPage : draft.published,
    picture: pictureOf(draft, page),
    labels,
    isSponsored: draft.isSponsored || isPaid(draft.url, labels),
    language: draft.language ?? page.language,
  };
}

/** The feed's picture with the page's credit where both show the same one, or the feed's has none. */
function pictureOf(draft: Draft, page: PageArticle): Draft['picture'] {
  if (draft.picture === null) return page.picture;
  return { ...draft.picture, credit: draft.picture.credit ?? page.picture?.credit ?? null };
}
