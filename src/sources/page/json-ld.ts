/** What a page says of its article in JSON-LD (schema.org). */
import { z } from 'zod';
import { cleanText } from '../text/clean-text.ts';
import { decodeEntities } from '../text/entities.ts';
import { type DomDocument } from './dom.ts';

export interface StructuredArticle {
  readonly headline: string | null;
  readonly url: string | null;
  readonly description: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly section: string | null;
  readonly image: string | null;
  readonly imageCredit: string | null;
  readonly language: string | null;
  /** As written: with or without line breaks and markup. */
  readonly body: string | null;
}

const thing = z.record(z.string(), z.unknown());
type Thing = z.infer<typeof thing>;
const articleTypes =
  /(?:^|\/)(?:\w*Article|NewsArticle|BlogPosting|Report|LiveBlogPosting|AnalysisNewsArticle)$/;

/** The first article that the page's scripts describe; null when none does. */
export function structuredArticle(document: DomDocument): StructuredArticle | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = thingsIn(parseJson(script.textContent)).find(isArticle);
    if (found !== undefined) return readArticle(found);
  }
  return null;
}

/** Publishers leave comments, CDATA marks and bare line breaks in it. */
function parseJson(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '')
    .replace(/\p{Cc}+/gu, ' ');
  try {
    const value: unknown = JSON.parse(bare);
    return value;
  } catch {
    // What a page says wrongly of itself is passed over; its own text is still there.
    return null;
  }
}

/** The objects of a script: alone, in a list, or in a graph. */
function thingsIn(value: unknown, depth = 0): readonly Thing[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((one) => thingsIn(one, depth + 1));
  const parsed = thing.safeParse(value);
  if (!parsed.success) return [];
  const { '@graph': graph, mainEntity } = parsed.data;
  return [parsed.data, ...thingsIn(graph, depth + 1), ...thingsIn(mainEntity, depth + 1)];
}

const isArticle = (one: Thing): boolean => textsIn(one['@type']).some((type) => articleTypes.test(type));

function readArticle(article: Thing): StructuredArticle {
  const image = firstThing(article['image']);
  return {
    headline: textIn(article['headline']) ?? textIn(article['name']),
    url: textIn(article['url']) ?? textIn(article['mainEntityOfPage'], '@id'),
    description: textIn(article['description']),
    authors: namesIn(article['author'] ?? article['creator']),
    published: textIn(article['datePublished']) ?? textIn(article['dateCreated']),
    section: textIn(article['articleSection']),
    image: textIn(article['image'], 'url') ?? textIn(article['thumbnailUrl']),
    imageCredit: textIn(image?.['creditText']) ?? textIn(image?.['copyrightNotice']),
    language: textIn(article['inLanguage']),
    body: textsIn(article['articleBody']).join('\n\n').trim() || null,
  };
}

const firstThing = (value: unknown): Thing | undefined =>
  [value]
    .flat()
    .map((one) => thing.safeParse(one).data)
    .find((one) => one !== undefined);

function textsIn(value: unknown): readonly string[] {
  return [value].flat().filter((one) => typeof one === 'string');
}

/** The first text of a value: itself, or a property of the object that it is. */
function textIn(value: unknown, property = 'name'): string | null {
  for (const one of [value].flat()) {
    const text = typeof one === 'string' ? one : firstThing(one)?.[property];
    if (typeof text === 'string' && text.trim() !== '') return cleanText(decodeEntities(text));
  }
  return null;
}

function namesIn(value: unknown): readonly string[] {
  return [value].flat().flatMap((one) => {
    const name = textIn(one);
    return name === null || /^https?:/.test(name) ? [] : [name];
  });
}
