/** The parts of a story's post beside its title. */
import { categoryOf } from '../../domain/category.ts';
import type { Message, StoryFacts } from '../../domain/message.ts';
import type { Texts } from '../../texts/texts.ts';
import { withoutCommands, withoutMentions } from './clean-text.ts';
import { momentRun } from './moment-run.ts';
import type { Run, Section } from './rich-text.ts';

/** How much of a lead is read without opening anything; a lead little longer is not folded. */
const openLeadLength = 280;
const wholeLeadLength = 420;
const mostNamedReports = 8;

/** What stands between title and text. */
export function categorySection(story: StoryFacts, texts: Texts): Section {
  const category = categoryOf(story.category);
  const sponsored = story.isSponsored ? ` · ${texts.stories.sponsored}` : '';
  const name = texts.stories.categoryName({ category: story.category });
  const number = texts.stories.number({ number: story.number });
  return { runs: [{ text: `${category.emoji} ${name}${sponsored} · ${number}` }], give: 2, gap: 'line' };
}

/** The lead: its first sentences open, the rest in a quotation that the reader opens. */
export function leadSections(lead: string): readonly Section[] {
  const text = withoutCommands(withoutMentions(lead.trim()));
  if (text.length <= wholeLeadLength) return [{ runs: [{ text }], give: 8, gap: 'blank' }];
  const end = endOfSentences(text, openLeadLength);
  return [
    { runs: [{ text: text.slice(0, end).trimEnd() }], give: 8, gap: 'blank' },
    { runs: [{ text: text.slice(end).trimStart() }], give: 9, gap: 'line', isQuote: true },
  ];
}

function endOfSentences(text: string, wanted: number): number {
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)) {
    if (index + segment.length >= wanted * 0.6) return index + segment.length;
  }
  return text.length;
}

/** What stands below the text: other publishers, publisher and time, the picture's credit, hashtags. */
export function closingSections(message: Message, story: StoryFacts, texts: Texts): readonly Section[] {
  const time: readonly Run[] =
    story.moment === null ? [] : [{ text: ' · ' }, momentRun(story.moment, 'full', texts.language)];
  const credit = message.image?.credit ?? null;
  const sections: Section[] = [
    { runs: reportsRuns(story, texts), give: 6, gap: 'blank' },
    {
      runs: [{ text: withoutMentions(story.publisher), bold: true }, ...time],
      give: 1,
      gap: story.alsoReportedBy.length > 0 ? 'line' : 'blank',
    },
  ];
  if (credit !== null) {
    const text = withoutMentions(texts.stories.pictureCredit({ credit }));
    sections.push({ runs: [{ text, italic: true }], give: 5, gap: 'line' });
  }
  return [...sections, { runs: [{ text: hashtags(story) }], give: 4, gap: 'line' }];
}

function reportsRuns(story: StoryFacts, texts: Texts): readonly Run[] {
  const named = story.alsoReportedBy.slice(0, mostNamedReports);
  const rest = story.alsoReportedBy.length - named.length;
  if (named.length === 0) return [];
  const links = named.flatMap((report, index): readonly Run[] => [
    ...(index === 0 ? [] : [{ text: ', ' }]),
    { text: withoutMentions(report.name), url: report.url },
  ]);
  const more = rest > 0 ? [{ text: ` ${texts.stories.andMore({ count: rest })}` }] : [];
  return [{ text: `${texts.stories.alsoReportedBy} ` }, ...links, ...more];
}

/** By the category's id, as names have spaces; a ticker with other characters makes no hashtag. */
function hashtags(story: StoryFacts): string {
  return [story.category, ...story.assets.filter((ticker) => /^\w*[A-Za-z]\w*$/.test(ticker))]
    .map((word) => `#${word}`)
    .join(' ');
}
