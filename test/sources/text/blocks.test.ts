import { describe, expect, test } from 'vitest';
import { blocksOfHtml, lineOf } from '../../../src/sources/text/blocks.ts';

/** Headings with #, list items with -, paragraphs bare. */
const shown = (html: string): readonly string[] =>
  blocksOfHtml(html).flatMap((block) => {
    if (block.kind === 'list') return [block.items.map((item) => `- ${item}`).join(' ')];
    return [block.kind === 'heading' ? `# ${block.text}` : block.text];
  });

describe('markup becomes blocks', () => {
  test.each([
    ['plain text', ['plain text']],
    ['<p>One.</p><p>Two.</p>', ['One.', 'Two.']],
    ['<p>One.<p>Two.', ['One.', 'Two.']],
    ['One.<br><br>Two.<br/>Three.', ['One.', 'Two. Three.']],
    ['One.<br> <br> <br>Two.', ['One.', 'Two.']],
    ['<h2>Why</h2>Because.', ['# Why', 'Because.']],
    ['<h2></h2><p>&nbsp;</p><p>One.</p>', ['One.']],
    ['<ul><li>one</li><li>two <b>bold</b></li></ul>', ['- one - two bold']],
    ['<ul><li><p>one</p></li><li>two<ul><li>deep</li></ul></li></ul>', ['- one - two - deep']],
    ['<ol><li>one</ol>after', ['- one', 'after']],
    ['<ul></ul><p>One.</p>', ['One.']],
    ['<div>a<div>b</div>c</div>', ['a', 'b', 'c']],
    ['<b>bo</b>ld and <i>so</i>', ['bold and so']],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', ['a b', 'c']],
    ['<blockquote><p>Said.</p></blockquote>', ['Said.']],
    ['<p>AT&amp;T &lt;3 &hellip; &#8220;x&#8221;</p>', ['AT&T <3 … “x”']],
    ['soft\u00adhyphen zero\u200bwidth\u00a0space', ['softhyphen zerowidth space']],
    ['<script>x()</script><style>p{}</style><p>One.</p><iframe>no</iframe>', ['One.']],
    ['<p hidden>no</p><p>One.</p>', ['One.']],
    ['<figure><img src="a.jpg"><figcaption>A boat</figcaption></figure>', ['A boat']],
    ['</p></div>One.', ['One.']],
    ['', []],
  ])('%s', (html, expected) => {
    expect(shown(html)).toEqual(expected);
  });
});

test('as one line, blocks are set apart by a space', () => {
  expect(lineOf(blocksOfHtml('<h2>Why</h2><p>Because.</p><ul><li>one</li><li>two</li></ul>'))).toBe(
    'Why Because. one two',
  );
});

test('depth without end does not break it', () => {
  expect(shown(`<p>One.</p>${'<div>'.repeat(100_000)}`)).toEqual(['One.']);
});
