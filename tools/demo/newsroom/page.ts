import type { Edition, PublishedArticle } from './edition.ts';
import { articleHtml, escapeMarkup } from './markup.ts';
import type { ServedDocument } from './feeds.ts';
import { partsOf } from './sample-article.ts';

const cardsBelow = 3;

/** An article's page in the shape of a news portal's, with all that stands on one beside the article. */
export function renderPage(article: PublishedArticle, edition: Edition): ServedDocument {
  const others = edition.articles.filter((other) => other.slug !== article.slug).slice(0, cardsBelow);
  return documentOf(
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
export function renderFront({ publisher, articles }: Edition): ServedDocument {
  return documentOf(
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

function documentOf(title: string, body: string): ServedDocument {
  return {
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeMarkup(title)}</title></head>
<body>
<main>
${body}
</main>
</body>
</html>
`,
  };
}

/** As in "June 27, 2025, 6:28 AM", or the date alone. */
function dateOn(article: PublishedArticle): string {
  const date = article.publishedAt.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
  if (article.isDateOnly === true) return date;
  const time = article.publishedAt.toLocaleTimeString('en-US', {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  return `${date}, ${time.replaceAll('\u202F', ' ')}`;
}

/** As in "Jan 06, 2024". */
function shortDate(at: Date): string {
  return at.toLocaleDateString('en-US', { day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' });
}
