import type { Moment } from '../../domain/moment.ts';
import type { Texts } from '../../texts/texts.ts';
import type { Paint } from './paint.ts';
import { fullMoment, relativeMoment } from './moment-text.ts';
import { cleanText } from './clean-text.ts';

/** What rendering needs to know of the terminal and of the time. */
export interface RenderView {
  /** Columns of text. */
  readonly width: number;
  readonly paint: Paint;
  readonly texts: Texts;
  readonly now: Date;
  /** IANA; the machine's own where it is left out. */
  readonly timeZone?: string;
  /** Printed below the text anyway, so that words which link to it do without. */
  readonly addressBelow?: string | undefined;
}

export function momentText(moment: Moment, style: 'relative' | 'full', view: RenderView): string {
  return style === 'full' ? fullMoment(moment, view) : relativeMoment(moment, view);
}

/** Parts of a line of facts, those that are there. */
export function facts(...parts: readonly (string | null)[]): string {
  return parts
    .filter((part) => part !== null && part !== '')
    .map((part) => cleanText(part ?? ''))
    .join(' · ');
}

/** Lines set in from the left. */
export function indent(lines: readonly string[], margin: string): readonly string[] {
  return lines.map((line) => (line === '' ? margin.trimEnd() : margin + line));
}
