import { inventArticles, type InventedArticle } from './invented-news.ts';

/** An RSS document of invented articles, one a minute, newest first, each with its full text. */
export function renderFeed(wanted: {
  readonly host: string;
  readonly feed: number;
  readonly edition: number;
  readonly count: number;
  readonly newest: Date;
}): string {
  const articles = inventArticles(wanted.edition * 100_000 + wanted.feed, wanted.count);
  const items = articles.map((article, index) => {
    const at = new Date(wanted.newest.getTime() - index * 60_000);
    return renderItem(article, `${wanted.host}/article${article.path}`, at);
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<channel><title>Feed ${wanted.feed}</title><link>${wanted.host}</link><language>en</language>`,
    ...items,
    '</channel></rss>',
  ].join('\n');
}

function renderItem(article: InventedArticle, url: string, at: Date): string {
  const html = article.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return [
    `<item><title>${article.title}</title><link>${url}?utm_source=rss</link>`,
    `<guid isPermaLink="false">${url}</guid><pubDate>${at.toUTCString()}</pubDate>`,
    `<dc:creator><![CDATA[Ada Berg]]></dc:creator><category>${article.label}</category>`,
    `<description><![CDATA[<p>${article.lead}</p>]]></description>`,
    `<content:encoded><![CDATA[${html}]]></content:encoded></item>`,
  ].join('\n');
}
