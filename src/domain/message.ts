/**
 * What a channel reads before a platform dresses it. All text is plain: a platform escapes it, shortens it to its
 * limits at a word, and lets nothing in it take effect.
 */
import type { CategoryId } from './category.ts';
import type { Moment } from './moment.ts';

/** A run of text; a time is shown in the reader's own time where the platform can. */
export type Span =
  | string
  | { readonly text: string; readonly bold?: boolean; readonly code?: boolean; readonly url?: string }
  | { readonly moment: Moment; readonly style: 'relative' | 'full' };

export type Spans = readonly Span[];

export type Block =
  | { readonly kind: 'paragraph'; readonly spans: Spans }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Spans[] }
  | { readonly kind: 'entry'; readonly entry: Entry };

/** One story in a list of stories. */
export interface Entry {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly category: CategoryId;
  /** Publishers, first report first. */
  readonly sources: readonly string[];
  readonly moment: Moment | null;
  /** A shortened lead or the place that a search found; may be empty. */
  readonly excerpt: string;
}

/**
 * A command line as a person would type it without the slash, e.g. `summarize 42` or `latest category:policy page:2`.
 * It is parsed anew when it is used, also after a restart, also years later.
 */
export type Action = string;

export type Button =
  | {
      readonly label: string;
      readonly action: Action;
      /** `turn`: the answer takes the place of the message that the button is on. `open`: an answer of its own. */
      readonly role: 'turn' | 'open';
    }
  | { readonly label: string; readonly url: string };

/** One of many: a select menu on Discord, buttons on Telegram, a numbered list on the console. */
export interface Menu {
  readonly prompt: string;
  /** At most 25. */
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly label: string;
  readonly description?: string;
  readonly action: Action;
}

/** The parts of a story that a post shows beside its text. */
export interface StoryFacts {
  readonly number: number;
  readonly category: CategoryId;
  readonly assets: readonly string[];
  readonly publisher: string;
  readonly moment: Moment | null;
  /** Who else reports it. */
  readonly alsoReportedBy: readonly { readonly name: string; readonly url: string }[];
  readonly isSponsored: boolean;
}

export interface Message {
  readonly title: { readonly text: string; readonly url?: string } | null;
  /** Present when the message is a post of one story. */
  readonly story: StoryFacts | null;
  readonly blocks: readonly Block[];
  readonly image: { readonly url: string; readonly credit: string | null } | null;
  /** Small print below everything, e.g. "page 2 of 5". */
  readonly footer: string | null;
  readonly buttons: readonly Button[];
  readonly menu: Menu | null;
  /** A text file that goes with an answer. */
  readonly attachment?: { readonly name: string; readonly text: string } | null;
}

/** A message with nothing in it, to spread the wanted parts over. */
export const emptyMessage: Message = {
  title: null,
  story: null,
  blocks: [],
  image: null,
  footer: null,
  buttons: [],
  menu: null,
};

/** A message that is one or more paragraphs of plain text. */
export function textMessage(...paragraphs: readonly string[]): Message {
  return { ...emptyMessage, blocks: paragraphs.map((text) => ({ kind: 'paragraph', spans: [text] })) };
}
