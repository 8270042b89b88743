import { defineAct, positional, source, type CommandContext } from '../src/dispatch/command.ts';
import { MendableError } from '../src/domain/errors.ts';
import { textMessage } from '../src/domain/message.ts';
import type { Source } from '../src/domain/source.ts';
import { showItems } from './sources-reading.ts';

const options = { source: positional(source('The source, by its short name or name')) };
const shape = { access: 'moderators', isPrivate: true, options } as const;

/** A host may say so though it was asked for everything. */
const nothingNew = { items: [], language: null, defect: null };

export const testSource = defineAct({
  ...shape,
  description: 'Read a source now, and show what it gives',
  example: '/sources test example-wire',
  async run({ source }, context) {
    const { sources, texts } = context;
    const reading = await sources.read({ ...source, etag: null, lastModified: null });
    if (reading.kind === 'failed') {
      throw new MendableError(texts.sources.cannotRead({ url: source.url, reason: reading.reason }));
    }
    const { items, language, defect } = reading.kind === 'read' ? reading : nothingNew;
    return showItems({ ...source, items, language, defect }, context);
  },
});

export const removeSource = defineAct({
  ...shape,
  description: 'Read a source no more; what it reported stays',
  example: '/sources remove example-wire',
  async run({ source }, context) {
    requireOwn(source, context);
    await context.store.sources.remove(source.id);
    context.wake();
    const { removed, removedEverywhere } = context.texts.sources;
    return textMessage(source.scope === 'global' ? removedEverywhere(source) : removed(source));
  },
});

export const pauseSource = defineAct({
  ...shape,
  description: 'Read a source no more until it is resumed',
  example: '/sources pause example-wire',
  async run({ source }, context) {
    requireOwn(source, context);
    await context.store.sources.pause(source.id);
    context.wake();
    return textMessage(context.texts.sources.nowPaused(source));
  },
});

export const resumeSource = defineAct({
  ...shape,
  description: 'Read a paused source again',
  example: '/sources resume example-wire',
  async run({ source }, context) {
    requireOwn(source, context);
    await context.store.sources.resume(source.id, context.clock.now());
    context.wake();
    return textMessage(context.texts.sources.nowResumed(source));
  },
});

/** Sources for everybody are changed by owners alone. */
function requireOwn({ name, scope }: Source, { asker, texts }: CommandContext): void {
  if (scope === 'global' && !asker.isOwner) throw new MendableError(texts.sources.ownersOnly({ name }));
}
