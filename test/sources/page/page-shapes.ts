/** Pages of the shapes that publishers' systems give them, each with the text that its readers would call the article. */

export interface PageShape {
  readonly name: string;
  readonly html: string;
  /** The article's text, a block a line; items of a list begin with a star. */
  readonly text: readonly string[];
}

/** Paragraphs of an article in English, all different. */
const story = [
  'The harbour authority said on Monday that it will put every bill of lading on a shared ledger before the end of the year, after a trial with four carriers.',
  'Nothing was lost in the trial, according to the report, and the average container left the quay eleven hours earlier than it did the year before.',
  '“We did not believe it ourselves,” said Mara Quill, who runs the northern terminal, “until the third week had passed without a single phone call about a missing paper.”',
  'Forwarders are less sure. Two of the larger ones pointed out that the trial left out refrigerated goods, where most of the disputes about papers begin.',
  'The authority answers that cold freight will follow in spring, once the sensors in the boxes can sign what they measure without anybody touching them.',
  'Insurers have asked for a copy of the register, and for the right to stop a transfer when a ship is reported overdue, which the carriers reject.',
  'A decision on that question is expected at the meeting of the port council in March, where the fishermen’s cooperative also has a vote this time.',
  'Until then paper and ledger will be kept side by side, which costs about nine people their quiet afternoons, as one clerk put it with a smile.',
] as const;
const inParagraphs = (texts: readonly string[]): string => texts.map((one) => `<p>${one}</p>`).join('\n');
const [one, two, three, four, five, six] = story;
const document = (head: string, body: string, language = 'en'): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Harbour puts its papers on a ledger | Tideline</title>${head}</head><body>${body}</body></html>`;
const title = 'Harbour puts its papers on a ledger';
const teaser = (about: string): string =>
  `<article class="card"><a href="/news/${about}"><img src="/i/${about}.jpg" alt=""><h3>The ${about} of the week in three charts</h3></a><p>What the ${about} did this week, and why two analysts of it disagree with each other about everything but the weather.</p><time>3 May 2026</time></article>`;
const megaMenu = `<header class="site-header"><nav><ul>${[
  'World',
  'Markets',
  'Ships',
  'Weather',
  'Opinion',
  'Sport',
  'Letters',
  'Archive',
]
  .map(
    (label) =>
      `<li><a href="/${label}">${label}</a><div class="flyout"><p>The best of ${label}, picked by our editors every morning, with all that matters and a little more.</p>${teaser(label)}</div></li>`,
  )
  .join('')}</ul></nav></header>`;

export const shapes: readonly PageShape[] = [
  {
    name: 'a news agency: section labels, byline and captions between the paragraphs',
    html: document(
      '',
      `${megaMenu}<main><div class="article-header"><span class="kicker">Shipping</span><h1>${title}</h1><p class="standfirst">${one}</p>
<div class="article-byline">By <a href="/a/1">Ann Lee</a> and <a href="/a/2">Bo Chan</a></div><div class="dateline-wrap"><time datetime="2026-05-04T08:00Z">May 4, 2026 8:00 AM</time></div></div>
<div class="article-body"><figure><img src="/1.jpg"><div class="image-caption">Ships wait off the northern terminal, May 3. Reuters Pictures/Jo Lind</div></figure>
${inParagraphs([two, three])}<div class="inline-related"><h4>More on this story</h4><a href="/x">Carriers quarrel about paper</a></div>${inParagraphs([four, five])}
<p class="interstitial-link"><a href="/news/2">[Read: The terminal that never sleeps]</a></p>${inParagraphs([six])}
<p class="article-credit">Reporting by Ann Lee; Editing by Cy Dow</p></div>
<div class="article-tags"><a href="/t/1">Ships</a><a href="/t/2">Ledgers</a></div></main><section class="latest">${teaser('copper')}${teaser('rye')}${teaser('tide')}</section>`,
    ),
    text: [one, two, three, four, five, six],
  },
  {
    name: 'a blog: sharing, author box, newer and older posts, many comments',
    html: document(
      '',
      `<div id="page"><div id="primary"><article class="post-17 post type-post category-ships tag-newsletter hentry"><header class="entry-header"><h1 class="entry-title">${title}</h1>
