/** What the pages of the tests are made of. */

export interface PageShape {
  readonly name: string;
  readonly html: string;
  /** The article's text, a block a line; items of a list begin with a star. */
  readonly text: readonly string[];
}

/** Paragraphs of an article in English, all different. */
export const story = [
  'The harbour authority said on Monday that it will put every bill of lading on a shared ledger before the end of the year, after a trial with four carriers.',
  'Nothing was lost in the trial, according to the report, and the average container left the quay eleven hours earlier than it did the year before.',
  '“We did not believe it ourselves,” said Mara Quill, who runs the northern terminal, “until the third week had passed without a single phone call about a missing paper.”',
  'Forwarders are less sure. Two of the larger ones pointed out that the trial left out refrigerated goods, where most of the disputes about papers begin.',
  'The authority answers that cold freight will follow in spring, once the sensors in the boxes can sign what they measure without anybody touching them.',
  'Insurers have asked for a copy of the register, and for the right to stop a transfer when a ship is reported overdue, which the carriers reject.',
  'A decision on that question is expected at the meeting of the port council in March, where the fishermen’s cooperative also has a vote this time.',
  'Until then paper and ledger will be kept side by side, which costs about nine people their quiet afternoons, as one clerk put it with a smile.',
] as const;
export const inParagraphs = (texts: readonly string[]): string =>
  texts.map((one) => `<p>${one}</p>`).join('\n');
export const document = (head: string, body: string, language = 'en'): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Harbour puts its papers on a ledger | Tideline</title>${head}</head><body>${body}</body></html>`;
export const title = 'Harbour puts its papers on a ledger';
export const teaser = (about: string): string =>
  `<article class="card"><a href="/news/${about}"><img src="/i/${about}.jpg" alt=""><h3>The ${about} of the week in three charts</h3></a><p>What the ${about} did this week, and why two analysts of it disagree with each other about everything but the weather.</p><time>3 May 2026</time></article>`;
export const megaMenu = `<header class="site-header"><nav><ul>${[
  'World',
  'Markets',
  'Ships',
  'Weather',
  'Opinion',
  'Sport',
  'Letters',
  'Archive',
]
  .map(
    (label) =>
      `<li><a href="/${label}">${label}</a><div class="flyout"><p>The best of ${label}, picked by our editors every morning, with all that matters and a little more.</p>${teaser(label)}</div></li>`,
  )
  .join('')}</ul></nav></header>`;
