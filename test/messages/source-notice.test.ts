import { describe, expect, test } from 'vitest';
import type { NoticeKind } from '../../src/domain/notice.ts';
import type { Source } from '../../src/domain/source.ts';
import { sourceNotice } from '../../src/messages/source-notice.ts';
import { english } from '../../src/texts/english.ts';
import { renderPlain } from '../support/render.ts';
import { exampleSource } from '../support/source.ts';

const since = new Date('2026-03-01T08:00:00Z');

function said(kind: NoticeKind, parts: Partial<Source> = {}): string {
  const source = exampleSource({ lastError: 'The host has a fault of its own (HTTP 503).', ...parts });
  return renderPlain(sourceNotice({ kind, sourceId: source.id, since }, source, english));
}

describe('a notice', () => {
  test("of a server's own source that fails names the reason and the remedies", () => {
    expect(said('source-failing', { scope: 'discord:1' })).toMatchInlineSnapshot(`
      "== Example News cannot be read
      Reading it began to fail 2026-03-01T08:00. The host has a fault of its own (HTTP 503).
      I keep trying, and say so here when it is back.
      /sources test example tries it now. /sources pause example stops my trying, /sources remove example takes it away; if it has moved, /sources add takes its new address.
      [Test it] open sources test example
      [All sources] open sources list"
    `);
  });

  test('of a source for everybody says who can change it', () => {
    expect(said('source-failing')).toMatchInlineSnapshot(`
      "== Example News cannot be read
      Reading it began to fail 2026-03-01T08:00. The host has a fault of its own (HTTP 503).
      I keep trying, and say so here when it is back.
      /sources test example tries it now. It is read for everybody, so only the owners of this bot can use /sources pause example or /sources remove example; /unsubscribe ends what a channel gets.
      [Test it] open sources test example
      [All sources] open sources list"
    `);
  });

  test('of a source that is gone says how to have it read again', () => {
    const gone = { lastError: 'The host says that this address is gone for good (HTTP 410).' };
    expect(said('source-gone', { ...gone, scope: 'discord:1' })).toMatchInlineSnapshot(`
      "== Example News is gone for good
      It ended 2026-03-01T08:00. The host says that this address is gone for good (HTTP 410).
      I read it no more.
      If it has moved, /sources add takes its new address. /sources test example looks whether it is really gone. /sources resume example has me read it again, /sources remove example takes it away.
      [Test it] open sources test example
      [All sources] open sources list"
    `);
    expect(said('source-gone', gone)).toMatchInlineSnapshot(`
      "== Example News is gone for good
      It ended 2026-03-01T08:00. The host says that this address is gone for good (HTTP 410).
      I read it no more.
      If it has moved, /sources add takes its new address. /sources test example looks whether it is really gone. It is read for everybody, so only the owners of this bot can use /sources resume example or /sources remove example; /unsubscribe ends what a channel gets.
      [Test it] open sources test example
      [All sources] open sources list"
    `);
  });

  test('of a source that is back asks for nothing', () => {
    expect(said('source-back', { lastError: null })).toMatchInlineSnapshot(`
      "== Example News can be read again
      What it reports comes here again. There is nothing that you have to do.
      [All sources] open sources list"
    `);
  });

  test.each([
    [null, 'Reading it began to fail 2026-03-01T08:00.'],
    ['  ', 'Reading it began to fail 2026-03-01T08:00.'],
    ['no route\n to host', 'Reading it began to fail 2026-03-01T08:00. No route to host.'],
  ])('with the reason %j is a whole sentence', (lastError, expected) => {
    expect(said('source-failing', { lastError }).split('\n')[1]).toBe(expected);
  });

  test('shortens a reason that goes on and on', () => {
    const line = said('source-failing', { lastError: 'word '.repeat(2_000) }).split('\n')[1] ?? '';
    expect(line.length).toBeLessThan(400);
    expect(line).toMatch(/word…$/);
  });
});
