import type { Span, Spans } from '../../domain/message.ts';
import type { Moment } from '../../domain/moment.ts';
import { escapeMarkdown, linkTo } from './escape-markdown.ts';
import { cutToFit } from './cut-at-word.ts';

/** Spans as Discord's markdown, within `max` units. */
export function renderSpans(spans: Spans, max: number, language: string): string {
  let shown = '';
  for (const span of spans) {
    const room = max - shown.length;
    const whole = renderSpan(span, language);
    if (whole.length > room) return shown + cutSpan(span, room);
    shown += whole;
  }
  return shown;
}

/** A time in each reader's own time zone; a date without a time as written, the same everywhere. */
export function renderMoment(moment: Moment, style: 'relative' | 'full', language: string): string {
  if (moment.precision === 'minute') {
    const seconds = Math.floor(moment.at.getTime() / 1000);
    return `<t:${seconds}:${style === 'relative' ? 'R' : 'f'}>`;
  }
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(moment.at);
}

function renderSpan(span: Span, language: string): string {
  if (typeof span === 'string') return escapeMarkdown(span);
  if ('moment' in span) return renderMoment(span.moment, span.style, language);
  return renderStyled(span);
}

function renderStyled(span: Exclude<Span, string | { moment: Moment }>): string {
  // A code span shows everything as it is but for the mark that ends it.
  if (span.code === true) return `\`${span.text.replaceAll('`', 'ˋ')}\``;
  const text = linkTo(span.text, span.url);
  return span.bold === true && text !== '' ? `**${text}**` : text;
}

/** What of a span fits; a time is shown whole or not at all. */
function cutSpan(span: Span, room: number): string {
  if (typeof span !== 'string' && 'moment' in span) return '';
  const text = typeof span === 'string' ? span : span.text;
  const render = (part: string) =>
    typeof span === 'string' ? escapeMarkdown(part) : renderStyled({ ...span, text: part });
  const cut = cutToFit(text, room, render);
  return cut.length <= room ? cut : '';
}
