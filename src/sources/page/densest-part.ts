/** A second opinion on where the article stands, for pages that the readability library reads wrongly. */
import { isInline } from '../text/blocks.ts';
import { hasBlocks, isPart, type Part } from './page-tree.ts';
import { isDiscussion, isMachinery } from './part-names.ts';

/** The tree with the part chosen that holds most of the prose, where that is far more than was chosen; else null. */
export function denserPart(tree: Part): Part | null {
  const prose = new Map<Part, number>();
  gather(tree, { prose, around: [], whole: tree.weight });
  const [densest] = [...prose].sort(([, a], [, b]) => b - a);
  if (densest === undefined) return null;
  const [part, weight] = densest;
  // A choice of several paragraphs is right, unless it was made among the readers' words or at the page's foot.
  const isPoor = tree.chosen < 800 || chosenElsewhere(tree) > tree.chosen / 2;
  return isPoor && weight > 400 && weight > tree.chosen * 1.5 ? choosing(tree, part) : null;
}

function chosenElsewhere(part: Part): number {
  if (beside.test(part.name) || isDiscussion(part)) return part.chosen;
  return part.children.reduce((sum, child) => sum + (isPart(child) ? chosenElsewhere(child) : 0), 0);
}

const beside = /^(?:nav|footer|aside|form|figure)$/;

interface Gathering {
  readonly prose: Map<Part, number>;
  /** The parts around, innermost first. */
  readonly around: readonly Part[];
  readonly whole: number;
}

/** What a paragraph is worth to the parts around it: some wrap every one of them in boxes of its own. */
const shares = [1, 0.8, 0.65];

/** Adds the weight of every paragraph to the parts that it stands in. */
function gather(part: Part, gathering: Gathering): void {
  const { prose, around, whole } = gathering;
  if (part.weight === 0 || isElsewhere(part, whole)) return;
  const within = [part, ...around].slice(0, shares.length);
  if (part.own >= 60 && part.linked * 3 < part.weight) {
    const isAlone = part.name === 'td' || part.own > 600 || hasBlocks(part);
    for (const [index, at] of (isAlone ? within : around).entries()) {
      prose.set(at, (prose.get(at) ?? 0) + part.own * (shares[index] ?? 0));
    }
  }
  for (const child of part.children) {
    if (isPart(child) && !isInline(child.name)) gather(child, { prose, around: within, whole });
  }
}

/** What holds a large part of the page is the page, whatever it is called. */
function isElsewhere(part: Part, whole: number): boolean {
  if (beside.test(part.name)) return true;
  if (part.weight > whole * 0.9) return false;
  return isDiscussion(part) || (part.weight < whole * 0.4 && isMachinery(part));
}

/** The same tree with one part chosen and nothing else. */
function choosing(part: Part, choice: Part, isWithin = false): Part {
  const isChosen = isWithin || part === choice;
  const children = part.children.map((child) => (isPart(child) ? choosing(child, choice, isChosen) : child));
  const blocks = children.filter(isPart);
  return {
    ...part,
    children,
    ownChosen: isChosen ? part.own : 0,
    chosen: isChosen ? part.weight : blocks.reduce((sum, child) => sum + child.chosen, 0),
  };
}
