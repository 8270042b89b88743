import type { CategoryId } from './category.ts';
import type { Id } from './ids.ts';
import type { Moment } from './moment.ts';

/** One piece of an article's text, cleaned of markup. */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export interface Picture {
  readonly url: string;
  /** As the publisher gives it, e.g. "Photo by A on B"; null when it gives none. */
  readonly credit: string | null;
}

/** One publisher's text with one canonical URL. */
export interface Article {
  readonly id: Id;
  readonly sourceId: Id;
  readonly storyId: Id;
  /** Absolute, without tracking parameters: what identifies the article. */
  readonly url: string;
  readonly title: string;
  /** The first sentences, plain text; may be empty. */
  readonly lead: string;
  readonly blocks: readonly TextBlock[];
  readonly authors: readonly string[];
  /** Null when the publisher does not say. */
  readonly published: Moment | null;
  readonly firstSeenAt: Date;
  readonly picture: Picture | null;
  /** The publisher's own label, as written. */
  readonly label: string | null;
  readonly category: CategoryId;
  /** Tickers, see asset.ts. */
  readonly assets: readonly string[];
  /** A press release or paid post. */
  readonly isSponsored: boolean;
  /** BCP 47, e.g. `en`; null when unknown. */
  readonly language: string | null;
}

/** The text of blocks as one string, a blank line between blocks. */
export function plainText(blocks: readonly TextBlock[]): string {
  return blocks
    .map((block) => (block.kind === 'list' ? block.items.map((item) => `- ${item}`).join('\n') : block.text))
    .join('\n\n');
}
