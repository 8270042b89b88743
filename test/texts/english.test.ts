import { describe, expect, it } from 'vitest';
import { everything, plainLook, type Filter, type Look } from '../../src/domain/subscription.ts';
import { english } from '../../src/texts/english.ts';

const { news, options, sources, status, stories, subscriptions } = english;

/** Every fixed sentence, by its place. */
function fixedTexts(texts: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([name, value]: readonly [string, unknown]) => {
    const place = `${path}${name}`;
    if (typeof value === 'string') return [[place, value] as const];
    return typeof value === 'object' && value !== null ? fixedTexts(value, `${place}.`) : [];
  });
}

describe('the fixed texts', () => {
  it.each(fixedTexts(english).filter(([place]) => !place.startsWith('help.access')))(
    '%s is said, without markup',
    (_, text) => {
      expect(text).not.toBe('');
      expect(text).not.toMatch(/<[a-z/]|\*\*|__|\bundefined\b/);
    },
  );

  it.each(fixedTexts(english).filter(([place]) => place.endsWith('Button')))(
    '%s fits a button',
    (_, text) => {
      expect(text.length).toBeLessThanOrEqual(40);
    },
  );
});

describe('a filter in words', () => {
  const names: Readonly<Record<string, string>> = {
    'example-wire': 'Example Wire',
    'ledger-post': 'Ledger Post',
  };
  const say = (parts: Partial<Filter>) =>
    subscriptions.filter({ filter: { ...everything, ...parts }, sourceName: (key) => names[key] ?? key });

  it.each<readonly [Partial<Filter>, string]>([
    [{}, 'all news'],
    [{ categories: ['policy'] }, 'Policy & Regulation'],
    [{ categories: ['policy', 'defi', 'mining'] }, 'Policy & Regulation, DeFi and Mining & Energy'],
    [{ assets: ['BTC'] }, 'all news about BTC'],
    [{ assets: ['BTC', 'ETH'] }, 'all news about BTC or ETH'],
    [{ sources: ['example-wire', 'ledger-post'] }, 'all news from Example Wire or Ledger Post'],
    [{ sources: ['gone'] }, 'all news from gone'],
    [{ include: ['hong kong', 'etf'] }, 'all news with “hong kong” or “etf”'],
    [{ exclude: ['casino'] }, 'all news without “casino”'],
    [{ minSources: 3 }, 'all news once 3 sources report it'],
    [
      { categories: ['tech'], assets: ['SOL'], include: ['outage'], exclude: ['rumour'], minSources: 2 },
      'Technology & Protocols about SOL with “outage” without “rumour” once 2 sources report it',
    ],
  ])('%j is %s', (parts, words) => {
    expect(say(parts)).toBe(words);
  });
});

describe('a look in words', () => {
  const instant = { kind: 'instant' } as const;

  it.each<readonly [string, Partial<Look>, string]>([
    ['plain', {}, ''],
    ['silent', { isSilent: true }, 'silent'],
    ['published', { isPublished: true }, 'published to followers'],
    ['a role', { mention: { role: '7', categories: [] } }, 'mentions a role'],
    [
      'a role for some',
      { mention: { role: '7', categories: ['defi', 'nft'] } },
      'mentions a role for DeFi and NFTs & Gaming',
    ],
    [
      'all of it',
      { isSilent: true, isPublished: true, mention: { role: '7', categories: [] } },
      'silent, published to followers, mentions a role',
    ],
  ])('%s', (_, parts, words) => {
    expect(subscriptions.look({ look: { ...plainLook, ...parts }, cadence: instant })).toBe(words);
  });

  it('tells when a digest comes', () => {
    const cadence = { kind: 'digest', at: '08:30', timeZone: 'Asia/Hong_Kong' } as const;
    expect(subscriptions.look({ look: plainLook, cadence })).toBe('as a digest at 08:30 (Asia/Hong_Kong)');
  });
});

describe('sentences about stories', () => {
  it.each([
    [['Example Wire'], 'Example Wire'],
    [['Example Wire', 'Ledger Post'], 'Example Wire and 1 other'],
    [['Example Wire', 'Ledger Post', 'Node Daily'], 'Example Wire and 2 others'],
    [[], ''],
  ])('%j report it: %s', (names, words) => {
    expect(stories.reportedBy({ sources: names })).toBe(words);
  });

  it.each([
    ['Ann Lee', 'Picture: Ann Lee'],
    ['Photo by Ann on Shutter', 'Photo by Ann on Shutter'],
    ['Image: Harbour', 'Image: Harbour'],
  ])('the credit %s is said as %s', (credit, words) => {
    expect(stories.pictureCredit({ credit })).toBe(words);
  });

  it('tell who reports a story by now', () => {
    expect(stories.updated({ number: 7, title: 'A rule', sources: ['Example Wire', 'Ledger Post'] })).toBe(
      'Story 7 is now told by Example Wire and Ledger Post: A rule',
    );
  });

  it.each([
    [{ category: null, asset: null, source: null }, 'Latest news'],
    [{ category: 'defi', asset: null, source: null }, 'Latest news in DeFi'],
    [{ category: 'defi', asset: 'Solana', source: 'Wire' }, 'Latest news in DeFi about Solana from Wire'],
  ] as const)('%j is headed %s', (wanted, title) => {
    expect(news.latestTitle(wanted)).toBe(title);
  });
});

describe('sentences about the state', () => {
  it.each([
    [{ ok: 0, failing: 0, gone: 0, paused: 0, unread: 0 }, 'no sources'],
    [{ ok: 3, failing: 0, gone: 0, paused: 0, unread: 0 }, 'sources: 3 well'],
    [{ ok: 3, failing: 0, gone: 2, paused: 0, unread: 0 }, 'sources: 3 well and 2 gone for good'],
    [
      { ok: 3, failing: 1, gone: 0, paused: 2, unread: 4 },
      'sources: 3 well, 1 failing, 4 not read yet and 2 paused',
    ],
  ])('%j is %s', (counts, words) => {
    expect(status.sources(counts)).toBe(words);
  });

  it('name the sources that are near', () => {
    const given = { name: 'source', text: 'wir' };
    expect(options.source({ ...given, near: ['wire', 'wired'] })).toContain('Did you mean wire or wired?');
    expect(options.source({ ...given, near: [] })).not.toContain('Did you mean');
  });

  it('tell a reading in an unknown language, and of one article', () => {
    expect(sources.found({ items: 1, language: null })).toBe('It can be read: 1 article. The newest:');
  });
});
