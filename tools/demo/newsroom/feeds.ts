import { dayOf, stampOf } from './dates.ts';
import type { Edition, PublishedArticle } from './edition.ts';
import { articleHtml, escapeMarkup } from './markup.ts';
import { excerptOf } from './sample-article.ts';
import type { ServedDocument } from './served-document.ts';

/** RSS 2.0 with the whole text. */
export function renderRss({ publisher, home, articles }: Edition): ServedDocument {
  const items = articles.map(
    (article) => `<item>
<title>${escapeMarkup(article.title)}</title>
<link>${article.url}?utm_source=rss&amp;utm_medium=feed</link>
<guid isPermaLink="true">${article.url}</guid>
<dc:creator>${escapeMarkup(article.author)}</dc:creator>
<category>${escapeMarkup(article.label)}</category>
${article.isDateOnly === true ? `<dc:date>${dayOf(article)}</dc:date>` : `<pubDate>${article.publishedAt.toUTCString()}</pubDate>`}
<description>${escapeMarkup(excerptOf(article))}</description>
<content:encoded><![CDATA[${articleHtml(article)}]]></content:encoded>
<media:content url="${article.pictureUrl}" medium="image"><media:credit>${escapeMarkup(article.credit)}</media:credit></media:content>
</item>`,
  );
  return {
    contentType: 'application/rss+xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${publisher.name}</title>
<link>${home}</link>
<description>News from ${publisher.name}</description>
<language>en</language>
${items.join('\n')}
</channel>
</rss>
`,
  };
}

/** Atom with excerpts; the text is on the pages. */
export function renderAtom({ publisher, home, articles }: Edition): ServedDocument {
  const updated = articles[0]?.publishedAt.toISOString() ?? '';
  const entries = articles.map(
    (article) => `<entry>
<id>${article.url}</id>
<title>${escapeMarkup(article.title)}</title>
<link rel="alternate" href="${article.url}"/>
<author><name>${escapeMarkup(article.author)}</name></author>
<category term="${escapeMarkup(article.label)}"/>
<published>${stampOf(article)}</published>
<updated>${article.publishedAt.toISOString()}</updated>
<summary>${escapeMarkup(excerptOf(article))}</summary>
</entry>`,
  );
  return {
    contentType: 'application/atom+xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${home}</id>
<title>${publisher.name}</title>
<link rel="alternate" href="${home}"/>
<updated>${updated}</updated>
${entries.join('\n')}
</feed>
`,
  };
}

/** JSON Feed 1.1 with the whole text. */
export function renderJsonFeed({ publisher, home, articles }: Edition): ServedDocument {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: publisher.name,
    home_page_url: home,
    language: 'en',
    items: articles.map(jsonItem),
  };
  return { contentType: 'application/feed+json; charset=utf-8', body: JSON.stringify(feed, null, 1) };
}

function jsonItem(article: PublishedArticle): unknown {
  return {
    id: article.url,
    url: article.url,
    title: article.title,
    summary: excerptOf(article),
    content_html: articleHtml(article),
    image: article.pictureUrl,
    date_published: stampOf(article),
    authors: [{ name: article.author }],
    tags: [article.label],
  };
}
