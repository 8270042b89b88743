/** What hosts said in their robots.txt, kept for a day. */
import type { Clock } from '../../domain/clock.ts';
import { decodeBytes } from '../text/encoding.ts';
import type { FetchDocument } from './fetch-document.ts';
import { everythingAllowed, parseRobots, type RobotsRules } from './robots.ts';

export type RobotsOf = (url: string) => Promise<RobotsRules>;

const keptMs = 24 * 3_600_000;
const maxHosts = 2000;

/** A host without the file, or that cannot tell, allows everything. */
export function createRobotsMemory(uses: {
  readonly fetchDocument: FetchDocument;
  readonly clock: Clock;
}): RobotsOf {
  const known = new Map<string, { readonly rules: Promise<RobotsRules>; readonly untilMs: number }>();

  async function fetchRules(origin: string): Promise<RobotsRules> {
    const fetched = await uses.fetchDocument({
      url: `${origin}/robots.txt`,
      accept: 'text/plain, */*;q=0.5',
    });
    if (fetched.kind !== 'document') return everythingAllowed;
    return parseRobots(decodeBytes(fetched.bytes, fetched.contentType), 'satwire');
  }

  return (url) => {
    const { origin } = new URL(url);
    const nowMs = uses.clock.now().getTime();
    const kept = known.get(origin);
    if (kept !== undefined && kept.untilMs > nowMs) return kept.rules;
    const rules = fetchRules(origin);
    known.delete(origin);
    known.set(origin, { rules, untilMs: nowMs + keptMs });
    const [oldest] = known.keys();
    if (known.size > maxHosts && oldest !== undefined) known.delete(oldest);
    return rules;
  };
}
