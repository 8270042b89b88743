import { describe, expect, test } from 'vitest';
import { leadsAway } from '../../../src/sources/page/leads-away.ts';
import { isPart, treeOf, type Part } from '../../../src/sources/page/page-tree.ts';
import { staysOnSite } from '../../../src/sources/page/own-site.ts';

const page = 'https://www.wire.example/news/1';

function firstPart(html: string): Part {
  const part = treeOf(html, '').children.find(isPart);
  if (part === undefined) throw new Error('there is no element');
  return part;
}

describe('a line leads away', () => {
  test.each([
    '<p><a href="/news/2">The terminal that never sleeps</a></p>',
    '<p>[<a href="https://wire.example/2">Read: The terminal that never sleeps</a>]</p>',
    '<p>See also: <a href="/news/2">The terminal that never sleeps</a></p>',
    '<p>Lire aussi : <a href="/news/2">Les armateurs se disputent le papier</a></p>',
    '<p>关联阅读：<a href="/news/2">船公司为单据争吵不休已经三年</a></p>',
    '<ul><li><a href="/2">Carriers quarrel</a></li><li><a href="/3">Forwarders doubt</a></li></ul>',
    '<table><tr><td><a href="/">Home</a> <a href="/n">News</a> <a href="/l">Links</a></td></tr></table>',
  ])('%s', (html) => {
    expect(leadsAway(firstPart(html), page)).toBe(true);
  });
});

describe('a line stays', () => {
  test.each([
    [
      'with a link to another site alone',
      '<p><a href="https://port.example/report.pdf">The report itself</a></p>',
    ],
    [
      'with a link in its prose',
      '<p>The terminal, of which <a href="/2">we wrote</a>, never sleeps at all.</p>',
    ],
    ['without links', '<p>See also: nothing.</p>'],
    ['as a heading', '<h2><a href="/news/2">The terminal that never sleeps</a></h2>'],
    [
      'with a link after a sentence',
      '<p>He said it twice, and then once more: <a href="/2">never again</a></p>',
    ],
    ['with an address to write to', '<p><a href="mailto:ann@wire.example">ann@wire.example</a></p>'],
  ])('%s', (_, html) => {
    expect(leadsAway(firstPart(html), page)).toBe(false);
  });
});

test.each([
  ['/a', true],
  ['a.html', true],
  ['#note', true],
  ['//m.wire.example/a', true],
  ['https://wire.example/a', true],
  ['https://other.example/a', false],
  ['mailto:ann@wire.example', false],
  ['tel:1', false],
])('%s stays on the site: %s', (link, stays) => {
  expect(staysOnSite(link, page)).toBe(stays);
});
