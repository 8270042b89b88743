import { describe, expect, test } from 'vitest';
import { compose } from '../../src/delivery/compose.ts';
import type { Delivery, DeliveryKey } from '../../src/domain/delivery.ts';
import { noticeKey, readNoticeKey, type NoticeKind } from '../../src/domain/notice.ts';
import type { Source } from '../../src/domain/source.ts';
import { plainLook, type Subscription } from '../../src/domain/subscription.ts';
import { english } from '../../src/texts/english.ts';
import { exampleSource } from '../support/source.ts';
import { aChannel, aSubscription } from '../support/subscriptions.ts';

const since = new Date('2026-03-01T08:00:00Z');
const later = new Date('2026-03-01T09:00:00Z');
const failing = { failingSince: since, failures: 9, lastError: 'HTTP 503' } as const;
const gone = { ...failing, endedAt: since } as const;

function deliveryOf(key: DeliveryKey, subscriptions: readonly Subscription[]): Delivery {
  return {
    id: 1n,
    channelId: 10n,
    key,
    storyId: null,
    subscriptionIds: subscriptions.map(({ id }) => id),
    state: 'sending',
    dueAt: since,
    attempts: 0,
    firstAttemptAt: null,
    uncertainSince: null,
    reason: null,
  };
}

interface Given {
  readonly source?: Partial<Source> | null;
  readonly wasTold?: boolean;
  readonly subscriptions?: readonly Subscription[];
}

function composed(
  kind: NoticeKind,
  { source = {}, wasTold = true, subscriptions = [aSubscription()] }: Given,
) {
  const notice = { kind, sourceId: 1n, since };
  const delivery = deliveryOf(noticeKey(notice), subscriptions);
  const subject = { kind: 'notice', notice, source: source && exampleSource(source), wasTold } as const;
  return compose({ delivery, channel: aChannel(), subscriptions }, subject, english);
}

const paused = [aSubscription({ isPaused: true })];

describe('a notice at the time of sending', () => {
  test.each<[NoticeKind, Given, string]>([
    ['source-failing', { source: failing }, 'Example News cannot be read'],
    ['source-gone', { source: gone }, 'Example News is gone for good'],
    ['source-back', {}, 'Example News can be read again'],
    ['source-back', { subscriptions: [] }, 'Example News can be read again'],
  ])('of the kind %s says what is so, and rings nobody', (kind, given, title) => {
    const look = { ...plainLook, isSilent: true };
    expect(composed(kind, given)).toMatchObject({
      kind: 'message',
      message: { title: { text: title } },
      look,
    });
  });

  test('rings nobody either where its subscription mentions a role', () => {
    const mention = { role: '123456789012345678', categories: [] };
    const subscriptions = [aSubscription({ look: { ...plainLook, mention, isPublished: true } })];
    expect(composed('source-failing', { source: failing, subscriptions })).toMatchObject({
      look: { isSilent: true, mention: null, isPublished: false },
    });
  });

  test.each<[NoticeKind, string, Given, string]>([
    ['source-failing', 'it was removed', { source: null }, 'its source was removed'],
    ['source-failing', 'it is paused', { source: { ...failing, isPaused: true } }, 'its source is paused'],
    ['source-failing', 'it was read', {}, 'its source is read again'],
    [
      'source-failing',
      'it was read and fails anew',
      { source: { failingSince: later } },
      'its source is read again',
    ],
    ['source-failing', 'it is gone by now', { source: gone }, 'its source is gone by now'],
    ['source-failing', 'nobody subscribes', { source: failing, subscriptions: [] }, 'no subscription relies'],
    ['source-failing', 'all paused', { source: failing, subscriptions: paused }, 'no subscription relies'],
    ['source-gone', 'it was removed', { source: null }, 'its source was removed'],
    ['source-gone', 'it was resumed', {}, 'its source is read again'],
    [
      'source-gone',
      'it was resumed and is gone again',
      { source: { ...gone, endedAt: later } },
      'is read again',
    ],
    ['source-gone', 'nobody subscribes', { source: gone, subscriptions: [] }, 'no subscription relies'],
    ['source-back', 'it fails again', { source: { failingSince: later } }, 'its source fails again'],
    ['source-back', 'it was removed', { source: null }, 'its source was removed'],
    ['source-back', 'nobody was told', { wasTold: false }, 'it was not told here'],
  ])('of the kind %s says nothing when %s', (kind, _, given, reason) => {
    expect(composed(kind, given)).toMatchObject({ kind: 'nothing', reason: expect.stringContaining(reason) });
  });

  test('is known by its key alone', () => {
    const notice = { kind: 'source-gone', sourceId: 77n, since } as const;
    expect(readNoticeKey(noticeKey(notice))).toEqual(notice);
    expect(readNoticeKey('story:77')).toBeNull();
    expect(readNoticeKey('notice:other:77:1')).toBeNull();
  });

  test('of a kind that nobody knows says nothing', () => {
    const delivery = deliveryOf('notice:other:1:2', []);
    const claimed = { delivery, channel: aChannel(), subscriptions: [] };
    expect(compose(claimed, null, english)).toMatchObject({ kind: 'nothing' });
  });
});
