/** robots.txt: which pages a host wants to be left alone (RFC 9309). */

export interface RobotsRules {
  /** Whether a path, with its query, may be read. */
  allows(path: string): boolean;
  /** Addresses of sitemaps. */
  readonly sitemaps: readonly string[];
}

interface Rule {
  readonly isAllowed: boolean;
  readonly pattern: string;
}

export const everythingAllowed: RobotsRules = { allows: () => true, sitemaps: [] };
export const nothingAllowed: RobotsRules = { allows: () => false, sitemaps: [] };

/** The least that a reader has to take in, by the standard; the rest of a larger file is passed over. */
const maxCharacters = 500 * 1024;
const maxLine = 4096;

/** The rules for our own name where there are any, else those for everybody. */
export function parseRobots(text: string, name: string): RobotsRules {
  const groups = new Map<string, Rule[]>();
  const sitemaps: string[] = [];
  let current: string[] = [];
  let isNaming = false;
  for (const line of text.slice(0, maxCharacters).split(/\r\n?|\n/)) {
    const { key, value } = readLine(line);
    if (key === 'sitemap') sitemaps.push(value);
    if (key === 'user-agent') {
      const agent = productOf(value);
      current = isNaming ? [...current, agent] : [agent];
      isNaming = true;
      if (!groups.has(agent)) groups.set(agent, []);
    } else if (key === 'allow' || key === 'disallow') {
      isNaming = false;
      const rule = { isAllowed: key === 'allow', pattern: evenlyEscaped(value) };
      for (const agent of current) groups.get(agent)?.push(rule);
    }
  }
  const rules = (groups.get(name.toLowerCase()) ?? groups.get('*') ?? []).filter(
    (rule) => rule.pattern !== '',
  );
  return { allows: (path) => isAllowed(evenlyEscaped(path), rules), sitemaps };
}

function readLine(line: string): { readonly key: string; readonly value: string } {
  const [plain = ''] = line.slice(0, maxLine).split('#', 1);
  const at = plain.indexOf(':');
  if (at === -1) return { key: '', value: '' };
  return { key: plain.slice(0, at).trim().toLowerCase(), value: plain.slice(at + 1).trim() };
}

/** `Satwire/0.1 (remark)` is our name as well. */
const productOf = (value: string): string => (/^[a-z_-]+/i.exec(value)?.[0] ?? value).toLowerCase();

/** So that a rule and a path compare that are escaped in different ways. */
const evenlyEscaped = (text: string): string =>
  text
    .replaceAll(/[^\p{ASCII}]+/gu, (part) => [...Buffer.from(part)].map(escaped).join(''))
    .replaceAll(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase());

const escaped = (byte: number): string => `%${byte.toString(16)}`;

/** The longest pattern that matches decides; of two of one length, the one that allows. */
function isAllowed(path: string, rules: readonly Rule[]): boolean {
  let longest = 0;
  let isLongestAllowed = true;
  for (const { pattern, isAllowed: allows } of rules) {
    if (pattern.length < longest || !matches(path, pattern)) continue;
    isLongestAllowed = allows || (pattern.length === longest && isLongestAllowed);
    longest = pattern.length;
  }
  return isLongestAllowed;
}

/** `*` stands for anything, `$` at the end for the end. Walks instead of a regular expression, which could stall. */
function matches(path: string, pattern: string): boolean {
  const isToEnd = pattern.endsWith('$');
  const pieces = (isToEnd ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...others] = pieces;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [index, piece] of others.entries()) {
    const isLast = index === others.length - 1;
    const found = isLast && isToEnd ? path.length - piece.length : path.indexOf(piece, at);
    if (found < at || !path.startsWith(piece, found)) return false;
    at = found + piece.length;
  }
  return !isToEnd || at === path.length;
}
