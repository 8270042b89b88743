import type { Id } from '../domain/ids.ts';
import type { Story } from '../domain/story.ts';
import type { ClaimedDelivery } from '../store/store.ts';
import { sendOne } from './send-one.ts';
import type { Lane } from './lane.ts';

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
  const stories = await storiesOf(lane, fresh);
  if (stories === 'stopped') return;
  for (const one of fresh) start(lane, one, stories.get(one.delivery.storyId ?? 0n) ?? null);
}

/** The stories as they are now; gives the deliveries back where that fails or sending is to stop. */
async function storiesOf(
  lane: Lane,
  claimed: readonly ClaimedDelivery[],
): Promise<ReadonlyMap<Id, Story> | 'stopped'> {
  const giveBack = () => lane.store.deliveries.release(claimed.map(({ delivery }) => delivery.id));
  try {
    const ids = new Set(claimed.map(({ delivery }) => delivery.storyId ?? 0n));
    const stories = await lane.store.stories.byIds([...ids]);
    if (!lane.isStopping) return new Map(stories.map((story) => [story.id, story]));
  } catch (error) {
    await giveBack();
    throw error;
  }
  await giveBack();
  return 'stopped';
}

function start(lane: Lane, claimed: ClaimedDelivery, story: Story | null): void {
  const { id } = claimed.delivery;
  const ending = sendOne(lane, claimed, story).finally(() => {
    lane.sends.delete(id);
    lane.signal.raise();
  });
  lane.sends.set(id, ending);
}
