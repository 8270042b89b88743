import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/domain/article.ts';
import { parsePage } from '../../../src/sources/page/parse-page.ts';
import type { PageArticle } from '../../../src/sources/source.ts';

const prose = (about: string): string =>
  `The paragraph about ${about} is long enough to be taken for prose, has a comma, and says one thing after another until it ends.`;
const text = `<p>${prose('the first thing')}</p><p>${prose('the second thing')}</p><p>${prose('the third thing')}</p>`;

function articleIn(html: string, url = 'https://wire.example/a/1'): PageArticle {
  const article = parsePage({ bytes: new TextEncoder().encode(html), url, contentType: null });
  if (article === null) throw new Error('the page has no article');
  return article;
}
const page = (parts: {
  readonly head?: string;
  readonly above?: string;
  readonly body?: string;
}): PageArticle =>
  articleIn(
    `<html lang="en"><head>${parts.head ?? ''}</head><body><main><article><h1>Ledger opens at the port</h1>${parts.above ?? ''}${parts.body ?? text}</article></main></body></html>`,
  );
const script = (article: object): string =>
  `<script type="application/ld+json">${JSON.stringify(article)}</script>`;
const story = { '@type': 'NewsArticle', headline: 'Ledger opens at the port' };

describe('structured data is used', () => {
  test('whole', () => {
    const head = script({
      '@context': 'https://schema.org',
      ...story,
      author: [{ '@type': 'Person', name: 'Ann Lee' }, { name: 'Bo Chan' }],
      datePublished: '2026-03-02T09:00:00+01:00',
      articleSection: ['Markets', 'DeFi'],
      image: { url: '/lead.jpg', creditText: 'Jo Lind' },
    });
    expect(page({ head })).toMatchObject({
      title: 'Ledger opens at the port',
      authors: ['Ann Lee', 'Bo Chan'],
      published: { at: new Date('2026-03-02T08:00:00Z'), precision: 'minute' },
      label: 'Markets',
      picture: { url: 'https://wire.example/lead.jpg', credit: 'Jo Lind' },
    });
  });

  test.each([
    [
      'in a list',
      [
        { '@type': 'Organization', name: 'Wire' },
        { ...story, author: 'Ann Lee' },
      ],
    ],
    ['in a graph', { '@graph': [{ '@type': 'WebPage' }, { ...story, author: { name: 'Ann Lee' } }] }],
    ['with several types', { ...story, '@type': ['Article', 'NewsArticle'], author: [{ name: 'Ann Lee' }] }],
  ])('%s', (_, value) => {
    expect(page({ head: script(value) }).authors).toEqual(['Ann Lee']);
  });

  test.each(['{"@type": "NewsArticle", ', '[[[[[[[[{"@type":"NewsArticle"}]]]]]]]]', 'null', '{"@type": 5}'])(
    'and passed over where it is broken: %s',
    (broken) => {
      expect(page({ head: `<script type="application/ld+json">${broken}</script>` }).title).toBe(
        'Ledger opens at the port',
      );
    },
  );
});

describe('the title', () => {
  test.each([
    ['Ledger opens at the port | Harbour Wire', 'Ledger opens at the port'],
    ['Ledger opens at the port – Harbour Wire', 'Ledger opens at the port'],
    ['Ledger opens &amp; closes - Harbour Wire', 'Ledger opens & closes'],
    ['Bitcoin - the whole story of a coin', 'Bitcoin - the whole story of a coin'],
  ])('"%s" loses the name of the site', (given, expected) => {
    const head = `<title>${given}</title><meta property="og:site_name" content="Harbour Wire">`;
    expect(articleIn(`<html><head>${head}</head><body><div>${text}</div></body></html>`).title).toBe(
      expected,
    );
  });

  test('is the one that is shown, not one for machines alone', () => {
    expect(page({ head: script({ ...story, headline: 'plan of an authority' }) }).title).toBe(
      'Ledger opens at the port',
    );
  });
});

describe('the time is found', () => {
  test.each([
    [
      'in a meta element',
      '<meta property="article:published_time" content="2026-03-02T08:00:00Z">',
      '',
      '2026-03-02T08:00:00.000Z',
    ],
    ['in a time element', '', '<time datetime="2026-03-02T08:00:00Z">now</time>', '2026-03-02T08:00:00.000Z'],
    [
      'in a line of text',
      '',
      '<div>By Ann Lee</div><div>March 2, 2026, 8:00 AM</div>',
      '2026-03-02T08:00:00.000Z',
    ],
  ])('%s', (_, head, above, expected) => {
    expect(page({ head, above }).published?.at.toISOString()).toBe(expected);
  });

  test('and a line without a time of day stays a day', () => {
    expect(page({ above: '<div>Jan 06, 2024</div>' }).published).toEqual({
      at: new Date('2024-01-06T00:00:00Z'),
      precision: 'day',
    });
  });

  test('nowhere, where the page has none', () => {
    expect(page({}).published).toBeNull();
  });
});

