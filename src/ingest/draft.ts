import type { Picture, TextBlock } from '../domain/article.ts';
import type { Moment } from '../domain/moment.ts';

/** An article as its source tells it, normalized; what it is about is not yet known. */
export interface Draft {
  /** Canonical. */
  readonly url: string;
  readonly guid: string | null;
  readonly title: string;
  readonly lead: string;
  readonly blocks: readonly TextBlock[];
  readonly authors: readonly string[];
  readonly published: Moment | null;
  readonly picture: Picture | null;
  readonly labels: readonly string[];
  readonly isSponsored: boolean;
  readonly language: string | null;
}
