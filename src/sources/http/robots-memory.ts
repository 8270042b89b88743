/** What hosts said in their robots.txt, kept for a day. */
import type { Clock } from '../../domain/clock.ts';
import { decodeBytes } from '../text/encoding.ts';
import type { FetchDocument } from './fetch-document.ts';
import { everythingAllowed, nothingAllowed, parseRobots, type RobotsRules } from './robots.ts';

export type RobotsOf = (url: string) => Promise<RobotsRules>;

interface Kept {
  readonly rules: RobotsRules;
  readonly forMs: number;
}

interface Asked {
  readonly kept: Promise<Kept>;
  readonly atMs: number;
}

const keptMs = 24 * 3_600_000;
/** A host that could not tell is asked again sooner. */
const unknownMs = 15 * 60_000;
const maxHosts = 2000;

/**
 * A host without the file allows everything. One that cannot tell, for it has a fault or is not reached, allows
 * nothing until it can (RFC 9309, 2.3.1.4), unless it could before.
 */
export function createRobotsMemory(uses: {
  readonly fetchDocument: FetchDocument;
  readonly clock: Clock;
}): RobotsOf {
  const known = new Map<string, Asked>();
  const nowMs = () => uses.clock.now().getTime();

  async function fetchRules(origin: string, before: RobotsRules | null): Promise<Kept> {
    const url = `${origin}/robots.txt`;
    const fetched = await uses.fetchDocument({ url, accept: 'text/plain, */*;q=0.5' });
    if (fetched.kind === 'document') {
      const text = decodeBytes(fetched.bytes, fetched.contentType);
      return { rules: parseRobots(text, 'satwire'), forMs: keptMs };
    }
    const status = fetched.kind === 'failed' ? fetched.status : null;
    const hasNone = status !== null && status >= 400 && status < 500 && status !== 429;
    if (hasNone) return { rules: everythingAllowed, forMs: keptMs };
    return { rules: before ?? nothingAllowed, forMs: unknownMs };
  }

  function remember(origin: string, asked: Asked): void {
    known.delete(origin);
    known.set(origin, asked);
    const [oldest] = known.keys();
    if (known.size > maxHosts && oldest !== undefined) known.delete(oldest);
  }

  return async (url) => {
    const { origin } = new URL(url);
    const asked = known.get(origin);
    const before = asked === undefined ? null : await asked.kept;
    const ageMs = nowMs() - (asked?.atMs ?? 0);
    if (before !== null && ageMs >= 0 && ageMs < before.forMs) return before.rules;
    // Others may have asked while this one waited.
    const other = known.get(origin);
    if (other !== undefined && other !== asked) return (await other.kept).rules;
    const isKnown = before !== null && before.rules !== nothingAllowed;
    const kept = fetchRules(origin, isKnown ? before.rules : null);
    remember(origin, { kept, atMs: nowMs() });
    return (await kept).rules;
  };
}
