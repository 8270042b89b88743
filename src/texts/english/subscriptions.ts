import { categoryOf } from '../../domain/category.ts';
import type { Cadence, Filter, Look } from '../../domain/subscription.ts';
import { asSentence, counted, enumerated } from './wording.ts';

interface Place {
  /** The channel's name. */
  readonly channel: string;
}

interface Numbered {
  readonly number: number;
}

/** What the commands about subscriptions say. */
export const subscriptions = {
  chooseTitle: (given: Place) => `What should ${given.channel} get?`,
  chooseHint:
    'Choose below, or say it at once, for example: /subscribe policy btc exclude:casino. /help subscribe shows all options.',
  choosePrompt: 'Choose a kind of news',
  everything: 'Everything',
  subscribed: (given: Place & Numbered & { readonly what: string }) =>
    `${given.channel} now gets ${given.what}. This is its subscription ${given.number}.`,
  changed: (given: Place & Numbered & { readonly what: string }) =>
    `${given.channel} already had subscription ${given.number} for ${given.what}; I changed how its posts look.`,
  alreadyThere: (given: Place & Numbered & { readonly what: string; readonly isPaused: boolean }) =>
    given.isPaused
      ? `${given.channel} already has exactly that: subscription ${given.number} for ${given.what}. It is paused: /resume ${given.number} makes it go on.`
      : `${given.channel} already has exactly that: subscription ${given.number} for ${given.what}. Nothing was changed.`,
  tooMany: (given: Place & { readonly most: number }) =>
    `${given.channel} already has ${given.most} subscriptions, which is the most. /unsubscribe ends one.`,
  newestNow: (given: { readonly count: number }) =>
    given.count === 1
      ? 'The newest such story comes now.'
      : `The ${given.count} newest such stories come now.`,
  noneNow: 'There is no such story yet to begin with; the next one comes as soon as it is reported.',
  fromNowOn: 'Stories come from now on, as soon as they are reported.',
  onceADay: (given: { readonly at: string; readonly timeZone: string }) =>
    `Its stories come together once a day, at ${given.at} (${given.timeZone}). The next digest: `,
  onceADayEnd: '; a day without stories has none.',
  rescheduled: (given: Place & Numbered & { readonly what: string }) =>
    `${given.channel} already had subscription ${given.number} for ${given.what}; I changed when it comes.`,
  lastDigest: 'What already waits for the digest comes in a last one.',
  staysPaused: (given: Numbered) => `It stays paused: /resume ${given.number} makes it go on.`,
  zoneAlone:
    'zone says in which time zone a digest comes, so it also needs the option digest, such as digest:08:00.',
  noTime: (given: { readonly text: string }) =>
    `“${given.text}” is no time of day. Write it with 24 hours, such as digest:08:00, or digest:off for posts at once.`,
  noZone: (given: { readonly text: string; readonly nearest: string | null }) =>
    `I know no time zone “${given.text}”. Name it by continent and city, such as ${given.nearest ?? 'Europe/Berlin'}.`,
  noDigest: (given: Place) =>
    `${given.channel} gets no digest. /subscribe with the option digest, such as digest:08:00, gives it one.`,
  noDigestOf: (given: Place & Numbered) =>
    `Subscription ${given.number} of ${given.channel} has no digest: its stories come as soon as they are reported. /subscribe with the option digest, such as digest:08:00, changes that.`,
  noDigestAndPaused: (given: Place & Numbered) =>
    `Subscription ${given.number} of ${given.channel} has had no digest yet. It is paused: /resume ${given.number} makes it go on.`,
  noDigestYet: (given: Place & Numbered) =>
    `Subscription ${given.number} of ${given.channel} has had no digest yet. It is next due `,
  digestTitle: (given: Place & Numbered) => `Digest of ${given.channel}, subscription ${given.number}`,
  missingPermissions: (given: Place) =>
    `I cannot do everything that is needed in ${given.channel}, so I have not subscribed it yet. I still need:`,
  tryAgainHint: 'Allow that in the settings of the channel or the server, then try again.',
  tryAgainButton: 'Try again',
  noWords: (given: { readonly words: string }) =>
    `“${given.words}” has no word that I could look for. Give at least one, such as include:etf.`,
  roleElsewhere: 'Roles can be mentioned on Discord only. Leave out role and role_categories here.',
  roleMissing: 'role_categories says for which news a role is mentioned, so it also needs the option role.',
  publishElsewhere: (given: Place) =>
    `Only announcement channels on Discord can publish posts to followers, and ${given.channel} is none. Leave out publish.`,
  none: (given: Place) => `${given.channel} has no subscription. /subscribe gives it one.`,
  noSuchNumber: (given: Place & Numbered & { readonly numbers: readonly number[] }) =>
    `${given.channel} has no subscription ${given.number}. It has ${enumerated(given.numbers.map(String))}; /subscriptions shows what they are.`,
  chooseToEnd: 'Which one should end?',
  ended: (given: Place & Numbered & { readonly what: string }) =>
    `${given.channel} no longer gets ${given.what} (that was subscription ${given.number}).`,
  paused: (given: Place & Numbered & { readonly what: string }) =>
    `Subscription ${given.number} of ${given.channel} (${given.what}) is paused. /resume ${given.number} makes it go on.`,
  pausedAll: (given: Place & { readonly count: number }) =>
    `${given.channel} gets nothing more: ${subscriptionsOf(given)} paused. /resume makes it go on.`,
  alreadyPaused: (given: Place) =>
    `Nothing to pause: ${given.channel} is already paused. /resume makes it go on.`,
  resumed: (given: Place & Numbered & { readonly what: string }) =>
    `Subscription ${given.number} of ${given.channel} (${given.what}) goes on. Stories that came during the pause are not sent; /latest shows them.`,
  resumedAll: (given: Place & { readonly count: number }) =>
    `${given.channel} gets its news again: ${subscriptionsOf(given)} resumed. Stories that came during the pause are not sent; /latest shows them.`,
  notPaused: (given: Place) => `Nothing to resume: no subscription of ${given.channel} is paused.`,
  triedAgain: (given: Place) => `I try to reach ${given.channel} again now; what waited for it is sent.`,
  title: (given: Place) => `What ${given.channel} gets`,
  isPaused: 'paused',
  unreachable: (given: Place & { readonly reason: string }) =>
    `I cannot reach ${given.channel}. ${asSentence(given.reason)} Nothing is lost: its posts wait. Mend that, then /resume.`,
  hint: '/subscribe adds one, /unsubscribe ends one, /pause and /resume hold them.',
  look: lookInWords,
  filter: filterInWords,
};

