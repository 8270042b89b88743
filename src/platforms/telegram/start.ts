/** /start: four lines that say what to do next. */
import { emptyMessage, type Button } from '../../domain/message.ts';
import type { Asking } from './asker.ts';
import type { ListenTools } from './listen.ts';
import { setUpPress } from './set-up.ts';

export async function greet(asking: Asking, { answers, commands, texts }: ListenTools): Promise<void> {
  const { start } = texts.telegram;
  const offered = (name: string, label: string): readonly Button[] =>
    commands.some((command) => command.name === name) ? [{ label, action: name, role: 'open' }] : [];
  const lines = [start.news, start.read, start.subscribe];
  const isDirect = asking.channel.kind === 'direct';
  await answers.tell(
    {
      ...emptyMessage,
      blocks: [{ kind: 'paragraph', spans: [[...lines, ...(isDirect ? [start.channels] : [])].join('\n')] }],
      buttons: [...offered('latest', start.latestButton), ...offered('subscribe', start.subscribeButton)],
    },
    { asking, extra: isDirect ? [{ text: start.channelsButton, callback_data: setUpPress }] : [] },
  );
}
