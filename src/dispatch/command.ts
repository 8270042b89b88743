/**
 * What a command is, for all platforms: one definition each, from which come Discord's application commands,
 * Telegram's command list, the console's parser, the help text and the validation.
 */
import type { ChannelDescription, PlatformId } from '../domain/channel.ts';
import type { Clock } from '../domain/clock.ts';
import type { Message } from '../domain/message.ts';
import type { Scope } from '../domain/scope.ts';
import type { Ingest } from '../ingest/ingest.ts';
import type { Sources } from '../sources/source.ts';
import type { Store } from '../store/store.ts';
import type { Summaries } from '../summaries/summary.ts';
import type { Texts } from '../texts/texts.ts';
import type { Lookup } from './lookup.ts';

export * from './options.ts';
export type { FoundSource, ListedFeed, SourceItem } from '../sources/source.ts';
export { nearestOf } from './nearest.ts';
export { turnPages } from './pages.ts';

/** Who may use a command: anyone, moderators of the channel it acts on, owners of the bot. */
export type Access = 'anyone' | 'moderators' | 'owners';

export type OptionType =
  | 'text'
  | 'integer'
  | 'choice'
  | 'category'
  | 'asset'
  | 'source'
  | 'story'
  | 'channel'
  | 'duration'
  | 'attachment'
  | 'boolean'
  | 'role';

/** One typed option of a command. Made by the functions in options.ts, which give `Value` its type. */
export interface Option<Value = unknown> {
  readonly type: OptionType;
  readonly description: string;
  readonly isRequired: boolean;
  /** Several values, separated by commas where they are typed. */
  readonly isList: boolean;
  /** Takes the words that name no option, e.g. `/search hong kong`; several such options share them by type. */
  readonly isPositional: boolean;
  readonly choices: readonly OptionChoice[];
  readonly min?: number;
  readonly max?: number;
  /** Text to value. Rejects with a MendableError whose sentence names the remedy. */
  parse(given: GivenText): Promise<Value>;
}

export interface OptionChoice {
  readonly value: string;
  readonly name: string;
}

/** What was given for an option, and where its value may be looked up. */
export interface GivenText {
  readonly name: string;
  readonly text: string;
  readonly lookup: Lookup;
}

export type Options = Readonly<Record<string, Option>>;

/** The values of options, as handed to `run`. */
export type ValuesOf<Given extends Options> = {
  readonly [Name in keyof Given]: Given[Name] extends Option<infer Value> ? Value : never;
};

/** One act: a command without subcommands, or one subcommand. */
export interface Act<Given extends Options = Options> {
  readonly description: string;
  /** The command's own unless told. */
  readonly example?: string;
  readonly access: Access;
  /** The setting by which an act that moderators could use is kept for owners. */
  readonly keptBySetting?: string;
  readonly options: Given;
  /** Whether the answer is seen by the asker alone where the platform can do that. */
  readonly isPrivate?: boolean;
  /** May be used where the bot is not a member: by people who installed it for themselves, and in private chats. */
  readonly isPersonal?: boolean;
  run(values: ValuesOf<Given>, context: CommandContext): Promise<Message>;
}

export interface Command {
  /** `^[a-z0-9_]{1,32}$`. */
  readonly name: string;
  readonly description: string;
  /** A command line that shows the use, for `help`, e.g. `/search hong kong since:7d`. */
  readonly example: string;
  /** The one act of a command without subcommands is under ''; of several, the first is meant where none is named. */
  readonly acts: Readonly<Record<string, Act>>;
}

/** What the owners of the bot allow servers and chats to add. */
export interface SourceRules {
  readonly addedBy: 'moderators' | 'owners';
  /** The most that one server or chat may have of its own; 0 for none. */
  readonly mostPerScope: number;
}

/** What the commands use. */
export interface Services {
  readonly store: Store;
  readonly summaries: Summaries;
  readonly sources: Sources;
  readonly ingest: Ingest;
  readonly clock: Clock;
  readonly texts: Texts;
  readonly sourceRules: SourceRules;
  /** All commands, in the order of `help`. */
  readonly commands: readonly Command[];
  /** Whether each platform that is on is connected, and remarks for the owner. */
  readonly platforms: () => readonly {
    readonly id: PlatformId;
    readonly isConnected: boolean;
    readonly remarks: readonly string[];
  }[];
  readonly startedAt: Date;
  /** Wakes the stages after a change that concerns them, e.g. a new source or a resumed channel. */
  readonly wake: () => void;
}

/** Who asks, where, and with what rights; as the platform verified it. */
export interface Asker {
  /** The platform's id of the person; stable. */
  readonly personId: string;
  readonly personName: string;
  readonly channel: ChannelDescription;
  readonly isModerator: boolean;
  readonly isOwner: boolean;
  /** BCP 47 of the person's own language; null when unknown. */
  readonly language: string | null;
}

export interface CommandContext extends Services {
  readonly asker: Asker;
  /** The channel that the command acts on: the `channel` option's, else the asker's. */
  readonly target: ChannelDescription;
  /** Scopes whose sources and stories are seen here: global, and the channel's own. */
  readonly scopes: readonly Scope[];
  /** What the bot cannot do in the target channel, in words; empty when all is well. */
  readonly missingPermissions: readonly string[];
  /** A line that leads back to this command with other options, for buttons. */
  readonly line: (changes?: Readonly<Record<string, string | number | undefined>>) => string;
}

/** What a platform asks of dispatch. */
export interface CommandRequest {
  readonly asker: Asker;
  readonly ask:
    /** A typed line or a button's action, without the slash. */
    | { readonly kind: 'line'; readonly line: string }
    /** Options that the platform already took apart (Discord): names to text. */
    | {
        readonly kind: 'parts';
        readonly command: string;
        readonly act: string;
        readonly options: Readonly<Record<string, string>>;
      }
    /** Choices for an option that is being typed. */
    | { readonly kind: 'complete'; readonly type: OptionType; readonly text: string };
  /**
   * Finds and verifies a channel that the person named: whether the person moderates it, and what the bot lacks
   * there. The problem is a sentence that names the remedy.
   */
  readonly findChannel: (named: string) => Promise<
    | {
        readonly channel: ChannelDescription;
        readonly isModerator: boolean;
        readonly missingPermissions: readonly string[];
      }
    | { readonly problem: string }
  >;
  /** What the bot lacks in the asker's own channel, in words. */
  readonly missingPermissions: readonly string[];
  /** The file that came with it: stands for an attachment option that is not given otherwise. */
  readonly file?: string | null;
  /** For platforms whose files have no public address: opens one; null for what is no file of the platform's. */
  readonly openFile?: (file: string) => Promise<OpenedFile | null>;
}

export type OpenedFile =
  | { readonly bytes: Uint8Array }
  /** A sentence that names the remedy. */
  | { readonly problem: string };

export type Answer =
  | { readonly kind: 'reply'; readonly message: Message; readonly isPrivate: boolean }
  | {
      readonly kind: 'choices';
      readonly choices: readonly OptionChoice[];
    };

/** Defines a command with one act. */
export function defineCommand<Given extends Options>(
  command: Omit<Command, 'acts'> & Omit<Act<Given>, 'description'>,
): Command {
  const { name, description, example, ...act } = command;
  return { name, description, example, acts: { '': { description, ...act } } };
}

/** Defines one act of a command with several. */
export function defineAct<Given extends Options>(act: Act<Given>): Act {
  return act;
}
