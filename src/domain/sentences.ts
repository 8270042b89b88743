/**
 * Splits plain text into its sentences, trimmed, in order; a line end always ends one. Full stops of abbreviations
 * ("U.S.", "Inc.", "Aug. 1", "No. 3"), initials and numbers ("$1.5B") end none.
 */
export function splitSentences(text: string): readonly string[] {
  return text.split(/\n+/).flatMap(splitLine);
}

/** The second form: publishers that lose the space between paragraphs ("the sector.The trio"). */
const endPattern =
  /[.!?…]+["'”’»)\]]*(?=\s)|(?<=\p{Ll}{3})[.!?]["”]?(?=[“"]?\p{Lu}\p{Ll}*\s)|[。！？]+[”’」』）]*/gu;

function splitLine(line: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of line.matchAll(endPattern)) {
    const end = match.index + match[0].length;
    if (!endsSentence(line.slice(start, end), line.slice(end).trimStart().slice(0, 40))) continue;
    sentences.push(line.slice(start, end).trim());
    start = end;
  }
  sentences.push(line.slice(start).trim());
  return sentences.filter((sentence) => sentence !== '');
}

const titles =
  /(?:^|[\s(“"'‘])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Hon|Rev|St|Mt|vs|v|cf|viz|e\.g|i\.e|approx|ca|al)\.$/i;
const numbered =
  /(?:^|[\s(“"'‘])(?:No|Nos|Art|Sec|Vol|Fig|pp?|ch|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/;
const maybeLast =
  /(?:^|[\s(“"'‘])(?:Inc|Corp|Ltd|Co|LLC|Bros|Jr|Sr|est|etc|dept|[ap]\.m|Ph\.D|(?:\p{Lu}\.)+\p{Lu}?)\.?$/u;
/** Words that rarely follow an abbreviation within a sentence. */
const openers =
  /^["'“‘(]?(?:The|A|An|It|Its|In|On|At|As|He|She|They|We|But|And|However|This|That|These|Those|When|While|After|For|By|If|Last|Earlier|Meanwhile|According|Since|Both|Some|Many|One|His|Her|Their|There|With|Under|To)\b/;

function endsSentence(before: string, after: string): boolean {
  if (after === '') return true;
  const bare = before.replace(/["'”’»)\]]+$/, '');
  if (!bare.endsWith('.')) return /[。！？]$/u.test(bare) || /^[^\p{Ll}]/u.test(after);
  if (titles.test(bare)) return false;
  if (numbered.test(bare)) return !/^\d/.test(after);
  if (/(?:^|\s)\p{Lu}\.$/u.test(bare)) return false;
  if (maybeLast.test(bare)) return openers.test(after);
  return /^["'“‘«([]*[^\p{Ll}\s"'“‘«([]/u.test(after);
}