describe('authors are found', () => {
  test.each([
    ['<meta name="author" content="Ann Lee and Bo Chan">', '', ['Ann Lee', 'Bo Chan']],
    ['', '<span class="byline">By Ann Lee, March 2, 2026</span>', ['Ann Lee']],
    ['', '<a rel="author" href="/ann">Ann Lee</a>', ['Ann Lee']],
    ['<meta property="article:author" content="https://social.example/ann">', '', []],
  ])('%s%s', (head, above, expected) => {
    expect(page({ head, above }).authors).toEqual(expected);
  });
});

describe('what is not the article stays out of its text', () => {
  test.each([
    ['a share bar', '<div class="share-bar">Share this <a href="#">Tweet</a></div>'],
    ['a newsletter box', '<div class="newsletter-signup">Get the best stories in your inbox.</div>'],
    ['an advert', '<div class="ad-slot">Buy a boat.</div>'],
    [
      'a caption with a credit',
      '<figure><img src="/p.jpg"><figcaption>Photo by Jo Lind on Pexels</figcaption></figure>',
    ],
    ['a credit in a paragraph', '<p>Photo by Jo Lind on Pexels</p>'],
    ['a credit with a colon', '<p>Image credit: Jo Lind / Pexels</p>'],
    ['a heading over links', '<h3>Related articles</h3><ul><li><a href="/2">Port closes again</a></li></ul>'],
    ['an invitation', '<p>Read also: Port closes again</p>'],
    ['leftovers', '<div>Loading...</div><span>news</span>'],
    ['a script', '<script>document.write("Buy a boat.")</script>'],
    ['a comment list', '<div id="comments"><p>Nice boat, I say, and so do all of my friends.</p></div>'],
  ])('%s', (_, inside) => {
    const { blocks } = page({ body: `${text.replace('</p><p>', `</p>${inside}<p>`)}${inside}` });
    expect(plainText(blocks)).toBe(
      [prose('the first thing'), prose('the second thing'), prose('the third thing')].join('\n\n'),
    );
  });

  test('but a paragraph with a link in it stays, also under a line that looks like a title', () => {
    const linked = `<p>${prose('a thing with')} <a href="/2">a link</a></p>`;
    expect(plainText(page({ body: `${text}<p><strong>Read more</strong></p>${linked}` }).blocks)).toContain(
      prose('a thing with'),
    );
  });

  test('and a page that is called like clutter is still the page', () => {
    const html = `<html><body><div class="comments related share"><h1>Ledger opens</h1>${text}</div></body></html>`;
    expect(plainText(articleIn(html).blocks)).toContain(prose('the second thing'));
  });
});

test('the canonical address is taken, but never a mere front page', () => {
  expect(page({ head: '<link rel="canonical" href="/a/one">' }).url).toBe('https://wire.example/a/one');
  expect(page({ head: '<link rel="canonical" href="https://wire.example/">' }).url).toBe(
    'https://wire.example/a/1',
  );
});

test('the lead is the first paragraph, or the description where there is no text', () => {
  expect(page({}).lead).toBe(prose('the first thing'));
  expect(page({ head: '<meta name="description" content="A plan.">', body: '' }).lead).toBe('A plan.');
});

describe('the dates of other articles', () => {
  test.each([
    [
      'in a card that is a link',
      '<a href="/b"><time datetime="2024-01-06">Jan 06, 2024</time> Another ledger opens at another port</a>',
    ],
    [
      'in a list of articles',
      '<ul><li><time datetime="2024-01-06">Jan 06, 2024</time> Another ledger opens at another port</li></ul>',
    ],
    [
      'below "More to read"',
      '<section class="more-to-read"><time>Jan 06, 2024</time><p>Another</p></section>',
    ],
    ['in an aside', '<aside><time>Jan 06, 2024</time></aside>'],
  ])('%s are not taken for its own', (_, below) => {
    expect(page({ body: text + below }).published).toBeNull();
  });

  test('do not hide a date in a list of facts', () => {
    const above = '<ul><li>Wire</li><li><time datetime="2026-03-02T08:00Z">2 March</time></li></ul>';
    expect(page({ above }).published?.at).toEqual(new Date('2026-03-02T08:00Z'));
  });

  test('do not hide a date around the headline', () => {
    const html = `<div class="more-news"><h1>Ledger opens at the port</h1><time datetime="2026-03-02T08:00Z"></time>${text}</div>`;
    expect(articleIn(`<html><body>${html}</body></html>`).published?.at).toEqual(
      new Date('2026-03-02T08:00Z'),
    );
  });
});
