import { plainText } from '../domain/article.ts';
import { analyze } from '../domain/analyzer.ts';
import type { NewArticle } from '../store/store.ts';
import { categorize, categoryOfLabels } from './categorize.ts';
import type { Draft } from './draft.ts';
import { signatureOf, type EventSignature } from './event-signature.ts';
import { findAssets } from './find-assets.ts';

/** An article with what it is about; where it belongs is not yet known. */
export interface Described {
  readonly article: Omit<NewArticle, 'joins' | 'isBacklog'>;
  /** By what it is compared with other reports. */
  readonly signature: EventSignature;
}

/** Says what an article is about: category, assets, and the tokens by which it is found. */
export function describeArticle(draft: Draft): Described {
  const { labels, ...kept } = draft;
  const title = analyze(draft.title);
  const lead = analyze(draft.lead);
  const text = analyze(plainText(draft.blocks));
  const article = {
    ...kept,
    label: labels.find((label) => categoryOfLabels([label]) !== null) ?? labels[0] ?? null,
    category: categorize({ labels, tokens: { title, lead, text } }),
    assets: findAssets(draft),
    tokens: { title, text: withLead(lead, text) },
  };
  return { article, signature: signatureOf(draft, { title, lead }) };
}

/** The lead is searched too, once: most leads are the beginning of the text. */
function withLead(lead: readonly string[], text: readonly string[]): readonly string[] {
  const isBeginning = lead.slice(0, 12).every((token, index) => text[index] === token);
  return isBeginning && text.length >= lead.length ? text : [...lead, ...text];
}
