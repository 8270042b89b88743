import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/domain/analyzer.ts';
import type { Channel } from '../../src/domain/channel.ts';
import type { Story } from '../../src/domain/story.ts';
import { everything, type Filter, type Subscription } from '../../src/domain/subscription.ts';
import { mismatch, type Mismatch } from '../../src/routing/match.ts';
import { aReport, aStory } from '../support/stories.ts';
import { aChannel, aSubscription } from '../support/subscriptions.ts';

interface Case {
  readonly says: string;
  readonly story?: Partial<Story>;
  readonly subscription?: Partial<Subscription>;
  readonly filter?: Partial<Filter>;
  readonly channel?: Partial<Channel>;
}

function why({ story = {}, subscription = {}, filter = {}, channel = {} }: Case): Mismatch | null {
  const told = aStory(story);
  const tokens = { title: analyze(told.title), text: analyze(`${told.lead} Settlement runs on Ethereum.`) };
  const subscribed = aSubscription({ filter: { ...everything, ...filter }, ...subscription });
  return mismatch({ story: told, tokens }, { subscription: subscribed, channel: aChannel(channel) });
}

const liveSince = new Date('2026-03-02T08:20:00Z');
const wireAndPost = [aReport('Example Wire'), aReport('Example Post')];

describe('a subscription gets', () => {
  test.each<Case>([
    { says: 'everything when it asks for nothing in particular' },
    { says: 'a story of one of its categories', filter: { categories: ['defi', 'markets'] } },
    { says: 'a story with one of its assets', filter: { assets: ['BTC', 'ETH'] } },
    { says: 'a story that one of its sources reports', filter: { sources: ['example-wire', 'other'] } },
    {
      says: 'a story that one of its sources reports later',
      story: { reports: wireAndPost },
      filter: { sources: ['example-post'] },
    },
    { says: 'a story with one of its words', filter: { include: ['lawsuit', 'tokenized'] } },
    { says: 'a story with its phrase, whatever the case', filter: { include: ['"Harbour Exchange"'] } },
    { says: 'a story with its word in the text', filter: { include: ['settlement'] } },
    { says: 'a story without its excluded words', filter: { exclude: ['lawsuit'] } },
    { says: 'a story with enough sources', story: { reports: wireAndPost }, filter: { minSources: 2 } },
    { says: 'a story live at the moment it began', subscription: { since: liveSince } },
    {
      says: 'a story of its own server',
      story: { scope: 'discord:5' },
      channel: { platform: 'discord', scope: 'discord:5' },
    },
  ])('$says', (given) => {
    expect(why(given)).toBeNull();
  });
});

describe('a subscription does not get', () => {
  test.each<Case & { readonly reason: Mismatch }>([
    { says: 'a story of another category', filter: { categories: ['defi'] }, reason: 'filtered' },
    { says: 'a story without its assets', filter: { assets: ['BTC'] }, reason: 'filtered' },
    { says: 'a story of other sources', filter: { sources: ['example-post'] }, reason: 'filtered' },
    { says: 'a story without its words', filter: { include: ['lawsuit'] }, reason: 'filtered' },
    { says: 'a story with an excluded word', filter: { exclude: ['settlement'] }, reason: 'filtered' },
    {
      says: 'a story with both a wanted and an excluded word',
      filter: { include: ['bonds'], exclude: ['tokenized'] },
      reason: 'filtered',
    },
    { says: 'a story with too few sources', filter: { minSources: 2 }, reason: 'filtered' },
    {
      says: 'a story that meets only one of its conditions',
      filter: { categories: ['markets'], assets: ['BTC'] },
      reason: 'filtered',
    },
    {
      says: 'a story live before it began',
      subscription: { since: new Date(liveSince.getTime() + 1) },
      reason: 'before',
    },
    { says: 'a story of backlog alone', story: { liveSince: null }, reason: 'backlog' },
    { says: 'a story while it is paused', subscription: { isPaused: true }, reason: 'paused' },
    {
      says: "a story of another server's source",
      story: { scope: 'discord:6' },
      channel: { platform: 'discord', scope: 'discord:5' },
      reason: 'out of scope',
    },
    {
      says: 'a story of a Telegram chat with the same number as its server',
      story: { scope: 'telegram:5' },
      channel: { platform: 'discord', scope: 'discord:5' },
      reason: 'out of scope',
    },
  ])('$says', (given) => {
    expect(why(given)).toBe(given.reason);
  });
});
