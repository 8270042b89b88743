/** Inline mode: stories to share in any chat, from what `search` and `latest` answer. */
import type { InlineQuery, InlineQueryResultArticle } from 'grammy/types';
import { emptyMessage, type Block, type Entry, type Message } from '../../domain/message.ts';
import { askingAlone, requestOf } from './asker.ts';
import { openingButtons, linkKeyboard } from './keyboard.ts';
import type { ListenTools } from './listen.ts';
import { renderMessage, textLimit } from './render-message.ts';

/** Telegram's own five minutes would hide the newest stories. */
const cacheSeconds = 20;
const mostResults = 50;

export async function answerInline(query: InlineQuery, tools: ListenTools): Promise<void> {
  const page = Math.max(1, Number.parseInt(query.offset, 10) || 1);
  const line = lineOf(query.query, page);
  const answer = await tools.doors.onCommand(await requestOf(line, askingAlone(query.from), tools));
  const message = answer.kind === 'reply' ? answer.message : emptyMessage;
  const results = await resultsOf(message, line, tools);
  try {
    await tools.api.answerInlineQuery(query.id, results.slice(0, mostResults), {
      cache_time: cacheSeconds,
      // A person's own sources may be among them.
      is_personal: true,
      next_offset: results.length > 0 && leadsTo(message, page + 1) ? String(page + 1) : '',
    });
  } catch (error) {
    // The person has typed on in the meantime.
    tools.log.debug({ error }, 'an inline query was answered too late');
  }
}

/** `#42`, as the share button writes it, is that story; nothing is the latest. */
function lineOf(typed: string, page: number): string {
  const words = typed.trim();
  const number = /^#(\d+)$/.exec(words)?.[1];
  if (number !== undefined) return `summarize ${number}`;
  const pages = page === 1 ? '' : ` page:${page}`;
  return words === '' ? `latest${pages}` : `search ${words}${pages}`;
}

/** Whether one of the message's own buttons turns to that page. */
function leadsTo(message: Message, page: number): boolean {
  const turn = new RegExp(`\\bpage:${page}\\b`);
  return message.buttons.some((button) => 'action' in button && turn.test(button.action));
}

async function resultsOf(
  message: Message,
  line: string,
  tools: ListenTools,
): Promise<readonly InlineQueryResultArticle[]> {
  const entries = message.blocks.flatMap((block) => (block.kind === 'entry' ? [block.entry] : []));
  if (entries.length > 0) return Promise.all(entries.map((entry) => entryResult(entry, tools)));
  const number = /^summarize (\d+)$/.exec(line)?.[1];
  return number === undefined || message.title === null
    ? []
    : [await result(message, { number: Number(number), description: '' }, tools)];
}

async function entryResult(entry: Entry, tools: ListenTools): Promise<InlineQueryResultArticle> {
  const block: Block = { kind: 'entry', entry };
  const sources = tools.texts.stories.reportedBy({ sources: entry.sources });
  const description = [sources, entry.excerpt].filter((part) => part !== '').join(' · ');
  const message = { ...emptyMessage, title: { text: entry.title, url: entry.url }, blocks: [block] };
  return result(message, { number: entry.number, description }, tools);
}

/** A story as a message that leads on into the bot. */
async function result(
  message: Message,
  about: { readonly number: number; readonly description: string },
  tools: ListenTools,
): Promise<InlineQueryResultArticle> {
  const { texts, identity, actions } = tools;
  const entries = message.blocks.some((block) => block.kind === 'entry');
  const shown = { ...message, title: entries ? null : message.title, footer: null };
  const botName = identity()?.name ?? '';
  const label = texts.telegram.openButton;
  const action = `summarize ${about.number}`;
  const links = await openingButtons(
    { ...emptyMessage, buttons: [{ label, action, role: 'open' }] },
    { actions, botName },
  );
  return {
    type: 'article',
    id: `story-${about.number}`,
    // Telegram refuses all results for one without a title.
    title: message.title?.text.trim() || '…',
    description: about.description,
    input_message_content: {
      message_text: renderMessage(shown, { texts, limit: textLimit }).html,
      parse_mode: 'HTML',
      link_preview_options:
        message.title?.url === undefined ? { is_disabled: true } : { url: message.title.url },
    },
    reply_markup: linkKeyboard(links),
  };
}
