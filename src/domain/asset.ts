import { assetTable } from './asset-list.ts';

/** A coin or token. */
export interface Asset {
  readonly ticker: string;
  readonly name: string;
  /** How texts write it, the ticker and the name among them. */
  readonly spellings: readonly AssetSpelling[];
}

export interface AssetSpelling {
  readonly text: string;
  readonly kind: 'ticker' | 'name';
  /** Also a word, or the name of something else ("OP", "Compound"): counts only beside proof. */
  readonly isAmbiguous: boolean;
}

export const assets: readonly Asset[] = assetTable.trim().split('\n').map(readRow);

const byKey: ReadonlyMap<string, Asset> = indexBySpelling();

/** The asset that a person named by ticker or name, in any case, with or without `$`; null when there is none. */
export function findAsset(text: string): Asset | null {
  return byKey.get(keyOf(text.replace(/^\s*\$/, ''))) ?? null;
}

function readRow(row: string): Asset {
  const [ticker = '', name = '', others = ''] = row.split('|').map((cell) => cell.trim());
  const names = [name, ...others.split(',')].map((text) => text.trim()).filter((text) => text !== '');
  const spellings = [readSpelling(ticker, 'ticker'), ...names.map((text) => readSpelling(text, 'name'))];
  return { ticker: withoutMark(ticker), name: withoutMark(name), spellings };
}

function readSpelling(marked: string, kind: AssetSpelling['kind']): AssetSpelling {
  return { text: withoutMark(marked), kind, isAmbiguous: marked.startsWith('?') };
}

function withoutMark(marked: string): string {
  return marked.replace(/^\?/, '');
}

function keyOf(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

/** A ticker wins over another asset's name. */
function indexBySpelling(): Map<string, Asset> {
  const index = new Map<string, Asset>();
  for (const kind of ['ticker', 'name'] as const)
    for (const asset of assets)
      for (const spelling of asset.spellings) {
        const key = keyOf(spelling.text);
        if (spelling.kind === kind && !index.has(key)) index.set(key, asset);
      }
  return index;
}
