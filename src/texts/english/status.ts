import { counted, durationInWords, enumerated } from './wording.ts';

/** What /status says. */
export const status = {
  title: 'How I am doing',
  running: (given: { readonly forMs: number }) => `Running for ${durationInWords(given.forMs)}.`,
  platforms: 'Platforms',
  connected: 'connected',
  notConnected: 'not connected, and trying to be',
  news: 'News',
  counts: (given: { readonly stories: number; readonly articles: number }) =>
    `${counted(given.stories, 'story', 'stories')} from ${counted(given.articles, 'article', 'articles')}`,
  noArticle: 'no article has been read yet',
  /** Before a time. */
  newest: 'newest article ',
  sources: (given: {
    readonly ok: number;
    readonly failing: number;
    readonly gone: number;
    readonly paused: number;
    readonly unread: number;
  }) => {
    const parts = [
      ...(given.ok === 0 ? [] : [`${given.ok} well`]),
      ...(given.failing === 0 ? [] : [`${given.failing} failing`]),
      ...(given.gone === 0 ? [] : [`${given.gone} gone for good`]),
      ...(given.unread === 0 ? [] : [`${given.unread} not read yet`]),
      ...(given.paused === 0 ? [] : [`${given.paused} paused`]),
    ];
    return parts.length === 0 ? 'no sources' : `sources: ${enumerated(parts)}`;
  },
  failing: 'Sources that I cannot read',
  failingMore: (given: { readonly count: number }) => `and ${given.count} more, which /sources tells`,
  posts: 'Posts',
  waiting: (given: { readonly count: number }) => `${given.count} waiting`,
  sent: (given: { readonly count: number }) => `${given.count} sent`,
  unconfirmed: (given: { readonly count: number }) =>
    `${given.count} unconfirmed: they may or may not have arrived, and are not sent again`,
  rejected: (given: { readonly count: number }) => `${given.count} refused by their platform`,
  unreachable: 'Channels that I cannot reach',
  unreachableHint: 'Their posts wait. Mend the reason, then use /resume there.',
};
