import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { defined, describeSource, putSources, start } from '../support/stored.ts';

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
  });
}
