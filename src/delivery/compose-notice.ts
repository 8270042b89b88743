import { plainLook, type Subscription } from '../domain/subscription.ts';
import { sourceNotice } from '../messages/source-notice.ts';
import type { Composed, Texts } from './compose.ts';
import type { Subject } from './subjects.ts';

type NoticeSubject = Subject & { readonly kind: 'notice' };

/** A notice rings nobody: it can wait until somebody looks. */
const look = { ...plainLook, isSilent: true };

/** What a notice says now; nothing where it is true no longer. */
export function composeNotice(
  subject: NoticeSubject,
  subscriptions: readonly Subscription[],
  texts: Texts,
): Composed {
  const { notice, source } = subject;
  if (source === null) return { kind: 'nothing', reason: 'its source was removed' };
  if (source.isPaused) return { kind: 'nothing', reason: 'its source is paused' };
  const objection =
    notice.kind === 'source-back' ? againstBack(subject) : againstTrouble(subject, subscriptions);
  if (objection !== null) return { kind: 'nothing', reason: objection };
  // Its text is never brought up to date, so it has one revision.
  return { kind: 'message', message: sourceNotice(notice, source, texts), look, shownRevision: 1 };
}

function againstTrouble(
  { notice, source }: NoticeSubject,
  subscriptions: readonly Subscription[],
): string | null {
  const since = notice.kind === 'source-gone' ? source?.endedAt : source?.failingSince;
  if (since?.getTime() !== notice.since.getTime()) return 'its source is read again';
  if (notice.kind === 'source-failing' && source?.endedAt !== null) return 'its source is gone by now';
  return subscriptions.every(({ isPaused }) => isPaused)
    ? 'no subscription relies on its source any more'
    : null;
}

function againstBack({ source, wasTold }: NoticeSubject): string | null {
  if (source?.failingSince !== null || source.endedAt !== null) return 'its source fails again';
  return wasTold ? null : 'it was not told here that its source failed';
}
