/** The port to summaries. */
import type { Story } from '../domain/story.ts';

export interface Summary {
  /** Two to four points, each a sentence or two, plain text. */
  readonly points: readonly string[];
  /** Whose text it was made from. */
  readonly publisher: string;
  readonly url: string;
}

export interface Summaries {
  /** From the story's fullest article; kept until that text changes. Null when there is no text to summarize. */
  ofStory(story: Story): Promise<Summary | null>;
}
