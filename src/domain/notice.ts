import type { DeliveryKey } from './delivery.ts';
import type { Id } from './ids.ts';

/** What is wrong with a source: it fails, or it says that it is gone for good; and since when. */
export interface Trouble {
  readonly kind: 'failing' | 'gone';
  readonly since: Date;
}

const noticeKinds = ['source-failing', 'source-gone', 'source-back'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Something that the moderators who rely on a source are told, once for each trouble. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly sourceId: Id;
  /** When the trouble began: what tells one from the next. */
  readonly since: Date;
}

/** What tells of a trouble. */
export function noticeOf(sourceId: Id, { kind, since }: Trouble): Notice {
  return { kind: `source-${kind}`, sourceId, since };
}

export function noticeKey({ kind, sourceId, since }: Notice): DeliveryKey {
  return `notice:${kind}:${sourceId}:${since.getTime()}`;
}

/** The notice that a delivery's key means; null for another delivery. */
export function readNoticeKey(key: DeliveryKey): Notice | null {
  const [, name, sourceId = '', since = ''] = /^notice:([^:]+):(\d+):(\d+)$/.exec(key) ?? [];
  const kind = noticeKinds.find((known) => known === name);
  return kind === undefined ? null : { kind, sourceId: BigInt(sourceId), since: new Date(Number(since)) };
}
