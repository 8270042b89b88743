import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { defined, describeSource, later, putSources, start } from '../support/stored.ts';

/** What becomes of sources that people added or removed for everybody, when the program starts again. */
export function describeOrigins(open: () => Promise<Store>): void {
  describe('sources for everybody', () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await putSources(store, 'a', 'b');
    });
    const list = (...wanted: readonly string[]) =>
      store.sources.putGlobal(
        wanted.map((key) => describeSource(key)),
        start,
      );
    const restart = () => list('a', 'b');
    const keys = async () => (await store.sources.list(['global'])).map(({ key }) => key);
    const find = async (key: string) =>
      defined((await store.sources.list(['global'])).find((source) => source.key === key));
    const add = (key: string, url = `https://${key}.example/feed`) =>
      store.sources.add(describeSource(key, { url }), 'global', start);

    it('are many: each is kept as it is described, and what changed of one changes it alone', async () => {
      const settings = { accept: 'x', headers: { b: "it's", a: '"ü"' } };
      const wanted = Array.from({ length: 1100 }, (_, number) =>
        describeSource(`m${String(number).padStart(4, '0')}`, { settings, home: null }),
      );
      await store.sources.putGlobal(wanted, start);
      const before = await store.sources.list(['global']);
      expect(before.map(({ key }) => key)).toEqual(wanted.map(({ key }) => key));
      expect(before.at(-1)).toMatchObject({ settings, home: null, language: 'en', failures: 0 });
      const changed = wanted.map((source, at) => (at === 1050 ? { ...source, language: 'de' } : source));
      await store.sources.putGlobal(changed, start);
      expect(await store.sources.list(['global'])).toEqual(
        before.map((source, at) => (at === 1050 ? { ...source, language: 'de' } : source)),
      );
    });

    it('stay when a person added them, and go when the person removes them', async () => {
      await add('own');
      await restart();
      expect(await keys()).toEqual(['a', 'b', 'own']);
      await store.sources.remove((await find('own')).id);
      await restart();
      expect(await keys()).toEqual(['a', 'b']);
    });

    it('stay away when a person removed them, until a person adds them again', async () => {
      const { id } = await find('a');
      await store.sources.remove(id);
      await restart();
      expect(await keys()).toEqual(['b']);
      await list('b');
      await restart();
      expect(await keys()).toEqual(['b']);
      expect(await add('a')).toMatchObject({ id, firstReadAt: null });
      await restart();
      expect(await keys()).toEqual(['a', 'b']);
    });

    it('stay away also where the key is used for another address', async () => {
      await store.sources.remove((await find('a')).id);
      const better = 'https://better.example/feed';
      await add('a', better);
      await restart();
      expect(await keys()).toEqual(['a', 'b']);
      expect((await find('a')).url).toBe(better);
    });

    it('come back with the list when they were only not listed', async () => {
      await list('b');
      expect(await keys()).toEqual(['b']);
      await restart();
      expect(await keys()).toEqual(['a', 'b']);
    });

    it('stay when a list that had taken them over drops them', async () => {
      const added = defined(await add('own'));
      await list('a', 'b', 'own');
      await restart();
      expect(await find('own')).toMatchObject({ id: added.id });
    });

    it('give their key to one that the list has under it', async () => {
      const added = defined(await add('c', 'https://mine.example/feed'));
      await list('a', 'b', 'c');
      expect((await keys()).sort()).toEqual(['a', 'b', 'c', 'c-2']);
      expect(await find('c-2')).toMatchObject({ id: added.id, url: 'https://mine.example/feed' });
    });

    it('are read once where a listed one moves to their address', async () => {
      await add('own');
      const { url } = await find('own');
      await store.sources.putGlobal([describeSource('a', { url }), describeSource('b')], start);
      expect(await keys()).toEqual(['a', 'b']);
      expect((await find('a')).url).toBe(url);
    });

    it('are listed again where a list takes over what a person removed', async () => {
      await store.sources.remove(defined(await add('own')).id);
      await list('a', 'b', 'own');
      expect(await keys()).toEqual(['a', 'b', 'own']);
      await restart();
      expect(await keys()).toEqual(['a', 'b']);
    });

    it('are added many at once as each is added, and counted', async () => {
      const scope = 'discord:1';
      const settings = { accept: 'x', headers: { b: "it's" } };
      const many = Array.from({ length: 250 }, (_, at) => describeSource(`m${at}`, { settings }));
      const kept = defined(await store.sources.add(describeSource('m7'), scope, start));
      const removed = defined(await store.sources.add(describeSource('m8'), scope, start));
      const moved = defined(
        await store.sources.add(describeSource('old', { url: many[9]?.url ?? '' }), scope, start),
      );
      const leaving = await store.sources.add(
        describeSource('m120', { url: 'https://x.example' }),
        scope,
        start,
      );
      for (const source of [removed, moved, defined(leaving)]) await store.sources.remove(source.id);
      const again = describeSource('m0', { url: 'https://again.example' });
      const sameUrl = describeSource('again', { url: many[1]?.url ?? '' });

      expect(await store.sources.addMany([...many, again, sameUrl], scope, later(5))).toBe(249);
      const listed = await store.sources.list([scope]);
      const keys = many.map(({ key }) => key);
      expect(listed.map(({ key }) => key).sort()).toEqual(keys.sort());
      const find = (key: string) => defined(listed.find((source) => source.key === key));
      const one = await store.sources.add(describeSource('one', { settings }), scope, later(5));
      expect(find('m240')).toEqual({
        ...one,
        ...describeSource('m240', { settings }),
        id: find('m240').id,
      });
      expect([find('m7'), find('m8').id, find('m9').id]).toEqual([kept, removed.id, moved.id]);
      expect(await store.sources.addMany(many, scope, start)).toBe(0);
      expect(await store.sources.addMany([], scope, start)).toBe(0);
      expect(await store.sources.addMany(many, 'telegram:2', start)).toBe(250);
    });

    it('are added once where two add the same many together', async () => {
      const many = Array.from({ length: 120 }, (_, at) => describeSource(`m${at}`));
      const asked = [1, 2].map(() => store.sources.addMany(many, 'global', start));
      const counts = await Promise.all(asked);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(120);
      expect(await keys()).toHaveLength(122);
    });
  });
}
