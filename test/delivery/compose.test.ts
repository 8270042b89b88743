import { describe, expect, test } from 'vitest';
import { compose } from '../../src/delivery/compose.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import type { Story } from '../../src/domain/story.ts';
import { plainLook, type Subscription } from '../../src/domain/subscription.ts';
import { english } from '../../src/texts/english.ts';
import { aStory } from '../support/stories.ts';
import { aChannel, aSubscription } from '../support/subscriptions.ts';

const uncertainSince = new Date('2026-03-02T08:30:00Z');

function composed(
  given: {
    readonly story?: Story | null;
    readonly delivery?: Partial<Delivery>;
    readonly subscriptions?: readonly Subscription[];
  } = {},
) {
  const { story = aStory(), subscriptions = [aSubscription()] } = given;
  const delivery: Delivery = {
    id: 1n,
    channelId: 10n,
    key: 'story:100',
    storyId: 100n,
    subscriptionIds: subscriptions.map(({ id }) => id),
    state: 'sending',
    dueAt: uncertainSince,
    attempts: 0,
    firstAttemptAt: null,
    uncertainSince: null,
    reason: null,
    ...given.delivery,
  };
  return compose({ delivery, channel: aChannel(), subscriptions }, { kind: 'story', story }, english);
}

describe('what a delivery says', () => {
  test('is its story as it is now', () => {
    const story = aStory({ revision: 4, title: 'A newer title' });
    expect(composed({ story })).toMatchObject({
      kind: 'message',
      shownRevision: 4,
      message: { title: { text: 'A newer title' } },
      look: plainLook,
    });
  });

  test.each([
    { revision: 4, shown: 3 },
    { revision: 1, shown: 1 },
  ])('may be what an earlier attempt showed: revision $revision counts as $shown', ({ revision, shown }) => {
    const given = { story: aStory({ revision }), delivery: { uncertainSince } };
    expect(composed(given)).toMatchObject({ shownRevision: shown });
  });

  test('has the look of the oldest subscription that is not paused', () => {
    const subscriptions = [
      aSubscription({ id: 1n, isPaused: true }),
      aSubscription({ id: 2n, look: { ...plainLook, isSilent: true } }),
      aSubscription({ id: 3n }),
    ];
    expect(composed({ subscriptions })).toMatchObject({ look: { isSilent: true } });
  });

  test.each([
    { when: 'no subscription is left', given: { subscriptions: [] } },
    { when: 'every subscription is paused', given: { subscriptions: [aSubscription({ isPaused: true })] } },
    {
      when: 'its story merged into one that is owed here too',
      given: { delivery: { key: 'story:99' as const } },
    },
  ])('is nothing when $when', ({ given }) => {
    expect(composed(given)).toMatchObject({ kind: 'nothing' });
  });

  test('is asked for again when its story is not found, which happens while it merges', () => {
    expect(composed({ story: null })).toMatchObject({ kind: 'retry' });
  });
});
