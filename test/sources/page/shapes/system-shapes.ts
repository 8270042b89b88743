/** Pages of the shapes that one publishing system or another gives them. */
import { document, inParagraphs, megaMenu, story, teaser, title, type PageShape } from './page-shape.ts';

const [one, two, three, four, five, six, seven, eight] = story;
const whole = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: title };
const script = (told: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ ...whole, ...told })}</script>`;

export const systemShapes: readonly PageShape[] = [
  {
    name: 'a platform of essays: claps, reading time and a follow button around sections',
    html: document(
      '<meta name="author" content="Ann Lee">',
      `<div id="root"><div class="a b"><nav class="c"><a href="/">Home</a></nav><article><section class="d e"><h1 class="f">${title}</h1><h2 class="pw-subtitle-paragraph">A port learns to sign.</h2>
<div class="g"><a href="/@ann">Ann Lee</a><span>·</span><button>Follow</button><div><span>7 min read</span><span>May 4, 2026</span></div></div>
<p class="h">${one}</p><p class="h">${two}</p><blockquote class="i"><p>${three}</p></blockquote></section><section class="d e"><h3 class="j">What was left out</h3><p class="h">${four}</p><figure class="k"><img src="/1"><figcaption>Photo by Jo Lind on Pexels</figcaption></figure><p class="h">${five}</p></section></article>
<div class="l"><div><a href="/tag/ships">Ships</a></div><div><a href="/tag/ledgers">Ledgers</a></div></div><div class="m"><button>Clap</button><span>312</span></div>
<div class="n"><h2>Written by Ann Lee</h2><span>1.2K Followers</span><p>Writes about ships and the people who wait for them, mostly on Sundays.</p></div><div class="o"><h2>More from Ann Lee</h2>${teaser('copper')}${teaser('rye')}${teaser('tide')}</div></div></div>`,
    ),
    text: ['A port learns to sign.', one, two, three, 'What was left out', four, five],
  },
  {
    name: 'a newsletter on the web: boxes to subscribe among the paragraphs',
    html: document(
      '',
      `<main class="main"><article class="newsletter-post post"><div class="post-header"><h1 class="post-title">${title}</h1><h3 class="subtitle">${six}</h3><div class="byline-wrapper"><a href="/ann">Ann Lee</a><div>May 04, 2026</div></div></div>
<div class="available-content"><div class="body markup"><p>${one}</p><p>${two}</p><div class="subscription-widget-wrap"><div class="preamble"><p>Tideline is a publication of its readers. To get new posts and to keep us afloat, become a subscriber.</p></div><form><input type="email"><button>Subscribe</button></form></div><p>${three}</p><p>${four}</p><div class="captioned-button-wrap"><p>Thank you for reading. This post is public, so feel free to share it.</p><a class="button primary" href="/share">Share</a></div><p>${five}</p></div></div>
<div class="post-footer"><div class="like-button-container">14 likes</div></div></article><div id="discussion" class="comments-page"><h4>Discussion about this post</h4><div class="comment"><p>I would rather read it on paper, but thank you all the same for writing about it.</p></div></div></main>`,
    ),
    text: [six, one, two, three, four, five],
  },
  {
    name: 'a content system with fields: body, tags and a list of links each in a field',
    html: document(
      '',
      `<div class="layout-content"><article class="node node--type-article"><h1 class="page-title"><span>${title}</span></h1><div class="node__meta"><span class="field--name-uid">Ann Lee</span> Mon, 05/04/2026 - 08:00</div><div class="node__content"><div class="clearfix text-formatted field field--name-body field--type-text-with-summary"><div class="field__item">${inParagraphs([one, two])}<h3>What was left out</h3>${inParagraphs([three, four])}</div></div>
<div class="field field--name-field-tags field--label-above"><div class="field__label">Tags</div><div class="field__items"><div class="field__item"><a href="/t/1">Ships</a></div><div class="field__item"><a href="/t/2">Ledgers</a></div></div></div><div class="field field--name-field-related"><div class="field__label">Related</div><div class="field__items"><div class="field__item"><a href="/n/4">Carriers quarrel about paper again</a></div></div></div></div></article></div>`,
    ),
    text: [one, two, 'What was left out', three, four],
  },
  {
    name: 'an accelerated page: sidebar, consent and share elements of its own kind',
    html: `<!doctype html><html amp lang="en"><head><title>${title}</title></head><body><amp-sidebar id="menu"><ul><li><a href="/">Home</a></li><li><a href="/m">Markets</a></li></ul></amp-sidebar><amp-consent id="c"><div id="consent-ui"><p>We and our 812 partners store a thing or two on your device, and you may say no to some of them.</p><button>Accept</button></div></amp-consent>
