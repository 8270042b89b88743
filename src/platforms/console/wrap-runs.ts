import { wrapText } from './wrap-text.ts';

/** A part of a paragraph with its own look. */
export interface Run {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** Breaks a paragraph into lines as {@link wrapText} does, each part keeping its look across the breaks. */
export function wrapRuns(runs: readonly Run[], width: number): readonly string[] {
  const whole = runs.map((run) => run.text).join('');
  const lines = whole.split('\n').flatMap((line) => wrapText(line, width));
  let from = 0;
  return lines.map((line) => {
    const start = whole.indexOf(line, from);
    from = start + line.length;
    return paintPart(runs, start, from);
  });
}

/** The text between two places, painted. */
function paintPart(runs: readonly Run[], start: number, end: number): string {
  let place = 0;
  return runs
    .map((run) => {
      const part = run.text.slice(Math.max(start - place, 0), Math.max(end - place, 0));
      place += run.text.length;
      return run.paint === undefined || part === '' ? part : run.paint(part);
    })
    .join('');
}
