/** The port to ingest: due sources → normalize → categorize → find assets → group into stories → save. */

export interface IngestRound {
  readonly sourcesRead: number;
  readonly sourcesFailed: number;
  readonly articlesAdded: number;
  readonly articlesUpdated: number;
  /** When the next source is due; null without sources. */
  readonly nextDueAt: Date | null;
}

export interface Ingest {
  /** Reads every source that is due, once. A source that fails does not stop the others. Never throws for one. */
  runRound(): Promise<IngestRound>;
}