<header><a href="/">Tideline</a></header><main><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">${title}</h1><div class="amp-wp-meta amp-wp-byline">Ann Lee</div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="2026-05-04">1 day ago</time></div></header><div class="amp-wp-article-content">${inParagraphs([one, two])}<amp-ad type="x"><div placeholder>Advertisement</div></amp-ad>${inParagraphs([three])}<amp-img src="/1.jpg"></amp-img>${inParagraphs([four])}</div><footer><div class="amp-wp-meta amp-wp-tax-category">Categories: <a href="/c">Ships</a></div></footer></article><amp-social-share type="email"></amp-social-share></main></body></html>`,
    text: [one, two, three, four],
  },
  {
    name: 'an application: the text is told to machines alone',
    html: document(
      script({ articleBody: [one, two, three, four].join('\n\n') }),
      `<div id="__next"><div class="skeleton"><h1>${title}</h1><p>Loading…</p></div></div><script id="__NEXT_DATA__" type="application/json">{"props":{}}</script>`,
    ),
    text: [one, two, three, four],
  },
  {
    name: 'names without sense: what the machines are told shows what is not the text',
    html: document(
      script({ articleBody: [one, two, three, four, five].join(' ') }),
      `<div class="x1"><div class="x2"><h1 class="x3">${title}</h1><div class="x4">The port and its clerks in nine pictures</div><p class="x5">${one}</p><p class="x5">${two}</p><p class="x5">Those who liked this also liked our guide to knots</p><p class="x5">${three}</p><p class="x5">${four}</p><p class="x5">${five}</p><p class="x5">Tideline is read by the people who make the ships go, and by their families, in forty ports from here to the far end of the world.</p></div></div>`,
    ),
    text: [one, two, three, four, five],
  },
  {
    name: 'a broken promise: what the machines are told is cut short',
    html: document(
      script({ articleBody: `${one} ${two.slice(0, 60)}…` }),
      `<main><article><h1>${title}</h1>${inParagraphs(story)}</article></main>`,
    ),
    text: story,
  },
  {
    name: 'elements of the publisher’s own making',
    html: document(
      '',
      `${megaMenu}<tl-page><tl-article><tl-headline>${title}</tl-headline>${[one, two, three, four, five].map((text) => `<tl-paragraph>${text}</tl-paragraph>`).join('')}</tl-article></tl-page>`,
    ),
    text: [one, two, three, four, five],
  },
  {
    name: 'paragraphs that are blocks without a name',
    html: document(
      '',
      `<div class="wrap"><h1>${title}</h1><div class="txt">${[one, two, three, four].map((text) => `<div><span>${text}</span></div>`).join('')}</div><div class="foot"><a href="/a">About</a> <a href="/b">Terms</a></div></div>`,
    ),
    text: [one, two, three, four],
  },
  {
    name: 'a live report: entries under their times',
    html: document(
      '',
      `<main><h1>${title}</h1><div class="live-blog">${story.map((text, index) => `<article class="live-entry" id="e${index}"><h2>Entry number ${index + 1} of the day</h2><p>${text}</p></article>`).join('')}</div></main>`,
    ),
    text: story.flatMap((text, index) => [`Entry number ${index + 1} of the day`, text]),
  },
  {
    name: 'a list of things, each with a button to buy it',
    html: document(
      '',
      `<main><article><h1>${title}</h1><p>${one}</p>${[two, three, four].map((text, index) => `<h2>${index + 1}. A thing for the quay</h2><p>${text}</p><ul><li>Weighs nothing</li><li>Floats, mostly</li></ul><a class="buy-button btn" href="https://shop.example/${index}">Buy now</a>`).join('')}</article></main>`,
    ),
    text: [
      one,
      ...[two, three, four].flatMap((text, index) => [
        `${index + 1}. A thing for the quay`,
        text,
        '* Weighs nothing',
        '* Floats, mostly',
      ]),
    ],
  },
  {
    name: 'a press release with its place, its boilerplate and its contacts',
    html: document(
      '',
      `<main><article class="news-release"><header><h1>${title}</h1><a href="/n">News provided by Quill Harbour</a><p class="mb-no">04 May, 2026, 08:00 ET</p></header><section class="release-body container"><p><span class="xn-location">PORT QUILL</span>, <span class="xn-chron">May 4, 2026</span> /Tidewire/ -- ${one}</p>${inParagraphs([two, three])}<p><b>About Quill Harbour</b></p><p>${eight}</p></section></article></main>`,
    ),
    text: [`PORT QUILL, May 4, 2026 /Tidewire/ -- ${one}`, two, three, 'About Quill Harbour', eight],
  },
  {
    name: 'a page where readers talk far longer than the author',
    html: document(
      '',
      `<div class="content"><div class="post"><h1>${title}</h1>${inParagraphs([one, two, three])}</div><div class="comments"><h3>Comments</h3>${Array.from({ length: 60 }, (_, index) => `<div class="comment"><b>Reader ${index}</b><p>${story[index % 8]?.replace('the', `the reader ${index} says the`) ?? ''} And besides, nobody asked us, which I find the most telling thing of all.</p></div>`).join('')}</div></div>`,
    ),
    text: [one, two, three],
  },
  {
    name: 'a wall behind the second paragraph',
    html: document(
      script({ isAccessibleForFree: false }),
      `<main><article><h1>${title}</h1><div class="article-text">${inParagraphs([one, two])}</div><div class="paywall-box"><h2>Read on with Tideline Plus</h2><p>Already a subscriber? Log in. Or try four weeks for one coin, and cancel whenever you like, even on Sundays.</p><button>Subscribe</button></div></article></main>`,
    ),
    text: [one, two],
  },
  {
    name: 'a gallery above the text, with a caption to every picture',
    html: document(
      '',
      `<main><article><h1>${title}</h1><div class="photo-gallery"><ul class="slides">${[1, 2, 3, 4].map((index) => `<li class="slide"><img src="/${index}.jpg"><p>Picture ${index} of the quay on a morning when nobody came, taken from the roof of the old customs house.</p><span>${index} / 4</span></li>`).join('')}</ul></div><div class="article-text">${inParagraphs([one, two, three, four])}</div></article></main>`,
    ),
    text: [one, two, three, four],
  },
  {
    name: 'a lead in another column than the text',
    html: document(
      '',
      `<div class="hero"><div class="hero-text"><h1>${title}</h1><p class="article-lead">${seven}</p></div><img src="/1.jpg"></div><div class="columns"><div class="side"><a href="/x">Most read</a></div><div class="main-column">${inParagraphs([one, two, three, four, five])}</div></div>`,
    ),
    text: [seven, one, two, three, four, five],
  },
  {
    name: 'a text cut in pieces by advertisements',
    html: document(
      '',
      `<div class="flex"><h1>${title}</h1><div class="piece"><p>${one}</p><p>${two}</p></div><div class="gpt-slot"><p>Advertisement</p></div><div class="piece"><p>${three}</p></div><div class="gpt-slot"><p>Advertisement</p></div><div class="piece"><p>${four}</p><p>${five}</p></div><div class="gpt-slot"><p>Advertisement</p></div><div class="piece"><p>${six}</p></div></div>`,
    ),
    text: [one, two, three, four, five, six],
  },
  {
    name: 'a developer’s post with listings and a table',
    html: document(
      '',
      `<main><article class="post"><h1>${title}</h1>${inParagraphs([one])}<pre><code>ledger open --port 7\nledger sign box-12</code></pre>${inParagraphs([two])}<table><thead><tr><th>Box</th><th>Hours</th></tr></thead><tbody><tr><td>Dry</td><td>11</td></tr><tr><td>Cold</td><td>19</td></tr></tbody></table>${inParagraphs([three])}</article></main>`,
    ),
    text: [one, 'ledger open --port 7 ledger sign box-12', two, 'Box Hours', 'Dry 11', 'Cold 19', three],
  },
  {
    name: 'questions and answers as a list of terms',
    html: document(
      '',
      `<main><article><h1>${title}</h1><p>${one}</p><dl><dt>Who signs?</dt><dd>${two}</dd><dt>Who pays?</dt><dd>${four}</dd></dl><p>${five}</p></article></main>`,
    ),
    text: [one, 'Who signs?', two, 'Who pays?', four, five],
  },
  {
    name: 'paragraphs full of links to the same site',
    html: document(
      '',
      `<main><div class="entry"><h1>${title}</h1>${story
        .slice(0, 5)
        .map(
          (text) =>
            `<p>${text.replace(/(\w+ \w+ \w+ \w+) /, '<a href="/topics/1">$1</a> ').replace(/, (\w+ \w+ \w+ \w+)/, ', <a href="/topics/2">$1</a>')}</p>`,
        )
        .join('')}</div></main>`,
    ),
    text: story.slice(0, 5),
  },
];
