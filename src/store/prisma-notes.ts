import type { Database } from './database.ts';
import { cleanText } from './dialect.ts';
import type { NoteStore, SummaryStore } from './store.ts';

/** A note is gone from the moment at which it expires, also before it is tidied away. */
export function createNoteStore({ queries, clock }: Database): NoteStore {
  return {
    async get(key) {
      const row = await queries.note.findUnique({ where: { key } });
      if (row === null) return null;
      return row.expiresAt !== null && row.expiresAt <= clock.now() ? null : row.value;
    },
    async put(key, value, expiresAt) {
      const row = { value: cleanText(value), expiresAt: expiresAt ?? null };
      await queries.note.upsert({ where: { key }, update: row, create: { key, ...row } });
    },
    async remove(key) {
      await queries.note.deleteMany({ where: { key } });
    },
    async keysUnder(prefix) {
      const rows = await queries.note.findMany({
        where: {
          key: { startsWith: prefix },
          OR: [{ expiresAt: null }, { expiresAt: { gt: clock.now() } }],
        },
        select: { key: true },
      });
      // A database may take a prefix for a pattern, or read it without regard to case.
      return rows.map(({ key }) => key).filter((key) => key.startsWith(prefix));
    },
  };
}

export function createSummaryStore({ queries }: Database): SummaryStore {
  return {
    async find({ articleId, kind, contentHash }) {
      const row = await queries.summary.findUnique({ where: { articleId_kind: { articleId, kind } } });
      return row?.contentHash === contentHash ? row.text : null;
    },
    async put({ articleId, kind, contentHash }, summary, now) {
      const row = { contentHash, text: cleanText(summary), madeAt: now };
      await queries.summary.upsert({
        where: { articleId_kind: { articleId, kind } },
        update: row,
        create: { articleId, kind, ...row },
      });
    },
  };
}
