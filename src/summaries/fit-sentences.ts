import type { TextBlock } from '../domain/article.ts';
import { splitSentences } from '../domain/sentences.ts';

export interface TextSentence {
  readonly text: string;
  /** Which paragraph it stands in, and where in it; from 0. */
  readonly paragraph: number;
  readonly place: number;
  /** How far below its place in the text it is worth being told on its own, 0 to 1. */
  readonly fitness: number;
}

/** The sentences of paragraphs and lists that can stand alone, in order. */
export function fitSentences(blocks: readonly TextBlock[]): readonly TextSentence[] {
  const paragraphs = blocks.flatMap((block) => {
    if (block.kind === 'heading') return [];
    return block.kind === 'list' ? block.items : [block.text];
  });
  return paragraphs.flatMap((paragraph, index) =>
    splitSentences(paragraph).flatMap((sentence, place) => {
      const text = sentence.replace(/^[-•*–—\s]+/, '').trim();
      const fitness = fitnessOf(text);
      return fitness === 0 ? [] : [{ text, paragraph: index, place, fitness }];
    }),
  );
}

const leastWords = 7;
const mostWords = 60;

/** What is no statement of the article's own. */
const unfit = [
  /\b(?:photo|image|picture|illustration|chart|graph(?:ic)?) (?:by|via|credit|courtesy|from)\b/i,
  /(?:^|\. )(?:source|sources|credit|image|featured image|disclaimer|disclosure|author|date|tags|categories|related|read (?:more|also|next))\s*:/i,
  /\b(?:click here|sign up|subscribe|newsletter|follow us|join our|terms of service|privacy policy|all rights reserved|cookies)\b/i,
  /\b(?:not (?:constitute )?(?:financial|investment|legal) advice|for informational purposes|do your own research|this article (?:is|was|does|first)|the post .* appeared first)\b/i,
  /^(?:magazine|opinion by|interview with|more on|update|editor['’]s note|stay tuned)\b/i,
  /\b(?:error|forbidden) 40\d\b/i,
  /https?:\/\/|@\w+|#\w+$/,
];

/** What leans on the sentence before it. */
const leaning =
  /^(?:however|but|and|yet|so|still|also|moreover|furthermore|additionally|in addition|meanwhile|instead|therefore|thus|nevertheless|then|he|she|they|it|this|that|these|those|such|his|her|their|its|both|the (?:latter|former|move|decision|report|news|announcement))\b/i;

function fitnessOf(text: string): number {
  const words = text.split(/\s+/).length;
  const letters = text.replaceAll(/[^\p{L}]/gu, '').length;
  if (text.endsWith('?') || /[:…]$/.test(text) || letters < text.length / 2) return 0;
  if (unfit.some((pattern) => pattern.test(text))) return 0;
  if (!isIdeographic(text) && (words < leastWords || words > mostWords)) return 0;
  if (isBareQuote(text)) return 0;
  const firstPerson = /(?:^|[\s“"])(?:I|we|my|our|you|your)\b/i.test(text) ? 0.85 : 1;
  const quoted = /["“”]/.test(text) ? 0.93 : 1;
  return firstPerson * quoted * (leaning.test(text) ? 0.82 : 1);
}

/** Said by somebody whom the sentence does not name, or torn out of a longer quotation. */
function isBareQuote(text: string): boolean {
  const quoted = [...text.matchAll(/["“][^"”]*["”]?/g)].reduce((sum, match) => sum + match[0].length, 0);
  const opens = (text.match(/“/g) ?? []).length;
  const closes = (text.match(/”/g) ?? []).length;
  const straight = (text.match(/"/g) ?? []).length;
  return opens !== closes || straight % 2 === 1 || quoted > text.length * 0.6;
}

const isIdeographic = (text: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
