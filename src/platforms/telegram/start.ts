/** /start: four lines that say what to do next, or what a deep link asks for. */
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

/** Shows what a deep link would do, with the button that does it. */
export async function confirm(
  action: string,
  asking: Asking,
  { answers, texts }: Pick<ListenTools, 'answers' | 'texts'>,
): Promise<void> {
  const line = `/${action}`;
  const buttons = [{ label: line, action, role: 'open' as const }];
  const asked = [
    { kind: 'paragraph', spans: [texts.telegram.start.confirm] },
    { kind: 'paragraph', spans: [{ text: line, code: true }] },
  ] as const;
  await answers.tell({ ...emptyMessage, blocks: asked, buttons }, { asking });
}
