import { expect, test } from 'vitest';
import { feedOf, startReader } from '../../support/reader.ts';

test.each([
  [undefined, 'Satwire/0.1 (news reader)'],
  ['', 'Satwire/0.1 (news reader)'],
  ['https://bot.example/about', 'Satwire/0.1 (news reader; +https://bot.example/about)'],
  ['ann@bot.example', 'Satwire/0.1 (news reader; +ann@bot.example)'],
  ['https://b.example\r\nX-Evil: 1', 'Satwire/0.1 (news reader; +https://b.exampleX-Evil:1)'],
  ['https://b.example) Mozilla (', 'Satwire/0.1 (news reader; +https://b.exampleMozilla)'],
  ['https://bücher.example/é', 'Satwire/0.1 (news reader; +https://bcher.example/)'],
])('the contact %j makes the name %s', async (contact, name) => {
  const { publisher, reader, at, lastHeaders } = await startReader({ contact });
  publisher.serve('/feed', { body: feedOf() });
  expect(await reader.read(at('/feed'))).toMatchObject({ kind: 'read' });
  expect(lastHeaders()['user-agent']).toBe(name);
  expect(lastHeaders()['x-evil']).toBeUndefined();
});

test('pages and robots.txt are asked for under the same name', async () => {
  const { publisher, reader } = await startReader({ contact: 'ann@bot.example' });
  publisher.serve('/a', { headers: { 'content-type': 'text/html' }, body: '<h1>A</h1>' });
  await reader.readPage(`${publisher.url}/a`, null);
  expect(new Set(publisher.requests.map(({ headers }) => headers['user-agent']))).toEqual(
    new Set(['Satwire/0.1 (news reader; +ann@bot.example)']),
  );
});
