/** Pages of the shapes that most publishers give them. */
import { document, inParagraphs, megaMenu, story, teaser, title, type PageShape } from './page-shape.ts';

const [one, two, three, four, five, six] = story;

export const usualShapes: readonly PageShape[] = [
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
