/** Hosts that asked to be read less often: until then their pages are left alone. */
import type { Clock } from '../../domain/clock.ts';
import type { FetchOutcome } from './fetch-document.ts';

export interface HostRests {
  /** Why the host of an address is left alone for now; null when it is not. */
  reasonFor(url: string): string | null;
  /** Takes in what a host said. */
  heed(url: string, outcome: Extract<FetchOutcome, { kind: 'failed' }>): void;
}

/** Where the host does not say for how long. */
const usualRestMs = 60_000;

export function createHostRests({ clock }: { readonly clock: Clock }): HostRests {
  const rests = new Map<string, { readonly untilMs: number; readonly reason: string }>();
  const nowMs = () => clock.now().getTime();
  return {
    reasonFor(url) {
      const rest = rests.get(new URL(url).host);
      return rest !== undefined && rest.untilMs > nowMs() ? rest.reason : null;
    },
    heed(url, { status, reason, retryAfterMs }) {
      if (status !== 429 && (status !== 503 || retryAfterMs === null)) return;
      for (const [host, { untilMs }] of rests) if (untilMs <= nowMs()) rests.delete(host);
      rests.set(new URL(url).host, { untilMs: nowMs() + (retryAfterMs ?? usualRestMs), reason });
    },
  };
}
