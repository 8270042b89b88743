import type { Message } from '../../domain/message.ts';
import type { Texts } from '../../texts/texts.ts';
import { linkable, withoutCommands, withoutMentions } from './clean-text.ts';
import { blockSections } from './render-blocks.ts';
import { categorySection, closingSections, leadSections } from './render-post.ts';
import {
  cutRuns,
  fitSections,
  sectionsToHtml,
  sectionsToPlain,
  type Run,
  type Section,
} from './rich-text.ts';

export const textLimit = 4096;
export const captionLimit = 1024;
const titleLimit = 300;

export interface Rendered {
  /** For `parse_mode: 'HTML'`. */
  readonly html: string;
  /** The same words without marks, with the title's address, for when Telegram refuses the HTML. */
  readonly plain: string;
}

/** A link shown below the text, in place of a button. */
export interface TextLink {
  readonly label: string;
  readonly url: string;
}

/** The text of a message, within `limit` characters, that Telegram never refuses. */
export function renderMessage(
  message: Message,
  options: { readonly texts: Texts; readonly limit: number; readonly links?: readonly TextLink[] },
): Rendered {
  const sections = messageSections(message, options.texts, options.links ?? []);
  const fitted = fitSections(sections, options.limit);
  // Telegram refuses a message without text.
  if (fitted.every((section) => section.runs.every((run) => run.text.trim() === ''))) {
    return { html: '…', plain: '…' };
  }
  return { html: sectionsToHtml(fitted), plain: plainText(fitted, message, options.limit) };
}

function plainText(fitted: readonly Section[], message: Message, limit: number): string {
  const address = message.title?.url === undefined ? null : linkable(message.title.url);
  if (address === null || address.length > limit / 2) return sectionsToPlain(fitted);
  const shorter = fitSections(fitted, limit - address.length - 2);
  return `${sectionsToPlain(shorter)}\n\n${address}`;
}

function messageSections(message: Message, texts: Texts, links: readonly TextLink[]): readonly Section[] {
  const { story } = message;
  return [
    ...titleSections(message),
    ...(story === null ? [] : [categorySection(story, texts)]),
    ...textSections(message, texts),
    ...(story === null ? [] : closingSections(message, story, texts)),
    ...(message.footer === null ? [] : [footerSection(message.footer)]),
    ...(message.menu === null ? [] : [promptSection(message.menu.prompt)]),
    ...(links.length === 0 ? [] : [linksSection(links)]),
  ];
}

function titleSections({ title }: Message): readonly Section[] {
  if (title === null) return [];
  const run: Run = {
    text: withoutCommands(withoutMentions(title.text.trim())),
    bold: true,
    ...(title.url === undefined ? {} : { url: title.url }),
  };
  return [{ runs: cutRuns([run], titleLimit), give: 0, gap: 'line' }];
}

/** A post's plain paragraphs are its lead; everything else is shown block by block. */
function textSections(message: Message, texts: Texts): readonly Section[] {
  const lead = message.story === null ? null : leadOf(message);
  return lead === null ? blockSections(message.blocks, texts) : leadSections(lead);
}

function leadOf(message: Message): string | null {
  const paragraphs = message.blocks.map((block) =>
    block.kind === 'paragraph' && block.spans.every((span) => typeof span === 'string')
      ? block.spans.join('')
      : null,
  );
  return paragraphs.includes(null) ? null : paragraphs.join('\n\n');
}

const footerSection = (text: string): Section => ({
  runs: [{ text: withoutMentions(text), italic: true }],
  give: 3,
  gap: 'blank',
});

const promptSection = (text: string): Section => ({ runs: [{ text }], give: 2, gap: 'blank' });

const linksSection = (links: readonly TextLink[]): Section => ({
  runs: links.flatMap(({ label, url }, index) => [
    ...(index === 0 ? [] : [{ text: ' · ' }]),
    { text: label, url },
  ]),
  give: 0,
  gap: 'blank',
});
