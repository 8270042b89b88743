import type { PublishedArticle } from './edition.ts';
import { partsOf } from './sample-article.ts';

/** Text for XML and HTML. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An article's text as HTML, part by part. */
export function articleParts(article: PublishedArticle): readonly string[] {
  return partsOf(article).map((part) => {
    if (part.kind === 'heading') return `<h2>${escapeMarkup(part.text)}</h2>`;
    if (part.kind === 'paragraph') return `<p>${escapeMarkup(part.text)}</p>`;
    return `<ul>${part.items.map((item) => `<li>${escapeMarkup(item)}</li>`).join('')}</ul>`;
  });
}

/** An article's text as HTML, with its picture and credit above the first heading. */
export function articleHtml(article: PublishedArticle): string {
  const parts = articleParts(article);
  const picture = `<figure><img src="${article.pictureUrl}" alt=""><figcaption>${escapeMarkup(article.credit)}</figcaption></figure>`;
  const heading = parts.findIndex((part) => part.startsWith('<h2>'));
  return [...parts.slice(0, heading), picture, ...parts.slice(heading)].join('\n');
}

export function linkTo(article: PublishedArticle): string {
  return `<a href="${article.url}">${escapeMarkup(article.title)}</a>`;
}
