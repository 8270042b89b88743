import type { AttemptResult, ClaimedDelivery } from '../store/store.ts';
import type { Lane } from './lane.ts';
import { backoffMs } from './retry.ts';

const triesToRecord = 5;

export interface ToRecord {
  readonly result: AttemptResult;
  /** Why the channel is unreachable from now on; null when nothing says so. */
  readonly unreachableReason: string | null;
}

/**
 * Writes down what became of an attempt, again and again where the database fails: a post that is not recorded
 * would be sent twice. When even that is in vain, the lease runs out and the delivery counts as uncertain.
 */
export async function recordFirmly(lane: Lane, claimed: ClaimedDelivery, toRecord: ToRecord): Promise<void> {
  const { delivery, channel } = claimed;
  for (let failures = 1; ; failures += 1) {
    try {
      await record(lane, claimed, toRecord);
      return;
    } catch (error) {
      const fields = { delivery: delivery.id, channel: channel.id, result: toRecord.result, error };
      lane.log.error(fields, 'what became of a delivery could not be recorded');
    }
    if (failures === triesToRecord || lane.isStopping) return;
    await new Promise<void>((resolve) => void lane.clock.after(backoffMs(failures), resolve));
  }
}

/** The channel first: else its delivery would be taken again in between. */
async function record(
  lane: Lane,
  { delivery, channel }: ClaimedDelivery,
  { result, unreachableReason }: ToRecord,
): Promise<void> {
  const now = lane.clock.now();
  if (unreachableReason !== null) {
    await lane.store.channels.setUnreachable(channel.id, unreachableReason, now);
    lane.log.warn({ channel: channel.id, reason: unreachableReason }, 'channel is unreachable');
  }
  await lane.store.deliveries.record(delivery.id, result, now);
}
