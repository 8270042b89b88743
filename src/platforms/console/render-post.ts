import { categoryOf } from '../../domain/category.ts';
import type { Message, StoryFacts } from '../../domain/message.ts';
import { cleanText } from './clean-text.ts';
import { renderBlocks } from './render-blocks.ts';
import { facts, indent, momentText, type RenderView } from './render-view.ts';
import { textWidth } from './text-width.ts';
import { shortenText, wrapText } from './wrap-text.ts';

/** A channel as the console tells it apart: its name, and its place among the channels for its colour. */
export interface ChannelLabel {
  readonly name: string;
  readonly place: number;
}

const titleMax = 300;
const paragraphMax = 700;

/** A post as lines: the channel's label, and below it the message along a bar in the channel's colour. */
export function renderPost(message: Message, channel: ChannelLabel, view: RenderView): readonly string[] {
  const inner = { ...view, width: view.width - 3 };
  const label = view.paint.label(channel.name, channel.place);
  const about = message.story === null ? '' : heading(message.story, view);
  const isBeside = textWidth(channel.name) + 3 + textWidth(about) <= view.width;
  const below = isBeside || about === '' ? [] : wrapText(about, inner.width).map(view.paint.dim);
  return [
    isBeside && about !== '' ? `${label} ${view.paint.dim(about)}` : label,
    ...indent(
      [
        ...below,
        ...renderTitle(message, inner),
        ...renderText(message, inner),
        ...renderSmallPrint(message, inner),
      ],
      barOf(channel, view),
    ),
    '',
  ];
}

/** The one line that a newer revision of a story gets, since what was printed stays. */
export function renderUpdate(message: Message, channel: ChannelLabel, view: RenderView): readonly string[] {
  const title = cleanText(message.title?.text ?? '');
  const text =
    message.story === null
      ? title
      : view.texts.stories.updated({
          number: message.story.number,
          title,
          sources: [message.story.publisher, ...message.story.alsoReportedBy.map((other) => other.name)],
        });
  // A label's own letters take two columns more than the name; colour takes none.
  const place = '#'.repeat(textWidth(channel.name) + 2);
  const [first = '', ...rest] = wrapText(`${place} ${cleanText(text)}`, view.width - 3);
  const label = view.paint.label(channel.name, channel.place);
  return [label + first.slice(place.length), ...indent(rest, barOf(channel, view)), ''];
}

const barOf = (channel: ChannelLabel, view: RenderView) => ` ${view.paint.channel('│', channel.place)} `;

function heading(story: StoryFacts, view: RenderView): string {
  const { texts } = view;
  return facts(
    `${categoryOf(story.category).emoji} ${texts.stories.categoryName({ category: story.category })}`,
    texts.console.story({ number: story.number }),
    story.isSponsored ? texts.stories.sponsored : null,
  );
}

function renderTitle(message: Message, view: RenderView): readonly string[] {
  if (message.title === null) return [];
  return wrapText(shortenText(cleanText(message.title.text), titleMax), view.width).map(view.paint.bold);
}

function renderText(message: Message, view: RenderView): readonly string[] {
  return renderBlocks(
    message.blocks.map((block) =>
      block.kind === 'paragraph' && block.spans.every((span) => typeof span === 'string')
        ? { ...block, spans: [shortenText(cleanText(block.spans.join('')), paragraphMax)] }
        : block,
    ),
    view,
  );
}

function renderSmallPrint(message: Message, view: RenderView): readonly string[] {
  const { paint, texts } = view;
  const credit = message.image?.credit ?? null;
  const small = [
    message.story === null ? '' : storyFacts(message.story, view),
    credit === null ? '' : texts.stories.pictureCredit({ credit }),
    message.footer ?? '',
  ];
  const actions = message.buttons.map((button) => ('action' in button ? `/${button.action}` : button.url));
  return [
    ...small
      .filter((line) => line !== '')
      .flatMap((line) => wrapText(cleanText(line), view.width))
      .map(paint.dim),
    ...(message.title?.url === undefined ? [] : [paint.link(cleanText(message.title.url))]),
    ...(actions.length === 0
      ? []
      : wrapText(actions.map(cleanText).join(' · '), view.width).map(paint.accent)),
  ];
}

function storyFacts(story: StoryFacts, view: RenderView): string {
  const others = story.alsoReportedBy.map((other) => other.name);
  return facts(
    story.publisher,
    story.moment === null ? null : momentText(story.moment, 'full', view),
    others.length === 0 ? null : `${view.texts.stories.alsoReportedBy.toLowerCase()} ${others.join(', ')}`,
    story.assets.join(' '),
  );
}
