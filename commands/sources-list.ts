import { defineAct, turnPages, type CommandContext } from '../src/dispatch/command.ts';
import { emptyMessage, textMessage, type Spans } from '../src/domain/message.ts';
import type { Source } from '../src/domain/source.ts';
import { describeTrouble, relative } from './source-trouble.ts';
import { pageOption } from './story-pages.ts';

const size = 10;

export const listSources = defineAct({
  description: 'All sources, with how reading them goes',
  access: 'anyone',
  isPrivate: true,
  options: { page: pageOption },
  async run({ page = 1 }, context) {
    const { scopes, store, texts } = context;
    const sources = await store.sources.list(scopes);
    if (sources.length === 0) return textMessage(texts.sources.none);
    const shown = sources.slice((page - 1) * size, page * size);
    return {
      ...emptyMessage,
      title: { text: texts.sources.title({ count: sources.length }) },
      blocks: [{ kind: 'list', items: shown.map((source) => describe(source, context)) }],
      ...turnPages(context, { page, size, total: sources.length }),
    };
  },
});

function describe(source: Source, { texts, clock }: CommandContext): Spans {
  const words = texts.sources;
  const remarks = [
    words.kinds[source.kind],
    ...(source.scope === 'global' ? [] : [words.onlyHere]),
    isConfirmed(source) ? words.confirmed : words.unconfirmed,
  ];
  return [
    { text: source.name, bold: true },
    ' (',
    { text: source.key, code: true },
    `, ${remarks.join(', ')}): `,
    ...reading(source, words),
    ...(isPushed(source, clock.now()) ? [`, ${words.pushed}`] : []),
  ];
}

const isPushed = ({ isPaused, pushedUntil }: Source, now: Date): boolean =>
  !isPaused && pushedUntil !== null && pushedUntil > now;

/** By whoever described it, or by a reading that went well. */
function isConfirmed({ address, lastReadAt }: Source): boolean {
  return address === 'seen' || lastReadAt !== null;
}

function reading(source: Source, words: CommandContext['texts']['sources']): Spans {
  const { failingSince, isPaused, lastReadAt } = source;
  if (isPaused) return [words.paused];
  if (failingSince !== null) return describeTrouble(source, words);
  return lastReadAt === null ? [words.notRead] : [words.read, relative(lastReadAt)];
}
