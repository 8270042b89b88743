/** News of nobody, for benchmarks: invented words, as unevenly spread as those of a language. */

export interface InventedArticle {
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly paragraphs: readonly string[];
  readonly label: string;
}

const wordsOfArticle = 350;
const wordsOfParagraph = 50;
const vocabularySize = 30_000;
/** Words of every text, and words by which articles are recognised. */
const everyday =
  `the of to and in a for on is that with as by its from at has it said be was are an will this more which
  have not after bitcoin crypto market price token exchange ethereum network investors company million digital assets
  trading week blockchain fund bank report data users regulators stablecoin solana protocol launch new year`
    .split(/\s+/)
    .filter((word) => word !== '');
const onsets = 'b br c ch d dr f fl g gr h j k l m n p pr qu r s sh st str t tr v w z'.split(' ');
const vowels = 'a e i o u ai ea io ou'.split(' ');
const codas = ' n r l s t nd rt st m ck'.split(' ');
const endings = ' ed ing ers ion ment al s'.split(' ');
const labels = ['News', 'Markets', 'Policy', 'DeFi', 'Business', 'Featured'];

/** The same articles for the same seed; the seed also makes their addresses. */
export function inventArticles(seed: number, count: number): readonly InventedArticle[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const text = Array.from({ length: wordsOfArticle / wordsOfParagraph }, () => inventText(random));
    const title = inventWords(random, 8 + Math.floor(random() * 5), { isTitle: true });
    const label = labels[Math.floor(random() * labels.length)] ?? 'News';
    return { path: `/${seed}/${index}`, title, lead: text[0] ?? '', paragraphs: text, label };
  });
}

/** Mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function inventText(random: () => number): string {
  const sentences: string[] = [];
  for (let words = 0; words < wordsOfParagraph;) {
    const length = Math.min(10 + Math.floor(random() * 15), wordsOfParagraph - words);
    sentences.push(`${inventWords(random, length, { isTitle: false })}.`);
    words += length;
  }
  return sentences.join(' ');
}

function inventWords(
  random: () => number,
  count: number,
  { isTitle }: { readonly isTitle: boolean },
): string {
  const words = Array.from({ length: count }, () => wordOf(random));
  const shown = words.map((word, at) => (isTitle || at === 0 ? capitalize(word) : word));
  if (random() < 0.3) shown[Math.floor(random() * count)] = `$${(random() * 90 + 1).toFixed(1)} million`;
  return shown.join(' ');
}

const capitalize = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

const vocabulary: readonly string[] = createVocabulary();

/** By Zipf's law: the n-th word of a language comes 1/n as often as its first. */
function wordOf(random: () => number): string {
  const rank = Math.floor(Math.exp(random() * Math.log(vocabulary.length + 1))) - 1;
  return vocabulary[rank] ?? 'the';
}

function createVocabulary(): readonly string[] {
  const random = createRandom(7);
  const pick = (parts: readonly string[]) => parts[Math.floor(random() * parts.length)] ?? '';
  const words = new Set(everyday);
  while (words.size < vocabularySize) {
    const syllables = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      [pick(onsets), pick(vowels), pick(codas)].join(''),
    );
    words.add(syllables.join('') + pick(endings));
  }
  return [...words];
}
