/** Text with marks, measured and cut before it becomes HTML: so no cut can fall inside a tag or an entity. */
import { cleanText, escapeHtml, linkable } from './clean-text.ts';

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly code?: boolean;
  readonly url?: string;
  /** Shown in the reader's own time; `text` is for clients that do not know it. */
  readonly time?: { readonly at: Date; readonly format: 'r' | 'Dt' };
}

export interface Section {
  readonly runs: readonly Run[];
  /** Where text must go, the highest gives way first. */
  readonly give: number;
  /** What stands before it: `line` begins a new line, `blank` leaves one empty. */
  readonly gap: 'line' | 'blank';
  readonly isQuote?: boolean;
}

/** Telegram counts code points; UTF-16 units are never fewer. */
export const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.text.length, 0);

const gapText = (section: Section) => (section.gap === 'blank' ? '\n\n' : '\n');

/** The sections, shortened at words until all of them together have at most `limit` characters. */
export function fitSections(sections: readonly Section[], limit: number): readonly Section[] {
  let fitted = sections.filter((section) => lengthOf(section.runs) > 0);
  const byGive = fitted.toSorted((a, b) => b.give - a.give);
  for (const section of byGive) {
    const excess = lengthOfSections(fitted) - limit;
    if (excess <= 0) break;
    const cut = cutRuns(section.runs, lengthOf(section.runs) - excess);
    fitted = fitted.flatMap((other) => {
      if (other !== section) return [other];
      return cut.length === 0 ? [] : [{ ...other, runs: cut }];
    });
  }
  return fitted;
}

function lengthOfSections(sections: readonly Section[]): number {
  return sections.reduce(
    (sum, section, index) => sum + lengthOf(section.runs) + (index === 0 ? 0 : gapText(section).length),
    0,
  );
}

/** At most `max` characters of the runs, cut at a word and ended by an ellipsis; nothing where no word fits. */
export function cutRuns(runs: readonly Run[], max: number): readonly Run[] {
  if (lengthOf(runs) <= max) return runs;
  const kept: Run[] = [];
  let room = max - 1;
  for (const run of runs) {
    if (run.text.length <= room) {
      kept.push(run);
      room -= run.text.length;
      continue;
    }
    // Half of a time would be another time.
    const text = run.time === undefined ? cutText(run.text, room) : '';
    if (text !== '') kept.push({ ...run, text });
    break;
  }
  return lengthOf(kept) === 0 ? [] : [...kept, { text: '…' }];
}

/** The longest beginning of whole words within `max`; where words are not parted by spaces, of whole characters. */
function cutText(text: string, max: number): string {
  if (max <= 0) return '';
  if (/\s/.test(text.charAt(max))) return text.slice(0, max).trimEnd();
  const head = text.slice(0, max);
  const space = head.search(/\s\S*$/);
  if (space > Math.max(0, max - 60)) return head.slice(0, space).trimEnd();
  let end = 0;
  const from = Math.max(0, max - 60);
  const start = isInsidePair(text, from) ? from - 1 : from;
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(start, max + 60))) {
    if (start + index + segment.length > max) break;
    end = start + index + segment.length;
  }
  return text.slice(0, end).trimEnd();
}

const isInsidePair = (text: string, index: number) => /[\uDC00-\uDFFF]/.test(text.charAt(index));

/** As Telegram's `parse_mode` HTML. */
export function sectionsToHtml(sections: readonly Section[]): string {
  return sections
    .map((section, index) => {
      const inner = section.runs.map(runToHtml).join('');
      const html = section.isQuote === true ? `<blockquote expandable>${inner}</blockquote>` : inner;
      return index === 0 ? html : `${gapText(section)}${html}`;
    })
    .join('');
}

function runToHtml(run: Run): string {
  const text = escapeHtml(cleanText(run.text));
  if (run.code === true) return `<code>${text}</code>`;
  const unix = run.time === undefined ? 0 : Math.floor(run.time.at.getTime() / 1000);
  const timed =
    unix > 0 && run.time !== undefined
      ? `<tg-time unix="${unix}" format="${run.time.format}">${text}</tg-time>`
      : text;
  const href = run.url === undefined ? null : linkable(run.url);
  const linked = href === null ? timed : `<a href="${escapeHtml(href)}">${timed}</a>`;
  const slanted = run.italic === true ? `<i>${linked}</i>` : linked;
  return run.bold === true ? `<b>${slanted}</b>` : slanted;
}

/** The same words without marks, for when the HTML is refused. */
export function sectionsToPlain(sections: readonly Section[]): string {
  return sections
    .map((section, index) => {
      const text = section.runs.map((run) => cleanText(run.text)).join('');
      return index === 0 ? text : `${gapText(section)}${text}`;
    })
    .join('');
}
