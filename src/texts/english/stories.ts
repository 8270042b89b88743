import type { CategoryId } from '../../domain/category.ts';
import { categoryOf } from '../../domain/category.ts';
import { counted, enumerated } from './wording.ts';

/** What is said about stories, in posts and in answers. */
export const stories = {
  summarizeButton: 'Summarize',
  readButton: 'Read',
  relatedButton: 'Related',
  articleButton: 'Open article',
  /** Before the names of other publishers, which platforms link. */
  alsoReportedBy: 'Also reported by',
  /** Where more publishers report a story than fit. */
  andMore: (given: { readonly count: number }) => `and ${given.count} more`,
  /** Marks a press release or a paid post. */
  sponsored: 'Press release',
  pictureCredit: (given: { readonly credit: string }) =>
    /^(?:photo|image|picture|illustration|source|credit)\b/i.test(given.credit)
      ? given.credit
      : `Picture: ${given.credit}`,
  number: (given: { readonly number: number }) => `#${given.number}`,
  /** In place of an edit, where a platform cannot edit what it has shown. */
  updated: (given: {
    readonly number: number;
    readonly title: string;
    readonly sources: readonly string[];
  }) => `Story ${given.number} is now told by ${enumerated(given.sources)}: ${given.title}`,
  /** Publishers in a list of stories: the first by name. */
  reportedBy: (given: { readonly sources: readonly string[] }) => {
    const [first = '', ...others] = given.sources;
    return others.length === 0 ? first : `${first} and ${counted(others.length, 'other', 'others')}`;
  },
  categoryName: (given: { readonly category: CategoryId }) => categoryOf(given.category).name,
  digestTitle: (given: { readonly count: number }) => `${counted(given.count, 'story', 'stories')} for you`,
  digestAllButton: 'All stories',
  digestLeftOut: (given: { readonly count: number }) =>
    `${counted(given.count, 'more story', 'more stories')} did not fit here: /digest shows them.`,
  /** The summary's own line about where it comes from. */
  summarizedFrom: (given: { readonly publisher: string }) =>
    `From the article in ${given.publisher}, in its own words.`,
};
