import { stampOf } from './dates.ts';
import type { Edition, PublishedArticle } from './edition.ts';
import { articleParts, escapeMarkup, linkTo } from './markup.ts';
import { excerptOf } from './sample-article.ts';
import { htmlDocument, type ServedDocument } from './served-document.ts';

/** A large publisher's page: JSON-LD and OpenGraph for machines, and boxes of all sorts around and in the text. */
export function renderStructuredPage(article: PublishedArticle, edition: Edition): ServedDocument {
  const { publisher, articles } = edition;
  const others = articles.filter((other) => other.slug !== article.slug);
  const [opening = '', ...rest] = articleParts(article);
  return htmlDocument({
    title: `${escapeMarkup(article.title)} | ${publisher.name}`,
    head: headOf(article, edition),
    body: `${above(edition)}
<main>
<article>
<nav class="breadcrumbs"><a href="${edition.home}">Home</a> › ${escapeMarkup(article.label)}</nav>
<h1>${escapeMarkup(article.title)}</h1>
<div class="byline">By <a rel="author" href="${edition.home}">${escapeMarkup(article.author)}</a></div>
<ul class="share-bar"><li><a href="#x">Share on X</a></li><li><a href="#mail">E-mail</a></li><li><button>Copy link</button></li></ul>
<figure class="lead-picture"><img src="${article.pictureUrl}" alt=""><figcaption>${escapeMarkup(article.credit)}</figcaption></figure>
<div class="article-body">
${opening}
${relatedBox(others.slice(0, 2))}
${rest.join('\n')}
<div class="newsletter-box"><h3>Square at Seven</h3><p>The five stories that matter, in your inbox before the market opens.</p><form><input type="email" placeholder="Your address"><button>Sign up</button></form></div>
</div>
<div class="author-bio"><p>${escapeMarkup(article.author)} writes for ${publisher.name} and keeps bees.</p></div>
</article>
<section class="recommended"><h2>Recommended for you</h2>
${others.slice(2, 5).map(card).join('\n')}
</section>
</main>
<footer><p>© ${publisher.name}. Nothing here is advice on what to buy.</p><a href="${edition.home}">Imprint</a></footer>`,
  });
}

function headOf(article: PublishedArticle, { publisher, home }: Edition): string {
  const described = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebSite', name: publisher.name, url: home },
      {
        '@type': 'NewsArticle',
        headline: article.title,
        mainEntityOfPage: { '@type': 'WebPage', '@id': article.url },
        datePublished: stampOf(article),
        articleSection: article.label,
        author: [{ '@type': 'Person', name: article.author }],
        image: { '@type': 'ImageObject', url: article.pictureUrl, creditText: article.credit },
        publisher: { '@type': 'Organization', name: publisher.name },
      },
    ],
  };
  const script = JSON.stringify(described).replaceAll('<', '\\u003c');
  return `<link rel="canonical" href="${article.url}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${publisher.name}">
<meta property="og:title" content="${escapeMarkup(article.title)}">
<meta property="og:description" content="${escapeMarkup(excerptOf(article))}">
<meta property="og:image" content="${article.pictureUrl}">
<script type="application/ld+json">${script}</script>
`;
}

function above({ publisher, home }: Edition): string {
  return `<div class="cookie-banner" role="dialog"><p>We and our 214 partners use cookies. You may refuse all of them, one by one.</p><button>Accept all</button></div>
<header><a href="${home}">${publisher.name}</a><nav><a href="${home}">News</a> <a href="${home}">Prices</a></nav><div class="price-ticker">BTC +0.4% ETH −0.2% SOL +1.1%</div></header>`;
}

function relatedBox(articles: readonly PublishedArticle[]): string {
  const items = articles.map((article) => `<li>${linkTo(article)}</li>`).join('');
  return `<aside class="related-box"><h4>Read also</h4><ul>${items}</ul></aside>`;
}

function card(article: PublishedArticle): string {
  return `<div class="teaser"><h3>${linkTo(article)}</h3><p>${escapeMarkup(excerptOf(article))}</p></div>`;
}
