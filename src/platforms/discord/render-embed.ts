import type { APIEmbed } from 'discord.js';
import { categoryOf } from '../../domain/category.ts';
import type { Message, StoryFacts } from '../../domain/message.ts';
import type { Texts } from '../../texts/texts.ts';
import { categoryColor } from './category-color.ts';
import { cutAtWord, cutToFit } from './cut-at-word.ts';
import { escapeMarkdown, linkable, linkTo, withoutControls } from './escape-markdown.ts';
import { limits } from './limits.ts';
import { renderBlocks } from './render-blocks.ts';
import { renderMoment } from './render-spans.ts';

/** A message as one embed within all of Discord's limits. */
export function renderEmbed(message: Message, texts: Texts): APIEmbed {
  const embed: APIEmbed = {};
  if (message.story !== null) {
    embed.color = categoryColor[message.story.category];
    // Discord shows the author's line as it is: nothing in it is markdown.
    embed.author = { name: cutAtWord(withoutControls(kicker(message.story, texts)), limits.embedAuthor) };
  }
  addTitle(embed, message);
  const description = renderDescription(message, texts);
  if (description !== '') embed.description = description;
  const picture = message.image === null ? null : linkable(message.image.url, limits.embedUrl);
  if (picture !== null) embed.image = { url: picture };
  const footer = smallPrint(message, picture !== null, texts);
  if (footer !== '') embed.footer = { text: footer };
  return isEmpty(embed) ? { ...embed, description: '…' } : embed;
}

function addTitle(embed: APIEmbed, { title }: Message): void {
  const text = title === null ? '' : cutToFit(title.text.trim(), limits.embedTitle, escapeMarkdown);
  if (title === null || text === '') return;
  embed.title = text;
  const url = title.url === undefined ? null : linkable(title.url, limits.embedUrl);
  if (url !== null) embed.url = url;
}

/** The line above the title: what kind of news, about which assets. */
function kicker(story: StoryFacts, texts: Texts): string {
  const category = texts.stories.categoryName({ category: story.category });
  return [
    `${categoryOf(story.category).emoji} ${category}`,
    ...(story.assets.length > 0 ? [story.assets.join(', ')] : []),
    ...(story.isSponsored ? [texts.stories.sponsored] : []),
  ].join(' · ');
}

function renderDescription(message: Message, texts: Texts): string {
  // What is said about the story keeps its place however long the text is.
  const below = message.story === null ? '' : aboutStory(message.story, texts);
  const room = limits.embedDescription - below.length - (below === '' ? 0 : 2);
  const text = renderBlocks(message.blocks, room, texts).trim();
  return [text, below].filter((part) => part !== '').join('\n\n');
}

function aboutStory(story: StoryFacts, texts: Texts): string {
  const publisher = cutToFit(story.publisher, limits.embedTitle, escapeMarkdown);
  const moment = story.moment === null ? '' : renderMoment(story.moment, 'full', texts.language);
  const told = [publisher === '' ? '' : `**${publisher}**`, moment].filter((part) => part !== '').join(' · ');
  return [told, alsoReported(story, texts)].filter((line) => line !== '').join('\n');
}

const roomForReports = 1400;

/** Who else reports it, linked; those that do not fit are counted. */
function alsoReported(story: StoryFacts, texts: Texts): string {
  const shown: string[] = [];
  let length = 0;
  for (const report of story.alsoReportedBy) {
    const link = linkTo(cutAtWord(report.name, 60), report.url);
    if (length + link.length > roomForReports) break;
    length += link.length + 2;
    shown.push(link);
  }
  const left = story.alsoReportedBy.length - shown.length;
  if (left > 0) shown.push(texts.stories.andMore({ count: left }));
  return shown.length === 0 ? '' : `${texts.stories.alsoReportedBy} ${shown.join(', ')}`;
}

function smallPrint(message: Message, hasPicture: boolean, texts: Texts): string {
  const credit = message.image?.credit ?? '';
  const parts = [
    message.story === null ? '' : texts.stories.number(message.story),
    hasPicture && credit !== '' ? texts.stories.pictureCredit({ credit }) : '',
    message.footer ?? '',
  ];
  return cutAtWord(withoutControls(parts.filter((part) => part !== '').join(' · ')), limits.embedFooter);
}

function isEmpty(embed: APIEmbed): boolean {
  return embed.title === undefined && embed.description === undefined && embed.image === undefined;
}
