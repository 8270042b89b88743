import { dateOn } from './dates.ts';
import type { Edition, PublishedArticle } from './edition.ts';
import { articleParts, escapeMarkup, linkTo } from './markup.ts';
import { excerptOf } from './sample-article.ts';
import { htmlDocument, type ServedDocument } from './served-document.ts';

/** A small publisher's page: nothing for machines, times on the clock of its town, and readers' comments. */
export function renderPlainPage(article: PublishedArticle, edition: Edition): ServedDocument {
  const { publisher, home, articles } = edition;
  const others = articles.filter((other) => other.slug !== article.slug);
  const [opening = '', second = '', ...rest] = articleParts(article);
  return htmlDocument({
    title: `${escapeMarkup(article.title)} | ${publisher.name}`,
    body: `<div id="masthead"><a href="${home}">${publisher.name}</a> <a href="${home}/latest">Latest</a></div>
<article id="story">
<a rel="category tag" href="${home}">${escapeMarkup(article.label)}</a>
<h1>${escapeMarkup(article.title)}</h1>
<p class="byline">By ${escapeMarkup(article.author)} · ${dateOn(article, publisher.timeZone)}</p>
<div class="photo"><img src="${article.pictureUrl}" alt=""><div class="caption">${escapeMarkup(article.credit)}</div></div>
<div class="entry">
${opening}
${second}
${others.slice(0, 1).map(alsoRead).join('')}
${rest.join('\n')}
</div>
<div class="sharing">Share this: <a href="#t">Telegram</a> <a href="#w">WhatsApp</a> <a href="#m">E-mail</a></div>
<div class="subscribe-box"><p>The Post comes by e-mail too, on Sundays, with the tides.</p><form><input name="address"><button>Subscribe</button></form></div>
</article>
<div class="more-stories"><h3>More stories</h3>
${others.slice(1, 4).map(teaser).join('\n')}
</div>
<div id="comments"><h3>Comments (2)</h3>
<div class="comment"><b>harbour_cat</b><p>First, and I have read all of it.</p></div>
<div class="comment"><b>V. Iyer</b><p>My uncle said this in 2019, and nobody wrote it down.</p></div>
</div>
<div class="consent">This site remembers nothing but your consent. <button>Fine</button></div>`,
  });
}

function alsoRead(article: PublishedArticle): string {
  return `<p><strong>Also read: ${linkTo(article)}</strong></p>`;
}

function teaser(article: PublishedArticle): string {
  return `<div><h4>${linkTo(article)}</h4><p>${escapeMarkup(excerptOf(article))}</p></div>`;
}
