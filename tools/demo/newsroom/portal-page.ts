import { dateOn, shortDate } from './dates.ts';
import type { Edition, PublishedArticle } from './edition.ts';
import { doors } from './doors.ts';
import { articleHtml, escapeMarkup } from './markup.ts';
import type { Door } from './publishers.ts';
import { partsOf } from './sample-article.ts';
import { htmlDocument, type ServedDocument } from './served-document.ts';

const cardsBelow = 3;

/** An article's page in the shape of a news portal's, with all that stands on one beside the article. */
export function renderPortalPage(article: PublishedArticle, edition: Edition): ServedDocument {
  const others = edition.articles.filter((other) => other.slug !== article.slug).slice(0, cardsBelow);
  return documentOf(
    edition,
    article.title,
    `<div class="top"><a href="${edition.home}">Top</a></div>
<div class="view">
<h1>${escapeMarkup(article.title)}</h1>
<div class="about"><span>${escapeMarkup(article.label)}</span>·<span>${dateOn(article)}</span></div>
<div class="author">${escapeMarkup(article.author)}</div>
<div class="content">
${articleHtml(article)}
</div>
</div>
<div class="below">
<div><h3>More to Read</h3><a href="${edition.home}">View All</a></div>
${others.map(card).join('\n')}
</div>
<div class="wait">Loading</div>`,
  );
}

/** The publisher's front page: every article that is out. */
export function renderFront(edition: Edition): ServedDocument {
  const { publisher, articles } = edition;
  return documentOf(
    edition,
    publisher.name,
    `<h1>${publisher.name}</h1>\n<div class="list">\n${articles.map(card).join('\n')}\n</div>\n<div class="wait">Loading</div>`,
  );
}

/** Another article in short: its headline twice, and credit and headings run into the text. */
function card(article: PublishedArticle): string {
  const text = partsOf(article)
    .map((part) => (part.kind === 'list' ? part.items.join('') : part.text))
    .join('');
  return `<a class="item" href="${article.url}"><span>${escapeMarkup(article.label)}</span>·<span>${shortDate(article.publishedAt)}</span>
<h4>${escapeMarkup(article.title)}</h4>
<p>${escapeMarkup(article.title + article.credit + text)}</p>
<i>news</i></a>`;
}

function documentOf({ publisher, home }: Edition, title: string, body: string): ServedDocument {
  const type = feedTypes[publisher.door];
  const feed = `<link rel="alternate" type="${type}" title="${publisher.name}" href="${home}/${doors[publisher.door].file}">\n`;
  return htmlDocument({
    title: escapeMarkup(title),
    head: type === undefined ? '' : feed,
    body: `<main>\n${body}\n</main>`,
  });
}

/** What publishers with a feed say of it on their pages. */
const feedTypes: Readonly<Partial<Record<Door, string>>> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};
