/** Months by the first letters of their names, in the languages of the publishers that we know of. */
const names: readonly string[] = [
  'jan ene gen янв січ яну ocak sty led ιαν sausio tammi ian يناير जनवरी มกราคม',
  'feb fév fev фев лют şub lut úno φεβ helmi فبراير फ़रवरी กุมภาพันธ์',
  'mar mär mrz maa мар бер bře μαρ μάρ már مارس मार्च มีนาคม',
  'apr avr abr апр кві nis kwi dub απρ ápr huhti أبريل अप्रैल เมษายน',
  'may mai mag mei maj май мая мае тра kvě μαϊ μαι μάι máj touko مايو मई พฤษภาคม',
  'jun juin giu июн чер юни haz cze červen červn ιουν ιούν ιον jún kesä iun يونيو जून มิถุนายน',
  'jul juil lug июл лип юли tem lip červenec červenc ιουλ ιούλ ιολ júl heinä iul يوليو जुलाई กรกฎาคม',
  'aug aoû aou ago agu авг сер ağu sie srp αυγ αύγ elokuu أغسطس अगस्त สิงหาคม',
  'sep set сен вер eyl wrz zář σεπ szept syys سبتمبر सितंबर กันยายน',
  'oct okt ott out окт жов eki paź říj οκτ loka أكتوبر अक्टूबर ตุลาคม',
  'nov ноя ное лис kas lis νοε νοέ noi marras نوفمبر नवंबर พฤศจิกายน',
  'dec dez déc dic des дек гру ara gru pro δεκ joulu ديسمبر दिसंबर ธันวาคม',
];

/** Accents are set in two ways, and left out where a keyboard has none. */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');

const starts = names
  .flatMap((ofMonth, index) => ofMonth.split(' ').map((start) => ({ start: plain(start), month: index + 1 })))
  .sort((a, b) => b.start.length - a.start.length);

/** 1 to 12; null when the word is no month. The longest beginning decides: `juil` is not `jui`. */
export function monthOf(word: string): number | null {
  const lower = plain(word);
  return starts.find(({ start }) => lower.startsWith(start))?.month ?? null;
}
