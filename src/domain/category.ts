/** What kind of news a story is; what channels subscribe to. */
export interface Category {
  readonly id: CategoryId;
  readonly name: string;
  readonly emoji: string;
}

/** In the order in which people are shown them. */
export const categories = [
  { id: 'policy', name: 'Policy & Regulation', emoji: '⚖️' },
  { id: 'markets', name: 'Markets', emoji: '📈' },
  { id: 'web3', name: 'Web3 & Enterprise', emoji: '🏢' },
  { id: 'defi', name: 'DeFi', emoji: '🏦' },
  { id: 'security', name: 'Security & Crime', emoji: '🚨' },
  { id: 'tech', name: 'Technology & Protocols', emoji: '🔧' },
  { id: 'stablecoins', name: 'Stablecoins & Payments', emoji: '💵' },
  { id: 'nft', name: 'NFTs & Gaming', emoji: '🎮' },
  { id: 'mining', name: 'Mining & Energy', emoji: '⛏️' },
  { id: 'other', name: 'Other', emoji: '📰' },
] as const satisfies readonly { id: string; name: string; emoji: string }[];

export type CategoryId = (typeof categories)[number]['id'];

export function isCategoryId(text: string): text is CategoryId {
  return categories.some((category) => category.id === text);
}

export function categoryOf(id: CategoryId): Category {
  const found = categories.find((category) => category.id === id);
  if (found === undefined) throw new Error(`no category ${id}`);
  return found;
}
