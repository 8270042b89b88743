import type { Message } from '../../domain/message.ts';
import { choicesOf, type NumberedChoice } from './choices.ts';
import { cleanText } from './clean-text.ts';
import { renderBlocks } from './render-blocks.ts';
import { facts, indent, momentText, type RenderView } from './render-view.ts';
import { wrapRuns, type Run } from './wrap-runs.ts';
import { wrapText } from './wrap-text.ts';

/** An answer as lines, set in a little, with its buttons and choices numbered for typing. */
export function renderReply(message: Message, view: RenderView): readonly string[] {
  const inner = { ...view, width: view.width - 2, addressBelow: message.title?.url };
  const parts = [
    [...renderTitle(message, inner), ...renderFacts(message, inner)],
    renderBlocks(message.blocks, inner),
    renderAttachment(message, inner),
    renderBelow(message, inner),
    renderButtons(message, inner),
    renderMenu(message, inner),
  ].filter((lines) => lines.length > 0);
  return indent(['', ...parts.flatMap((lines) => [...lines, ''])], '  ');
}

function renderTitle(message: Message, view: RenderView): readonly string[] {
  if (message.title === null) return [];
  return wrapText(cleanText(message.title.text), view.width).map(view.paint.bold);
}

function renderFacts(message: Message, view: RenderView): readonly string[] {
  const { story } = message;
  if (story === null) return [];
  const others = story.alsoReportedBy.map((other) => other.name);
  const line = facts(
    view.texts.console.story({ number: story.number }),
    story.publisher,
    story.moment === null ? null : momentText(story.moment, 'full', view),
    others.length === 0 ? null : `${view.texts.stories.alsoReportedBy.toLowerCase()} ${others.join(', ')}`,
    story.isSponsored ? view.texts.stories.sponsored : null,
  );
  return wrapText(line, view.width).map(view.paint.dim);
}

/** Its text as it is, so that it can be copied. */
function renderAttachment({ attachment }: Message, { paint }: RenderView): readonly string[] {
  if (attachment === undefined || attachment === null) return [];
  return [paint.dim(`${cleanText(attachment.name)}:`), ...attachment.text.split('\n').map(cleanText)];
}

function renderBelow(message: Message, view: RenderView): readonly string[] {
  const { paint, texts } = view;
  const credit = message.image?.credit ?? null;
  const small = [credit === null ? '' : texts.stories.pictureCredit({ credit }), message.footer ?? ''];
  const links = message.buttons.flatMap((button) => ('url' in button ? [button] : []));
  return [
    ...small
      .filter((line) => line !== '')
      .flatMap((line) => wrapText(cleanText(line), view.width))
      .map(paint.dim),
    ...(message.title?.url === undefined ? [] : [paint.link(cleanText(message.title.url))]),
    ...links
      .filter((button) => button.url !== message.title?.url)
      .map((button) => `${cleanText(button.label)}: ${paint.link(cleanText(button.url))}`),
  ];
}

function renderButtons(message: Message, view: RenderView): readonly string[] {
  return renderRows(choicesOf(message).buttons, view);
}

/** Longer labels than this stand below each other. */
const longestInRow = 16;
const gap = '   ';

function renderMenu(message: Message, view: RenderView): readonly string[] {
  if (message.menu === null) return [];
  const { menu } = choicesOf(message);
  const isShort = menu.every(
    ({ description, label }) => description === null && label.length <= longestInRow,
  );
  return [
    ...wrapText(cleanText(message.menu.prompt), view.width),
    ...(isShort
      ? renderRows(menu, view)
      : menu.flatMap((choice) => wrapRuns(runsOf(choice, view), view.width))),
  ];
}

/** Beside each other, as many as fit; a choice is not broken where it would fit by itself. */
function renderRows(choices: readonly NumberedChoice[], view: RenderView): readonly string[] {
  const rows: { runs: readonly Run[]; length: number }[] = [];
  for (const choice of choices) {
    const runs = runsOf(choice, view);
    const length = runs.reduce((sum, { text }) => sum + text.length, 0);
    const row = rows.at(-1);
    if (row === undefined || row.length + gap.length + length > view.width) rows.push({ runs, length });
    else {
      row.runs = [...row.runs, { text: gap }, ...runs];
      row.length += gap.length + length;
    }
  }
  return rows.flatMap(({ runs }) => wrapRuns(runs, view.width));
}

function runsOf(choice: NumberedChoice, view: RenderView): readonly Run[] {
  const about =
    choice.description === null
      ? []
      : [{ text: ` · ${cleanText(choice.description)}`, paint: view.paint.dim }];
  return [
    { text: `${choice.number})`, paint: view.paint.accent },
    { text: ` ${cleanText(choice.label)}` },
    ...about,
  ];
}
