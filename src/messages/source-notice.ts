import type { Notice } from '../domain/notice.ts';
import type { Button, Message, Spans } from '../domain/message.ts';
import type { Source } from '../domain/source.ts';
import type { Texts } from '../texts/texts.ts';
import { noticeMessage } from './notice-message.ts';
import { shorten } from './shorten.ts';

const longestReason = 300;

/** What moderators read of a trouble with a source, or of its end; the reason and the remedies are those of now. */
export function sourceNotice({ kind, since }: Notice, source: Source, { notices: words }: Texts): Message {
  const listButton: Button = { label: words.listButton, action: 'sources list', role: 'open' };
  if (kind === 'source-back') {
    return { ...noticeMessage(words.back(source), [words.backMeanwhile]), buttons: [listButton] };
  }
  const said = kind === 'source-gone' ? words.gone : words.failing;
  const remedy = said.remedy({ key: source.key, isGlobal: source.scope === 'global' });
  const began: Spans = [
    said.began,
    { moment: { at: since, precision: 'minute' }, style: 'relative' },
    words.reason({ error: reasonOf(source) }),
  ];
  return {
    ...noticeMessage(said.headline(source), [began, said.meanwhile, remedy]),
    buttons: [{ label: words.testButton, action: `sources test ${source.key}`, role: 'open' }, listButton],
  };
}

/** It may come from the publisher's own answer, and be of any length. */
function reasonOf({ lastError }: Source): string | null {
  const reason = lastError?.replaceAll(/\s+/g, ' ').trim() ?? '';
  return reason === '' ? null : shorten(reason, longestReason);
}
