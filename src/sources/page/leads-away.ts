/** Lines and lists that lead to a site's other articles. */
import { staysOnSite } from './own-site.ts';
import { isPart, textOf, type Part } from './page-tree.ts';

/** Whether a part is nothing but links to the same site, perhaps behind a label: "See also: …", "Lire aussi : …". */
export function leadsAway(part: Part, url: string): boolean {
  if (part.weight > 250 || /^(?:h[1-6]|th|li)$/.test(part.name)) return false;
  if (part.linked < part.weight * 0.85 && !isLabelled(part)) return false;
  const links = linksIn(part);
  const isMenu = part.name !== 'td' || links.length > 2;
  return links.length > 0 && isMenu && links.every((link) => staysOnSite(link, url));
}

function isLabelled(part: Part): boolean {
  if (part.linked < part.weight * 0.4 || part.weight - part.linked > 32) return false;
  const found = /^\s*[^:：]{2,32}[:：]\s*/u.exec(textOf(part));
  return (
    found !== null && (found[0].match(/[\p{L}\p{N}]/gu)?.length ?? 0) + 2 >= (part.weight - part.linked) * 0.6
  );
}

function linksIn(part: Part): readonly string[] {
  const own = part.name === 'a' ? [part.attributes['href'] ?? ''] : [];
  return [...own, ...part.children.flatMap((child) => (isPart(child) ? linksIn(child) : []))];
}
