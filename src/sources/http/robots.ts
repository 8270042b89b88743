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

/** The rules for our own name where there are any, else those for everybody. */
export function parseRobots(text: string, name: string): RobotsRules {
  const groups = new Map<string, Rule[]>();
  const sitemaps: string[] = [];
  let current: string[] = [];
  let isNaming = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const found = /^\s*([a-z-]+)\s*:\s*(.*?)\s*(?:#.*)?$/i.exec(line);
    const [key, value] = [found?.[1]?.toLowerCase(), found?.[2] ?? ''];
    if (key === 'sitemap') sitemaps.push(value);
    if (key === 'user-agent') {
      current = isNaming ? [...current, value.toLowerCase()] : [value.toLowerCase()];
      isNaming = true;
      for (const agent of current) if (!groups.has(agent)) groups.set(agent, []);
    } else if (key === 'allow' || key === 'disallow') {
      isNaming = false;
      const rule = { isAllowed: key === 'allow', pattern: value };
      for (const agent of current) groups.get(agent)?.push(rule);
    }
  }
  const rules = (groups.get(name.toLowerCase()) ?? groups.get('*') ?? []).filter(
    (rule) => rule.pattern !== '',
  );
  return { allows: (path) => isAllowed(path, rules), sitemaps };
}

/** The longest pattern that matches decides; of two of one length, the one that allows. */
function isAllowed(path: string, rules: readonly Rule[]): boolean {
  const matching = rules.filter((rule) => matches(path, rule.pattern));
  const longest = Math.max(0, ...matching.map((rule) => rule.pattern.length));
  const deciding = matching.filter((rule) => rule.pattern.length === longest);
  return deciding.length === 0 || deciding.some((rule) => rule.isAllowed);
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
