/** One article of the sample newsroom, behind whichever door its publisher opens. */
export interface SampleArticle {
  /** The last part of its address. */
  readonly slug: string;
  /** Articles of one event have the same name here: what grouping should find. Null where it stands alone. */
  readonly event: string | null;
  /** The publisher's own category label. */
  readonly label: string;
  readonly title: string;
  readonly author: string;
  /** The credit of the lead picture, as printed. */
  readonly credit: string;
  /** When it came out: before the newsroom opened, or after the live ones began. */
  readonly when: { readonly minutesAgo: number } | { readonly liveAfterSeconds: number };
  /** The publisher gives a date without a time. */
  readonly isDateOnly?: boolean;
  /** Paragraphs with an empty line between them; `## ` begins a heading, `- ` an item of a list. */
  readonly text: string;
}

export type TextPart =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export function partsOf(article: SampleArticle): readonly TextPart[] {
  return article.text
    .trim()
    .split(/\n{2,}/)
    .map((part): TextPart => {
      if (part.startsWith('## ')) return { kind: 'heading', text: part.slice(3) };
      if (part.startsWith('- '))
        return { kind: 'list', items: part.split('\n').map((item) => item.slice(2)) };
      return { kind: 'paragraph', text: part };
    });
}

/** The first paragraph, as a feed's excerpt has it. */
export function excerptOf(article: SampleArticle): string {
  const first = partsOf(article).find((part) => part.kind === 'paragraph');
  return first?.kind === 'paragraph' ? first.text : '';
}
