import type { SourceItem } from '../source.ts';
import { isCredit } from '../page/credit.ts';

/** Takes a picture's credit out of an item's text, where feeds with the whole text print it, to its picture. */
export function liftCredit(item: SourceItem): SourceItem {
  const credits = item.blocks.flatMap((block) =>
    block.kind === 'paragraph' && isCredit(block.text) ? [block.text] : [],
  );
  const [first] = credits;
  if (first === undefined) return item;
  return {
    ...item,
    blocks: item.blocks.filter((block) => block.kind !== 'paragraph' || !credits.includes(block.text)),
    picture: item.picture && { ...item.picture, credit: item.picture.credit ?? first },
  };
}
