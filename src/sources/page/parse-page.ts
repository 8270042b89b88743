/** An article's page → the article. */
import { plainText, type TextBlock } from '../../domain/article.ts';
import type { PageArticle } from '../source.ts';
import { absoluteUrl } from '../text/address.ts';
import { cleanText } from '../text/clean-text.ts';
import { decodeBytes } from '../text/encoding.ts';
import { articleBody } from './article-body.ts';
import { attributeOf, openDocument, type DomDocument } from './dom.ts';
import { structuredArticle } from './json-ld.ts';
import { metaOf, metaTags } from './meta-tags.ts';
import { authorsOf, namedAuthors } from './page-authors.ts';
import { labelOf, pictureOnPage, publishedOn, type Page } from './page-facts.ts';
import { titleOf } from './page-title.ts';

export interface PageDocument {
  readonly bytes: Uint8Array;
  readonly url: string;
  readonly contentType: string | null;
  /** IANA name, for times without a zone. */
  readonly timeZone?: string | undefined;
}

/** Null when the document holds no article. */
export function parsePage(source: PageDocument): PageArticle | null {
  const html = decodeBytes(source.bytes, source.contentType);
  const document = openDocument(html);
  const page: Page = {
    document,
    meta: metaTags(document),
    structured: structuredArticle(document),
    url: baseOf(document, source.url),
    timeZone: source.timeZone,
  };
  const title = titleOf(page);
  const facts = {
    url: canonicalUrl(page, source.url),
    title,
    published: publishedOn(page),
    label: labelOf(page),
    picture: pictureOnPage(page),
    language:
      attributeOf(document.documentElement, 'lang') ??
      page.structured?.language ??
      metaOf(page.meta, 'og:locale')?.replace('_', '-') ??
      null,
  };
  const authors = namedAuthors(page);
  const description = metaOf(page.meta, 'og:description', 'description', 'twitter:description');
  const { blocks, byline } = articleBody(document, html, {
    title,
    authors,
    told: page.structured?.body ?? null,
    url: facts.url,
  });
  if (title === '' && plainText(blocks) === '') return null;
  return { ...facts, authors: authorsOf(authors, byline), lead: leadOf(blocks, description ?? ''), blocks };
}

function baseOf(document: DomDocument, url: string): string {
  return absoluteUrl(attributeOf(document.querySelector('base[href]'), 'href'), url) ?? url;
}

/** A page that calls another site's page the original is that page; one that names a mere front page is not. */
function canonicalUrl(page: Page, url: string): string {
  const link = attributeOf(page.document.querySelector('link[rel="canonical"]'), 'href');
  const given = absoluteUrl(link, page.url) ?? absoluteUrl(metaOf(page.meta, 'og:url'), page.url);
  return given !== null && new URL(given).pathname !== '/' ? given : url;
}

/** The page's own first sentences; its description where it has no text. */
function leadOf(blocks: readonly TextBlock[], description: string): string {
  const first = blocks.find((block) => block.kind === 'paragraph');
  return cleanText(first?.kind === 'paragraph' ? first.text : description);
}
