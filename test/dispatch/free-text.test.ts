import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { openConversation } from '../support/conversation.ts';
import { english } from '../../src/texts/english.ts';
import { parseLine } from '../../src/dispatch/parse.ts';

const textOf = (line: string) => {
  const asked = parseLine(line, { commands, texts: english });
  if ('typed' in asked) throw new Error('unknown command');
  return { given: asked.given, text: asked.loose.map(({ raw }) => raw).join(' ') };
};

describe('free text', () => {
  it.each([
    ['/search re: bitcoin', 're: bitcoin'],
    ['/search https://wire.example/a?b=c', 'https://wire.example/a?b=c'],
    ['/search breaking:bitcoin falls', 'breaking:bitcoin falls'],
    ['/search x=y', 'x=y'],
    ['/search "never closed', '"never closed'],
    ['/search بيتكوين: السوق', 'بيتكوين: السوق'],
    ['/search 🚀🚀 10:30', '🚀🚀 10:30'],
    ['/search <b>bold</b>', '<b>bold</b>'],
  ])('%s is all text', (line, text) => {
    expect(textOf(line)).toEqual({ given: {}, text });
  });

  it('stands beside options, before and behind them', () => {
    expect(textOf('/search category:policy re: bitcoin since:7d')).toEqual({
      given: { category: 'policy', since: '7d' },
      text: 're: bitcoin',
    });
  });

  it('takes the last of an option that is given twice', () => {
    expect(textOf('/search rocket category:markets category:policy').given).toEqual({ category: 'policy' });
  });

  it.each([
    ['/search farm snice:7d', 'Did you mean since?'],
    ['/latest from:wire', '/latest has no option “from”.'],
  ])('%s is an option mistyped', async (line, remedy) => {
    const { ask } = await openConversation();
    expect(await ask(line)).toContain(remedy);
  });

  it('finds words behind a colon', async () => {
    const { ask, tell } = await openConversation();
    await tell({ title: 'Re: bitcoin rises' }, { title: 'السوق: بيتكوين يرتفع 🚀' });
    expect(await ask('/search re: bitcoin')).toContain('== 1 story for “re: bitcoin”');
    expect(await ask('/search السوق: بيتكوين')).toContain('#2');
    expect(await ask('/search "bitcoin rises')).toContain('#1');
    expect(await ask('/search 🚀')).toContain('There is no word to look for in that.');
    expect(await ask(`/search ${'word '.repeat(5000)}`)).toContain('“text” is too long');
  });

  it('keeps a pasted list whole, and takes it apart nowhere else', () => {
    const list = '<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example"/></body></opml>';
    expect(textOf(`/sources import sure:yes ${list}`)).toEqual({ given: { sure: 'yes' }, text: list });
    expect(textOf('/search an <opml> list').text).toBe('an <opml> list');
  });
});
