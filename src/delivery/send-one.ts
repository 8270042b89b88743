import { reasonOf } from '../domain/errors.ts';
import type { SendOrder, SendOutcome } from '../platforms/platform.ts';
import type { AttemptResult, ClaimedDelivery } from '../store/store.ts';
import { attemptResult } from './attempt-result.ts';
import { compose } from './compose.ts';
import type { Lane } from './lane.ts';
import { recordFirmly } from './record.ts';
import type { Subject } from './subjects.ts';
import { within } from './signal.ts';

/** A platform answers long before; this is for one that never does. Shorter than the lease. */
const answerWithinMs = 2 * 60_000;

/** Sends one claimed delivery and records what became of it. Never rejects. */
export async function sendOne(lane: Lane, claimed: ClaimedDelivery, subject: Subject | null): Promise<void> {
  const startedAt = lane.clock.now();
  const { outcome, shownRevision } = await composeAndPost(lane, claimed, subject);
  const now = lane.clock.now();
  const { delivery } = claimed;
  const othersAcceptedAt = lane.lastAcceptedAt;
  const result: AttemptResult =
    outcome.kind === 'nothing'
      ? { kind: 'cancelled', reason: outcome.reason }
      : attemptResult(outcome, { delivery, startedAt, now, shownRevision, othersAcceptedAt });
  if (result.kind === 'sent') lane.lastAcceptedAt = now;
  tell(lane, claimed, result);
  await recordFirmly(lane, claimed, {
    result,
    unreachableReason: outcome.kind === 'unreachable' ? outcome.reason : null,
  });
  if (result.kind === 'sent') lane.counts.sent += 1;
}

async function composeAndPost(
  lane: Lane,
  claimed: ClaimedDelivery,
  subject: Subject | null,
): Promise<{
  readonly outcome: SendOutcome | { readonly kind: 'nothing'; readonly reason: string };
  readonly shownRevision: number;
}> {
  const { delivery, channel } = claimed;
  try {
    const composed = compose(claimed, subject, lane.texts);
    if (composed.kind !== 'message') return { outcome: composed, shownRevision: 0 };
    const { message, look, shownRevision } = composed;
    const { id: deliveryId, uncertainSince } = delivery;
    const order: SendOrder = { channel, deliveryId, part: 0, message, look, uncertainSince };
    return { outcome: await post(lane, order), shownRevision };
  } catch (error) {
    lane.log.error({ delivery: delivery.id, error }, 'a message could not be composed');
    return { outcome: { kind: 'retry', afterMs: 0, reason: reasonOf(error) }, shownRevision: 0 };
  }
}

/** A platform that throws or never answers is broken: nobody knows whether the message arrived. */
async function post(lane: Lane, order: SendOrder): Promise<SendOutcome> {
  const fields = { delivery: order.deliveryId, platform: lane.platform.id };
  const sending = (async () => lane.platform.send(order))();
  try {
    const outcome = await within(sending, { clock: lane.clock, timeoutMs: answerWithinMs, late: null });
    if (outcome !== null) return outcome;
  } catch (error) {
    lane.log.error({ ...fields, error }, 'a platform threw while sending');
    return { kind: 'unknown', reason: reasonOf(error), mayRepeat: true };
  }
  lane.log.error(fields, 'a platform did not answer a send');
  void sending.then(
    (outcome) => lane.log.warn({ ...fields, outcome }, 'a platform answered too late'),
    (error: unknown) => lane.log.error({ ...fields, error }, 'a platform threw too late'),
  );
  return { kind: 'unknown', reason: 'the platform did not answer', mayRepeat: true };
}

function tell(lane: Lane, { delivery, channel }: ClaimedDelivery, result: AttemptResult): void {
  const fields = {
    delivery: delivery.id,
    key: delivery.key,
    channel: channel.id,
    platform: channel.platform,
  };
  switch (result.kind) {
    case 'sent':
      lane.log.debug({ ...fields, messageId: result.messageId }, 'delivery sent');
      return;
    case 'retry':
    case 'cancelled':
      lane.log.debug({ ...fields, reason: result.reason }, `delivery: ${result.kind}`);
      return;
    case 'uncertain':
    case 'unconfirmed':
    case 'rejected':
      lane.log.warn({ ...fields, reason: result.reason }, `delivery: ${result.kind}`);
  }
}
