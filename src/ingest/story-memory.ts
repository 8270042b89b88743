import type { Id } from '../domain/ids.ts';
import type { Scope } from '../domain/scope.ts';
import type { EventSignature } from './event-signature.ts';
import {
  eventLikeness,
  leastLikeness,
  weightOfToken,
  type ComparedReport,
  type TokenWeight,
} from './same-event.ts';

/** Reports further apart than this do not tell of one event. */
export const groupingWindowMs = 72 * 3_600_000;

/** A story in the store, or one that an article of a batch begins, which is not saved yet. */
export type StoryKey = { readonly storyId: Id } | { readonly batchUrl: string };

export interface Report {
  readonly sourceId: Id;
  readonly scope: Scope;
  readonly signature: EventSignature;
  readonly at: Date;
}

/** The reports of the last days, found by the words that they share with a new one. */
export interface StoryMemory {
  add(report: Report, story: StoryKey): void;
  /** The story that tells of the same event; null when none is alike enough. */
  find(report: Report): StoryKey | null;
  /** Lets go of what is too old to be joined. */
  forgetBefore(time: Date): void;
}

interface Entry extends ComparedReport {
  readonly scope: Scope;
  readonly story: StoryKey;
}

/** Half of them go, the oldest first, when a flood of articles reaches this. */
const maxEntries = 40_000;
/** A word in more reports than this leads to too many. */
const maxReportsOfWord = 200;
/** The rarest words of a report lead to those like it; the others only add. */
const maxWordsFollowed = 16;
const maxCompared = 12;

export function createStoryMemory(): StoryMemory {
  let entries: Entry[] = [];
  let byToken = new Map<string, Entry[]>();

  const insert = (entry: Entry) => {
    entries.push(entry);
    for (const token of entry.signature.all) {
      const row = byToken.get(token);
      if (row === undefined) byToken.set(token, [entry]);
      else row.push(entry);
    }
  };
  const keepOnly = (kept: readonly Entry[]) => {
    entries = [];
    byToken = new Map();
    for (const entry of kept) insert(entry);
  };
  const weightOf = (token: string) => weightOfToken(token, byToken.get(token)?.length ?? 0, entries.length);

  return {
    add(report, story) {
      if (entries.length >= maxEntries) keepOnly(entries.slice(-maxEntries / 2));
      insert(entryOf(report, story));
    },
    find(report) {
      const given = entryOf(report, { batchUrl: '' });
      return given.signature.isRoundup
        ? null
        : bestStory(given, mostAlike(given, byToken, weightOf), weightOf);
    },
    forgetBefore(time) {
      const kept = entries.filter((entry) => entry.atMs >= time.getTime());
      if (kept.length < entries.length * 0.8) keepOnly(kept);
    },
  };
}

function entryOf({ sourceId, scope, signature, at }: Report, story: StoryKey): Entry {
  return { sourceId, scope, story, atMs: at.getTime(), signature };
}

/** Those that share most by weight with the given report, of its scope and days. */
function mostAlike(given: Entry, byToken: ReadonlyMap<string, readonly Entry[]>, weightOf: TokenWeight) {
  const shared = new Map<Entry, number>();
  const rows = [...given.signature.all]
    .map((token) => ({ token, row: byToken.get(token) ?? [] }))
    .filter(({ row }) => row.length > 0 && row.length <= maxReportsOfWord)
    .sort((a, b) => a.row.length - b.row.length)
    .slice(0, maxWordsFollowed);
  for (const { token, row } of rows) {
    const weight = weightOf(token);
    for (const entry of row) shared.set(entry, (shared.get(entry) ?? 0) + weight);
  }
  const possible = [...shared].filter(
    ([entry]) => entry.scope === given.scope && Math.abs(entry.atMs - given.atMs) <= groupingWindowMs,
  );
  return possible
    .sort((a, b) => b[1] - a[1])
    .slice(0, maxCompared)
    .map(([entry]) => entry);
}

/** The story with the report most alike, unless its other reports show that it is about something else. */
function bestStory(given: Entry, candidates: readonly Entry[], weightOf: TokenWeight): StoryKey | null {
  const stories = new Map<string, { readonly story: StoryKey; readonly likenesses: number[] }>();
  for (const entry of candidates) {
    const key = keyOf(entry.story);
    const row = stories.get(key) ?? { story: entry.story, likenesses: [] };
    row.likenesses.push(eventLikeness(given, entry, weightOf));
    stories.set(key, row);
  }
  let best: StoryKey | null = null;
  let most = leastLikeness;
  for (const { story, likenesses } of stories.values()) {
    const greatest = Math.max(...likenesses);
    const mean = likenesses.reduce((total, likeness) => total + likeness, 0) / likenesses.length;
    if (greatest < most || mean < leastLikeness / 2) continue;
    best = story;
    most = greatest;
  }
  return best;
}

function keyOf(story: StoryKey): string {
  return 'storyId' in story ? String(story.storyId) : story.batchUrl;
}
