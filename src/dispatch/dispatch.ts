import { MendableError } from '../domain/errors.ts';
import { createIds } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import { emptyMessage, textMessage, type Message } from '../domain/message.ts';
import { assignWords } from './assign.ts';
import type { Act, Answer, CommandRequest, Services } from './command.ts';
import { createContext, type Door } from './context.ts';
import { parseLine, parseParts, type Asked, type UnknownCommand } from './parse.ts';
import { readValues } from './read-values.ts';
import { findTarget, requireAccess, type Target } from './access.ts';
import { createLookup, type Lookup } from './lookup.ts';
import { suggest } from './suggest.ts';

type Reply = Extract<Answer, { kind: 'reply' }>;
type Ask = Exclude<CommandRequest['ask'], { kind: 'complete' }>;

/**
 * Answers what platforms ask. Never rejects: what a person can mend is told with its remedy, anything else is logged
 * under an id, and the person sees that id.
 */
export function createDispatch(
  services: Services & { readonly log: Log },
): (request: CommandRequest) => Promise<Answer> {
  const nextId = createIds({ now: () => services.clock.now() });
  return async (request) => {
    const { ask } = request;
    try {
      return ask.kind === 'complete'
        ? {
            kind: 'choices',
            choices: await suggest(ask.type, ask.text, lookupOf({ services, request }, ownTarget(request))),
          }
        : await answer(ask, { request, services });
    } catch (thrown) {
      if (thrown instanceof MendableError) return told(textMessage(thrown.message));
      const id = nextId().toString(36);
      services.log.error({ error: thrown, id, ask }, 'a command failed');
      if (ask.kind === 'complete') return { kind: 'choices', choices: [] };
      return told(textMessage(services.texts.dispatch.failed({ id })));
    }
  };
}

async function answer(ask: Ask, door: Door): Promise<Reply> {
  const { services, request } = door;
  const asked = ask.kind === 'line' ? parseLine(ask.line, services) : parseParts(ask, services);
  if ('typed' in asked) return told(unknownCommand(asked, services));
  const target = await findTarget(asked, request, services.texts);
  requireAccess(asked, { target, asker: request.asker, texts: services.texts });
  return run(asked, { door, target });
}

async function run(
  asked: Asked,
  { door, target }: { readonly door: Door; readonly target: Target },
): Promise<Reply> {
  const lookup = lookupOf(door, target);
  const given = withFile(asked.act, await assignWords(asked, lookup), door.request);
  const values = await readValues({ ...asked, given, loose: [] }, lookup);
  if (values.kind === 'missing') return told(values.message);
  const context = createContext({ ...asked, given }, { door, target });
  const message = await asked.act.run(values.values, context);
  return { kind: 'reply', message, isPrivate: asked.act.isPrivate ?? false };
}

/** Only the asker needs to see what went wrong. */
function told(message: Message): Reply {
  return { kind: 'reply', message, isPrivate: true };
}

function unknownCommand({ typed, nearest }: UnknownCommand, { texts }: Services): Message {
  const message = textMessage(texts.dispatch.unknownCommand({ typed, nearest }));
  const action = nearest ?? 'help';
  return { ...emptyMessage, ...message, buttons: [{ label: `/${action}`, action, role: 'open' }] };
}

function ownTarget(request: CommandRequest): Target {
  const { asker, missingPermissions } = request;
  return { channel: asker.channel, isModerator: asker.isModerator, missingPermissions };
}

function lookupOf({ services: { store, texts }, request: { openFile } }: Door, { channel }: Target): Lookup {
  return createLookup({ store, texts, openFile, target: channel, scopes: ['global', channel.scope] });
}

/** The file that came with a command, where its act takes one. */
function withFile({ options }: Act, given: Asked['given'], { file = null }: CommandRequest): Asked['given'] {
  const wanted = Object.entries(options).find(([, { type }]) => type === 'attachment')?.[0];
  return wanted === undefined || file === null ? given : { [wanted]: file, ...given };
}
