import { beforeEach, describe, expect, it } from 'vitest';
import type { Source } from '../../src/domain/source.ts';
import type { Store } from '../../src/store/store.ts';
import { examplePush } from '../support/push.ts';
import { defined, later, putSources, start } from '../support/stored.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What waits between a hub and ingest, on every database. */
export function describePushedDocuments(open: () => Promise<Store>): void {
  describe('pushed documents', () => {
    let store: Store;
    let sources: readonly Source[];
    beforeEach(async () => {
      store = await open();
      sources = await putSources(store, 'a', 'b');
    });
    const pushOf = (source: Source | undefined) =>
      examplePush({ sourceId: defined(source).id, leaseEndsAt: later(hourMs) });
    const bring = (text: string, from = 0) =>
      store.pushes.receive(
        pushOf(sources[from]),
        { body: Buffer.from(text), contentType: 'text/xml\0' },
        start,
      );
    const claim = (now = start, limit = 10) => store.pushes.claimDocuments({ now, leaseMs: 1000, limit });
    const texts = async (claimed: ReturnType<typeof claim>) =>
      (await claimed).map(({ body }) => Buffer.from(body).toString());

    it('come as they were brought, with their source', async () => {
      const body = new Uint8Array([0, 255, 128, 0, 10]);
      await store.pushes.receive(pushOf(sources[0]), { body, contentType: null }, start);
      const [document] = await claim();
      expect(new Uint8Array(defined(document).body)).toEqual(body);
      expect(document).toMatchObject({ contentType: null, source: { key: 'a', pushedUntil: later(hourMs) } });
      await bring('second', 1);
      expect(await claim()).toMatchObject([{ contentType: 'text/xml', source: { key: 'b' } }]);
    });

    it('come in the order of each source, the next one when the one before is finished', async () => {
      for (const text of ['a1', 'a2']) await bring(text);
      await bring('b1', 1);
      const first = await claim();
      expect(first.map(({ source }) => source.key)).toEqual(['a', 'b']);
      expect(await claim()).toEqual([]);
      await store.pushes.finishDocument(defined(first[0]), null);
      expect(await texts(claim())).toEqual(['a2']);
    });

    it('are claimed once by those who ask together', async () => {
      for (const at of [0, 1]) await bring(`from ${at}`, at);
      const claimed = await Promise.all([texts(claim()), texts(claim()), texts(claim())]);
      expect(claimed.flat().sort()).toEqual(['from 0', 'from 1']);
    });

    it('can have their source read whole, and no other', async () => {
      const reading = { outcome: 'read', etag: '"1"', lastModified: 'Mon', movedTo: null } as const;
      const ids = sources.map(({ id }) => id);
      for (const id of ids)
        await store.sources.recordReading(id, { at: start, nextDueAt: start, ...reading });
      await store.pushes.readWhole(defined(ids[0]));
      const found = await store.sources.byIds(ids);
      const kept = new Map(found.map(({ key, etag, lastModified }) => [key, [etag, lastModified]]));
      expect([kept.get('a'), kept.get('b')]).toEqual([
        [null, null],
        ['"1"', 'Mon'],
      ]);
    });

    it('come again when they are given back, or their lease ends', async () => {
      await bring('a1');
      const [document] = await claim();
      await store.pushes.releaseDocument(defined(document).id);
      expect(await texts(claim())).toEqual(['a1']);
      expect(await texts(claim(later(999)))).toEqual([]);
      expect(await texts(claim(later(1000)))).toEqual(['a1']);
    });

    it('have their source read after all where they say nothing, and no later than it would be', async () => {
      const dueAt = async () => (await store.sources.list(['global'])).map(({ nextDueAt }) => nextDueAt);
      const [source] = sources;
      await store.sources.recordReading(defined(source).id, {
        at: start,
        nextDueAt: later(hourMs),
        outcome: 'failed',
        error: 'x',
      });
      await bring('a1');
      const [first] = await claim();
      await store.pushes.finishDocument(defined(first), null);
      expect(await dueAt()).toEqual([later(hourMs), start]);
      await bring('a2');
      const [second] = await claim();
      await store.pushes.finishDocument(defined(second), later(5));
      expect(await dueAt()).toEqual([later(5), start]);
      expect(await claim()).toEqual([]);
    });

    it('are kept up to twenty of a source; then it is read instead', async () => {
      await store.sources.recordReading(defined(sources[0]).id, {
        at: start,
        nextDueAt: later(hourMs),
        outcome: 'failed',
        error: 'x',
      });
      for (let number = 1; number <= 21; number += 1) await bring(`a${number}`);
      await bring('b1', 1);
      expect((await store.sources.list(['global']))[0]?.nextDueAt).toEqual(start);
      const taken: string[] = [];
      for (;;) {
        const documents = await claim();
        if (documents.length === 0) break;
        for (const document of documents) {
          taken.push(Buffer.from(document.body).toString());
          await store.pushes.finishDocument(document, null);
        }
      }
      expect(taken).toHaveLength(21);
      expect(taken).not.toContain('a21');
    });

    it('are kept up to 20 MiB of a source, and 200 MiB of all; then the source is read instead', async () => {
      const many = await putSources(store, ...Array.from({ length: 12 }, (_, at) => `many-${at}`));
      const body = Buffer.alloc(10 * 1024 * 1024, 'x');
      const fill = (source: Source) =>
        store.pushes.receive(pushOf(source), { body, contentType: null }, start);
      for (const { id } of many) {
        await store.sources.recordReading(id, {
          at: later(-hourMs),
          nextDueAt: later(hourMs),
          outcome: 'failed',
          error: 'x',
        });
      }
      for (const source of many.slice(0, 10)) for (let times = 0; times < 3; times += 1) await fill(source);
      const last = defined(many[10]);
      await fill(last);
      const due = (await store.sources.byIds(many.map(({ id }) => id))).filter(
        ({ nextDueAt }) => nextDueAt.getTime() === start.getTime(),
      );
      expect(due.map(({ key }) => key).sort()).toEqual(
        many
          .slice(0, 11)
          .map(({ key }) => key)
          .sort(),
      );
      for (let documents = await claim(start, 2); documents.length > 0; documents = await claim(start, 2)) {
        for (const document of documents) {
          expect(document.source.key).not.toBe(last.key);
          await store.pushes.finishDocument(document, null);
        }
      }
      await fill(last);
      expect(await claim()).toMatchObject([{ source: { key: last.key } }]);
    }, 30_000);

    it('that are too many do not have their source read again within a minute', async () => {
      const source = defined(sources[0]);
      const reading = { outcome: 'read', etag: null, lastModified: null, movedTo: null } as const;
      await store.sources.recordReading(source.id, { at: start, nextDueAt: later(hourMs), ...reading });
      for (let number = 1; number <= 21; number += 1) await bring(`a${number}`);
      const [found] = await store.sources.byIds([source.id]);
      expect(found?.nextDueAt).toEqual(later(minuteMs));
    });

    it('wait while their source is paused, and go when nobody takes them in for a day', async () => {
      const { id } = defined(sources[0]);
      await bring('a1');
      await store.sources.pause(id);
      expect(await claim()).toEqual([]);
      await store.tidy(later(24 * hourMs));
      await store.sources.resume(id, start);
      const [document] = await claim();
      await store.pushes.releaseDocument(defined(document).id);
      await store.tidy(later(24 * hourMs + 1));
      expect(await claim()).toEqual([]);
    });
  });
}
