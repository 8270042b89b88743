import type { CategoryId } from '../../domain/category.ts';

/** The stripe beside a post, as 0xRRGGBB. */
export const categoryColor: Readonly<Record<CategoryId, number>> = {
  policy: 0x5865f2,
  markets: 0x2ecc71,
  web3: 0x1abc9c,
  defi: 0x3498db,
  security: 0xe74c3c,
  tech: 0x9b59b6,
  stablecoins: 0x27ae60,
  nft: 0xe91e63,
  mining: 0xe67e22,
  other: 0x95a5a6,
};
