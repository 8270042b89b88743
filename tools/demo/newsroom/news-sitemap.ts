import { stampOf } from './dates.ts';
import type { Edition } from './edition.ts';
import { escapeMarkup } from './markup.ts';
import type { ServedDocument } from './served-document.ts';

/** A news sitemap as search engines read it: headlines and times; a page that is no news stands among them. */
export function renderNewsSitemap({ publisher, home, articles }: Edition): ServedDocument {
  const entries = articles.map(
    (article) => `<url>
<loc>${article.url}</loc>
<news:news>
<news:publication><news:name>${publisher.name}</news:name><news:language>en</news:language></news:publication>
<news:publication_date>${stampOf(article)}</news:publication_date>
<news:title>${escapeMarkup(article.title)}</news:title>
</news:news>
<image:image><image:loc>${article.pictureUrl}</image:loc></image:image>
</url>`,
  );
  return {
    contentType: 'application/xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>${home}</loc><changefreq>hourly</changefreq></url>
${entries.join('\n')}
</urlset>
`,
  };
}
