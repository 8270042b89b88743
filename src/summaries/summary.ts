/** The port to summaries. */
import type { TextBlock } from '../domain/article.ts';
import type { Story } from '../domain/story.ts';

export interface Summary {
  /** Two to four points, each a sentence or two, plain text. */
  readonly points: readonly string[];
  /** Whose text it was made from. */
  readonly publisher: string;
  readonly url: string;
}

/** An article that is not in the store, as its page gives it. */
export interface PassingText {
  readonly title: string;
  readonly lead: string;
  readonly blocks: readonly TextBlock[];
}

export interface Summaries {
  /** From the story's fullest article; kept until that text changes. Null when there is no text to summarize. */
  ofStory(story: Story): Promise<Summary | null>;
  /** Points as in {@link Summary}, kept nowhere; none when there is no text to summarize. */
  ofText(text: PassingText): Promise<readonly string[]>;
}
