import { expect, it } from 'vitest';
import { textMessage } from '../../../src/domain/message.ts';
import { answerBody } from '../../../src/platforms/discord/answer-body.ts';
import { english } from '../../../src/texts/english.ts';

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
