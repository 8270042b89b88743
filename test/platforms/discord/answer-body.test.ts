import { expect, it } from 'vitest';
import { emptyMessage, textMessage } from '../../../src/domain/message.ts';
import { answerBody } from '../../../src/platforms/discord/answer-body.ts';
import { english } from '../../../src/texts/english.ts';
import { sampleEntry } from './samples.ts';

const bodyOf = (message: ReturnType<typeof textMessage>) =>
  answerBody(message, { texts: english, isModerators: true }).body;

it('carries an attachment as a file, and pings nobody', () => {
  const body = bodyOf({ ...textMessage('Here.'), attachment: { name: 'list.opml', text: '<opml/> ü' } });
  expect(body.files).toEqual([{ attachment: Buffer.from('<opml/> ü'), name: 'list.opml' }]);
  expect(body.allowedMentions).toEqual({ parse: [] });
});

it.each([{}, { attachment: null }])('has no file without one', (parts) => {
  expect(bodyOf({ ...textMessage('Here.'), ...parts })).not.toHaveProperty('files');
});

it('lets a person open one of the stories that it lists', () => {
  const entries = [7, 8].map((number) => ({ kind: 'entry' as const, entry: sampleEntry({ number }) }));
  const { components } = bodyOf({ ...emptyMessage, blocks: entries });
  expect(components).toMatchObject([
    {
      components: [
        {
          placeholder: 'Read one of these stories',
          options: [
            { label: expect.stringMatching(/^#7 /), value: 'read 7' },
            { label: expect.stringMatching(/^#8 /), value: 'read 8' },
          ],
        },
      ],
    },
  ]);
});

it('keeps a menu that the message has itself', () => {
  const menu = { prompt: 'Which?', choices: [{ label: 'All', action: 'latest' }] };
  const { components } = bodyOf({ ...emptyMessage, menu, blocks: [{ kind: 'entry', entry: sampleEntry() }] });
  expect(JSON.stringify(components)).toContain('Which?');
  expect(JSON.stringify(components)).not.toContain('read ');
});