function subscriptionsOf({ count }: { readonly count: number }): string {
  return `${counted(count, 'subscription', 'subscriptions')} ${count === 1 ? 'is' : 'are'}`;
}

/** A filter as the object of a sentence: `Policy & Regulation about BTC or ETH from Example Wire`. */
function filterInWords(given: {
  readonly filter: Filter;
  readonly sourceName: (key: string) => string;
}): string {
  const { categories, assets, sources, include, exclude, minSources } = given.filter;
  const names = categories.map((id) => categoryOf(id).name);
  const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`);
  return [
    names.length === 0 ? 'all news' : enumerated(names),
    ...(assets.length === 0 ? [] : [`about ${enumerated(assets, 'or')}`]),
    ...(sources.length === 0 ? [] : [`from ${enumerated(sources.map(given.sourceName), 'or')}`]),
    ...(include.length === 0 ? [] : [`with ${enumerated(quoted(include), 'or')}`]),
    ...(exclude.length === 0 ? [] : [`without ${enumerated(quoted(exclude), 'or')}`]),
    ...(minSources === 1 ? [] : [`once ${minSources} sources report it`]),
  ].join(' ');
}

/** How posts come, e.g. `silent, mentions a role for DeFi`; empty for plain posts that come at once. */
function lookInWords({ look, cadence }: { readonly look: Look; readonly cadence: Cadence }): string {
  const { mention, isPublished, isSilent } = look;
  const only = mention?.categories.map((id) => categoryOf(id).name) ?? [];
  return [
    ...(cadence.kind === 'digest' ? [`as a digest at ${cadence.at} (${cadence.timeZone})`] : []),
    ...(isSilent ? ['silent'] : []),
    ...(isPublished ? ['published to followers'] : []),
    ...(mention === null
      ? []
      : [only.length === 0 ? 'mentions a role' : `mentions a role for ${enumerated(only)}`]),
  ].join(', ');
}
