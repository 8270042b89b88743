/** When the posts of a subscription come: what `subscribe` was told, and how it is told back. */
import { nearestOf, type CommandContext } from '../src/dispatch/command.ts';
import { findTimeZone, nextDigestAt } from '../src/domain/digest-time.ts';
import { MendableError } from '../src/domain/errors.ts';
import type { Spans } from '../src/domain/message.ts';
import type { Cadence, Subscription } from '../src/domain/subscription.ts';
import type { Texts } from '../src/texts/texts.ts';

export type CadenceWish =
  | { readonly kind: 'instant' }
  /** The zone is null where none was named. */
  | { readonly kind: 'digest'; readonly at: string; readonly timeZone: string | null };

interface Given {
  readonly digest: string | undefined;
  readonly zone: string | undefined;
}

/** Null where neither option was given. Throws a MendableError for what is no time or no time zone. */
export function cadenceWish({ digest, zone }: Given, { subscriptions }: Texts): CadenceWish | null {
  if (digest === undefined) {
    if (zone === undefined) return null;
    throw new MendableError(subscriptions.zoneAlone);
  }
  if (/^(?:off|no|none|never|instant)$/i.test(digest.trim())) return { kind: 'instant' };
  const at = readTime(digest);
  if (at === null) throw new MendableError(subscriptions.noTime({ text: digest }));
  return { kind: 'digest', at, timeZone: zone === undefined ? null : readZone(zone, subscriptions) };
}

/** `8`, `8:00` and `08:00` as `08:00`; null for anything else. */
function readTime(text: string): string | null {
  const [, hours = '', minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim()) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

function readZone(text: string, words: Texts['subscriptions']): string {
  const zone = findTimeZone(text);
  if (zone !== null) return zone;
  const nearest = nearestOf(text, Intl.supportedValuesOf('timeZone'));
  throw new MendableError(words.noZone({ text, nearest }));
}

/** Where no zone was named it is that of the channel's other digests, else UTC. */
export function inZone(wish: CadenceWish, others: readonly Subscription[]): Cadence {
  if (wish.kind === 'instant') return wish;
  const [known] = others.flatMap(({ cadence }) => (cadence.kind === 'digest' ? [cadence.timeZone] : []));
  return { ...wish, timeZone: wish.timeZone ?? known ?? 'UTC' };
}

export function isSameCadence(one: Cadence, other: Cadence): boolean {
  if (one.kind === 'instant' || other.kind === 'instant') return one.kind === other.kind;
  return one.at === other.at && one.timeZone === other.timeZone;
}

/** When stories come from now on; of a digest also the moment of the next one. */
export function comesWhen(cadence: Cadence, { clock, texts: { subscriptions } }: CommandContext): Spans {
  if (cadence.kind === 'instant') return [subscriptions.fromNowOn];
  const at = nextDigestAt(cadence, clock.now());
  return [
    subscriptions.onceADay(cadence),
    { moment: { at, precision: 'minute' }, style: 'full' },
    subscriptions.onceADayEnd,
  ];
}