<div class="entry-meta"><span class="posted-on">Posted on <a href="/2026/05"><time class="entry-date published" datetime="2026-05-04">May 4, 2026</time></a></span> <span class="byline">by <a href="/author/ann">Ann Lee</a></span></div></header>
<div class="entry-content">${inParagraphs([one, two])}<div class="wp-caption"><img src="/1.jpg"><p class="wp-caption-text">The northern terminal at dusk</p></div>
<h2>What was left out</h2>${inParagraphs([three, four])}<ul><li>Cold freight</li><li>Live animals</li><li>Anything with a motor</li></ul>${inParagraphs([five])}
<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li><a href="#">Mail</a></li><li><a href="#">Print</a></li></ul></div><div class="jp-relatedposts"><h3>Related</h3><a href="/p/2">Paper, a love story</a></div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">Ships</a></span></footer></article>
<div class="author-box"><h4>Ann Lee</h4><p>Ann Lee writes about ships from a small house near the water, with two dogs and a telescope that she does not use.</p></div>
<nav class="post-navigation"><a href="/p/1">← Older</a><a href="/p/3">Newer →</a></nav>
<div id="comments" class="comments-area"><h2>37 thoughts on “${title}”</h2><ol class="comment-list">${Array.from({ length: 37 }, (_, index) => `<li class="comment"><div class="comment-author">Reader ${index}</div><p>I have worked on that quay for ${index + 2} years, and I can tell you that no ledger ever carried a box, whatever the authority says in its reports.</p></li>`).join('')}</ol></div></div></div>`,
    ),
    text: [
      one,
      two,
      'What was left out',
      three,
      four,
      '* Cold freight',
      '* Live animals',
      '* Anything with a motor',
      five,
    ],
  },
  {
    name: 'a builder of pages: every paragraph in a box of its own',
    html: document(
      '',
      `<div class="et_pb_section"><div class="et_pb_row"><h1>${title}</h1></div></div><div class="builder">${story
        .slice(0, 6)
        .map(
          (text, index) =>
            `<section class="row-${index}"><div class="col"><div class="module text_${index}"><div class="inner"><p>${text}</p></div></div></div></section>${index === 2 ? '<section class="row-ad"><div class="ad-slot">Advertisement</div></section>' : ''}`,
        )
        .join('')}</div>`,
    ),
    text: story.slice(0, 6),
  },
  {
    name: 'a page of 2003: tables, fonts and line breaks',
    html: `<html><head><title>${title}</title></head><body bgcolor="#ffffff"><table width="760"><tr><td width="140" valign="top"><a href="/">Home</a><br><a href="/n">News</a><br><a href="/l">Links</a></td>
<td valign="top"><font size="4"><b>${title}</b></font><br><br><font face="Arial">${[one, two, three, four].join('<br><br>\n')}</font></td></tr></table><center><font size="1">Copyright 2003 Tideline</font></center></body></html>`,
    text: [one, two, three, four],
  },
  {
    name: 'an interview: questions in bold, answers in plain',
    html: document(
      '',
      `<main><article><h1>${title}</h1><div class="story-text"><p>${one}</p><p><strong>Why a ledger?</strong></p><p>${two}</p><p><strong>And the forwarders?</strong></p><p>Not yet.</p><p><strong>Since when?</strong></p><p>${four}</p><p><strong>Will it last?</strong></p><p>${five}</p></div></article></main>`,
    ),
    text: [
      one,
      'Why a ledger?',
      two,
      'And the forwarders?',
      'Not yet.',
      'Since when?',
      four,
      'Will it last?',
      five,
    ],
  },
  {
    name: 'a short item on a page full of others',
    html: document(
      '',
      `<div class="layout"><div class="story"><h1>${title}</h1><div class="story-body"><p>${two}</p></div></div><div class="river">${['copper', 'rye', 'tide', 'wool', 'coal'].map(teaser).join('')}</div></div>`,
    ),
    text: [two],
  },
];
