/** Brings posts up to date whose story changed since. */
import type { Post } from '../domain/delivery.ts';
import type { Story } from '../domain/story.ts';
import { storyMessage } from '../messages/story-message.ts';
import type { EditOutcome } from '../platforms/platform.ts';
import type { OwedEdit } from '../store/store.ts';
import type { Lane } from './lane.ts';
import { lookOf } from './look.ts';
import { retryAt } from './retry.ts';
import { within } from './signal.ts';

/** An edit that the platform put off; forgotten at a restart, which costs one more try. */
export interface PostponedEdit {
  readonly until: Date;
  readonly failures: number;
}

const editsAtOnce = 10;
const betweenEditsMs = 5 * 60_000;
const editedForMs = 48 * 3_600_000;
const answerWithinMs = 2 * 60_000;

/** Starts owed edits, as many as there is room for. */
export async function startEdits(lane: Lane): Promise<void> {
  const room = editsAtOnce - lane.edits.size;
  if (room <= 0) return;
  const owed = await owedNow(lane, room);
  if (owed.length === 0) return;
  const stories = await lane.store.stories.byIds([...new Set(owed.map((edit) => edit.storyId))]);
  if (lane.isStopping) return;
  for (const edit of owed) {
    const key = keyOf(edit.post);
    const story = stories.find((story) => story.id === edit.storyId) ?? null;
    const ending = editOne(lane, edit, story).finally(() => {
      lane.edits.delete(key);
      lane.signal.raise();
    });
    lane.edits.set(key, ending);
  }
}

/** When the first postponed edit may be tried again; null when none is postponed. */
export function nextEditAt(lane: Lane): Date | null {
  const times = [...lane.postponedEdits.values()].map(({ until }) => until.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
}

async function owedNow(lane: Lane, room: number): Promise<readonly OwedEdit[]> {
  const now = lane.clock.now().getTime();
  // Those under way or put off come up again, and must not crowd out the others.
  const passedOver = lane.edits.size + lane.postponedEdits.size;
  // One that ends while it is looked what is owed was still owed when that was read.
  const underWay = new Set(lane.edits.keys());
  const owed = await lane.store.deliveries.owedEdits({
    sentAfter: new Date(now - editedForMs),
    editedBefore: new Date(now - betweenEditsMs),
    limit: room + passedOver,
    platforms: [lane.platform.id],
  });
  if (owed.length < room + passedOver) forgetAllBut(lane, owed);
  const free = owed.filter(({ post }) => !underWay.has(keyOf(post)) && isFree(lane, keyOf(post), now));
  return free.slice(0, room);
}

const keyOf = (post: Post): string => `${post.deliveryId}/${post.part}`;

function isFree(lane: Lane, key: string, nowMs: number): boolean {
  const postponed = lane.postponedEdits.get(key);
  return !lane.edits.has(key) && (postponed === undefined || postponed.until.getTime() <= nowMs);
}

/** What is owed no longer need not be remembered. */
function forgetAllBut(lane: Lane, owed: readonly OwedEdit[]): void {
  const stillOwed = new Set(owed.map(({ post }) => keyOf(post)));
  for (const key of lane.postponedEdits.keys()) {
    if (!stillOwed.has(key) && !lane.edits.has(key)) lane.postponedEdits.delete(key);
  }
}

/** Edits one post and records it. Never rejects: what fails is put off. */
async function editOne(lane: Lane, owed: OwedEdit, story: Story | null): Promise<void> {
  const fields = { delivery: owed.post.deliveryId, channel: owed.channel.id };
  try {
    if (story === null) return postpone(lane, owed, betweenEditsMs);
    const outcome = await requestEdit(lane, owed, story);
    if (outcome.kind === 'retry') {
      lane.log.debug({ ...fields, reason: outcome.reason }, 'edit put off');
      return postpone(lane, owed, outcome.afterMs);
    }
    if (outcome.kind === 'refused') lane.log.info({ ...fields, reason: outcome.reason }, 'edit refused');
    await recordEdit(lane, owed, story);
    if (outcome.kind === 'edited') lane.counts.edited += 1;
  } catch (error) {
    lane.log.error({ ...fields, error }, 'a post could not be edited');
    postpone(lane, owed, 0);
  }
}

async function requestEdit(lane: Lane, { post, ...owed }: OwedEdit, story: Story): Promise<EditOutcome> {
  const { deliveryId, messageId, form } = post;
  const { channel } = owed;
  const all = await lane.store.subscriptions.ofChannel(channel.id);
  const asked = owed.subscriptionIds.flatMap(
    (id) => all.find((subscription) => subscription.id === id) ?? [],
  );
  const look = lookOf(asked, story.category);
  const message = storyMessage(story, lane.texts);
  const editing = lane.platform.edit({ channel, deliveryId, messageId, form, message, look });
  const late = { kind: 'retry', afterMs: betweenEditsMs, reason: 'the platform did not answer' } as const;
  return within(editing, { clock: lane.clock, timeoutMs: answerWithinMs, late });
}

async function recordEdit(lane: Lane, { post }: OwedEdit, story: Story): Promise<void> {
  const { deliveryId, part } = post;
  await lane.store.deliveries.recordEdit({
    deliveryId,
    part,
    revision: story.revision,
    at: lane.clock.now(),
  });
  lane.postponedEdits.delete(keyOf(post));
}

function postpone(lane: Lane, { post }: OwedEdit, afterMs: number): void {
  const failures = (lane.postponedEdits.get(keyOf(post))?.failures ?? 0) + 1;
  const until = retryAt(lane.clock.now(), failures, afterMs);
  lane.postponedEdits.set(keyOf(post), { until, failures });
}
