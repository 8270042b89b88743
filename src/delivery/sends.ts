import type { Id } from '../domain/ids.ts';
import type { ClaimedDelivery } from '../store/store.ts';
import { sendOne } from './send-one.ts';
import type { Lane } from './lane.ts';
import { loadSubjects, type Subject } from './subjects.ts';

/** How many messages of one platform are under way at once; a platform paces itself below that. */
const sendsAtOnce = 100;

/** Longer than any attempt may take. */
const leaseMs = 3 * 60_000;

/** Claims as many due deliveries as there is room for, and starts to send them. */
export async function startSends(lane: Lane): Promise<void> {
  const room = sendsAtOnce - lane.sends.size;
  if (room <= 0) return;
  const claimed = await lane.store.deliveries.claim({
    now: lane.clock.now(),
    leaseMs,
    limit: room,
    platforms: [lane.platform.id],
  });
  // One that is still under way here only outlived its lease: what becomes of it is recorded when it ends.
  const fresh = claimed.filter(({ delivery }) => !lane.sends.has(delivery.id));
  if (fresh.length === 0) return;
  const subjects = await subjectsOf(lane, fresh);
  if (subjects === 'stopped') return;
  for (const one of fresh) start(lane, one, subjects.get(one.delivery.id) ?? null);
}

/** What they are about; gives the deliveries back where that fails or sending is to stop. */
async function subjectsOf(
  lane: Lane,
  claimed: readonly ClaimedDelivery[],
): Promise<ReadonlyMap<Id, Subject> | 'stopped'> {
  const giveBack = () => lane.store.deliveries.release(claimed.map(({ delivery }) => delivery.id));
  try {
    const subjects = await loadSubjects(lane.store, claimed);
    if (!lane.isStopping) return subjects;
  } catch (error) {
    await giveBack();
    throw error;
  }
  await giveBack();
  return 'stopped';
}

function start(lane: Lane, claimed: ClaimedDelivery, subject: Subject | null): void {
  const { id } = claimed.delivery;
  const ending = sendOne(lane, claimed, subject).finally(() => {
    lane.sends.delete(id);
    lane.signal.raise();
  });
  lane.sends.set(id, ending);
}
