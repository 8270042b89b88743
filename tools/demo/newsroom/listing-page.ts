import type { Source } from '../../../src/domain/source.ts';
import { dateOn } from './dates.ts';
import type { Edition, PublishedArticle } from './edition.ts';
import { escapeMarkup } from './markup.ts';
import type { Publisher } from './publishers.ts';
import { excerptOf } from './sample-article.ts';
import { htmlDocument, type ServedDocument } from './served-document.ts';

/** Where on the page things stand, for who reads it by CSS selectors. */
export function listingSettings({ timeZone }: Publisher): Source['settings'] {
  return {
    ...(timeZone === undefined ? {} : { timeZone }),
    item: 'li.story',
    link: 'a.headline',
    summary: '.teaser',
    time: '.when',
    label: '.desk',
    author: '.by',
    picture: 'img',
  };
}

/** The latest stories as a list for people, with an advertisement among them. */
export function renderListing({ publisher, home, articles }: Edition): ServedDocument {
  const [first = '', ...rest] = articles.map((article) => listed(article, publisher));
  return htmlDocument({
    title: `Latest | ${publisher.name}`,
    body: `<div id="masthead"><a href="${home}">${publisher.name}</a></div>
<h1>Latest</h1>
<ol class="wire">
${[first, advertisement, ...rest].join('\n')}
</ol>
<div class="pagination"><a href="#older">Older</a></div>`,
  });
}

const advertisement =
  '<li class="story"><span class="desk">Advertisement</span><p class="teaser">Umbrellas that pay for themselves.</p></li>';

function listed(article: PublishedArticle, { key, timeZone }: Publisher): string {
  return `<li class="story"><img src="/${key}/pictures/${article.slug}.svg" alt="">
<span class="desk">${escapeMarkup(article.label)}</span> · <span class="when">${dateOn(article, timeZone)}</span>
<h3><a class="headline" href="/${key}/news/${article.slug}?utm_source=latest">${escapeMarkup(article.title)}</a></h3>
<p class="teaser">${escapeMarkup(excerptOf(article))}</p>
<span class="by">${escapeMarkup(article.author)}</span></li>`;
}
