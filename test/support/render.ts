import type { Block, Button, Message, Span } from '../../src/domain/message.ts';
import type { Moment } from '../../src/domain/moment.ts';
import { categoryOf } from '../../src/domain/category.ts';

/** A message as plain lines, everything that it holds, for inline snapshots. */
export function renderPlain(message: Message): string {
  const { title, story, blocks, image, footer, buttons, menu } = message;
  return [
    ...(title === null ? [] : [`== ${title.text}${title.url === undefined ? '' : ` <${title.url}>`}`]),
    ...(story === null
      ? []
      : [
          `[story ${story.number} ${story.category} ${story.assets.join(' ')}] ${story.publisher}${at(story.moment)}`,
        ]),
    ...blocks.flatMap(renderBlock),
    ...(image === null ? [] : [`(picture ${image.url}${image.credit === null ? '' : `, ${image.credit}`})`]),
    ...(footer === null ? [] : [`-- ${footer}`]),
    ...buttons.map(renderButton),
    ...(menu === null ? [] : [`? ${menu.prompt}`, ...menu.choices.map(renderChoice)]),
  ].join('\n');
}

function renderBlock(block: Block): readonly string[] {
  if (block.kind === 'heading') return [`# ${block.text}`];
  if (block.kind === 'paragraph') return [block.spans.map(renderSpan).join('')];
  if (block.kind === 'list') return block.items.map((spans) => `- ${spans.map(renderSpan).join('')}`);
  const { number, title, category, sources, moment, excerpt } = block.entry;
  const head = `#${number} ${categoryOf(category).emoji} ${title} (${sources.join(', ')}${at(moment)})`;
  return excerpt === '' ? [head] : [head, `   ${excerpt}`];
}

function renderSpan(span: Span): string {
  if (typeof span === 'string') return span;
  if ('moment' in span) return timeOf(span.moment);
  const text = span.url === undefined ? span.text : `${span.text} <${span.url}>`;
  if (span.code === true) return `\`${text}\``;
  return span.bold === true ? `*${text}*` : text;
}

function renderButton(button: Button): string {
  return 'url' in button
    ? `[${button.label}] <${button.url}>`
    : `[${button.label}] ${button.role} ${button.action}`;
}

function renderChoice(choice: { label: string; description?: string; action: string }): string {
  return `  ${choice.label}${choice.description === undefined ? '' : ` (${choice.description})`}: ${choice.action}`;
}

function at(moment: Moment | null): string {
  return moment === null ? '' : `, ${timeOf(moment)}`;
}

function timeOf({ at, precision }: Moment): string {
  return at.toISOString().slice(0, precision === 'day' ? 10 : 16);
}
