/** Months by the first letters of their names, in the languages of the publishers that we know of. */
const names: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'янв', 'ocak', 'sty', 'led', 'ιαν'],
  ['feb', 'fév', 'fev', 'фев', 'şub', 'lut', 'úno', 'φεβ'],
  ['mar', 'mär', 'mrz', 'maa', 'мар', 'bře', 'μαρ', 'μάρ', 'már'],
  ['apr', 'avr', 'abr', 'апр', 'nis', 'kwi', 'dub', 'απρ', 'ápr'],
  ['may', 'mai', 'mag', 'mei', 'maj', 'май', 'мая', 'kvě', 'μαϊ', 'μαι', 'máj'],
  ['jun', 'juin', 'giu', 'июн', 'haz', 'cze', 'červn', 'ιουν', 'ιούν', 'jún'],
  ['jul', 'juil', 'lug', 'июл', 'tem', 'lip', 'červen', 'ιουλ', 'ιούλ', 'júl'],
  ['aug', 'aoû', 'aou', 'ago', 'авг', 'ağu', 'sie', 'srp', 'αυγ', 'αύγ'],
  ['sep', 'set', 'сен', 'eyl', 'wrz', 'zář', 'σεπ', 'sze'],
  ['oct', 'okt', 'ott', 'out', 'окт', 'eki', 'paź', 'říj', 'οκτ'],
  ['nov', 'ноя', 'kas', 'lis', 'νοε', 'νοέ'],
  ['dec', 'dez', 'déc', 'dic', 'дек', 'ara', 'gru', 'pro', 'δεκ'],
];

const starts = names
  .flatMap((ofMonth, index) => ofMonth.map((start) => ({ start, month: index + 1 })))
  .sort((a, b) => b.start.length - a.start.length);

/** 1 to 12; null when the word is no month. The longest beginning decides: `juil` is not `jui`. */
export function monthOf(word: string): number | null {
  const lower = word.toLowerCase();
  return starts.find(({ start }) => lower.startsWith(start))?.month ?? null;
}
