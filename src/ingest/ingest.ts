/** The port to ingest: due sources → normalize → categorize → find assets → group into stories → save. */

import type { CategoryId } from '../domain/category.ts';
import type { SourceDescription } from '../domain/source.ts';
import type { SourceItem } from '../sources/source.ts';

/** What a round read, and what ended since that an earlier one had begun. */
export interface IngestRound {
  readonly sourcesRead: number;
  readonly sourcesFailed: number;
  readonly articlesAdded: number;
  readonly articlesUpdated: number;
  /** When the next source is due; null without sources. */
  readonly nextDueAt: Date | null;
}

/** What hubs brought. */
export interface PushedRound {
  /** How many documents were taken in. */
  readonly takenIn: number;
  /** How many could not be read: their sources are due now. */
  readonly notRead: number;
}

export interface Ingest {
  /**
   * Reads every source that is due, once. A source that fails does not stop the others, and one that takes long is
   * not waited for. Never throws for one.
   */
  runRound(): Promise<IngestRound>;
  /** Resolves when nothing is read any more that a round did not wait for. */
  settle(): Promise<void>;
  /** Takes in what hubs brought, without asking the sources. May run beside a round. Never throws for one document. */
  takePushed(): Promise<PushedRound>;
  /** What items of a source would be about as articles, in their order, leaving out what would be no article. */
  categoriesOf(items: readonly SourceItem[], source: ItemsSource): readonly CategoryId[];
}

export type ItemsSource = Pick<SourceDescription, 'name' | 'home' | 'url' | 'language'>;
