import type { ChannelDescription } from '../domain/channel.ts';
import type { Scope } from '../domain/scope.ts';
import type { Source } from '../domain/source.ts';
import type { Story } from '../domain/story.ts';
import type { CommandRequest, OpenedFile } from './command.ts';
import type { Store } from '../store/store.ts';
import type { Texts } from '../texts/texts.ts';

/** Where the values of options are looked up: what is seen from one channel. */
export interface Lookup {
  readonly texts: Texts;
  /** The channel that the command acts on. */
  readonly target: ChannelDescription;
  /** A merged story's number gives the survivor. */
  storyByNumber(number: number): Promise<Story | null>;
  storyByUrl(url: string): Promise<Story | null>;
  /** The newest stories, newest first. */
  newestStories(limit: number): Promise<readonly Story[]>;
  /** All that are seen, by name. */
  sources(): Promise<readonly Source[]>;
  /** A file that the platform keeps for itself; null for any other. */
  openFile(file: string): Promise<OpenedFile | null>;
}

export interface LookupParts {
  readonly store: Store;
  readonly texts: Texts;
  readonly target: ChannelDescription;
  readonly scopes: readonly Scope[];
  readonly openFile?: CommandRequest['openFile'];
}

/** Lives for one request: what it has read once it does not read again. */
export function createLookup({ store, texts, target, scopes, openFile }: LookupParts): Lookup {
  let sources: Promise<readonly Source[]> | null = null;
  return {
    texts,
    target,
    storyByNumber: (number) => store.stories.byNumber(number, scopes),
    storyByUrl: (url) => store.stories.byUrl(url, scopes),
    newestStories: async (limit) => (await store.stories.latest({ scopes }, { page: 1, size: limit })).items,
    sources: () => (sources ??= store.sources.list(scopes)),
    openFile: async (file) => (await openFile?.(file)) ?? null,
  };
}
