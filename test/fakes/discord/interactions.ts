/** Interactions as Discord keeps them: a token each, one first answer, then edits and follow-ups. */
import { readCallback, readMessage, type CallbackInput, type MessageInput } from './body-shapes.ts';
import { Refusal, unknownMessage } from './refusal.ts';
import type { World } from './world.ts';

export type InteractionEvent =
  | { readonly kind: 'callback'; readonly type: number; readonly data: Record<string, unknown> }
  | { readonly kind: 'edit'; readonly data: MessageInput }
  | { readonly kind: 'followup'; readonly data: MessageInput }
  | { readonly kind: 'delete' };

/** One use of a command, a button, a menu or a form, as the person sees it answered. */
export interface FakeInteraction {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 form. */
  readonly type: number;
  readonly events: readonly InteractionEvent[];
  /** The next event that no one has waited for yet. */
  next(): Promise<InteractionEvent>;
  /** Makes the token void, as three seconds without an answer do. */
  expire(): void;
  /** What the person sees in the end: the first answer with its edits; null when there is none. */
  readonly shown: Record<string, unknown> | null;
}

interface Kept extends FakeInteraction {
  record(event: InteractionEvent): void;
  isExpired: boolean;
}

export interface Interactions {
  add(type: number): FakeInteraction;
  callback(id: string, token: string, body: unknown): Record<string, unknown>;
  editOriginal(token: string, body: unknown): Record<string, unknown>;
  deleteOriginal(token: string): void;
  followUp(token: string, body: unknown): Record<string, unknown>;
}

const componentsOnly: readonly number[] = [6, 7];

/** Keeps the interactions of a world. */
export function createInteractions(world: World): Interactions {
  const kept = new Map<string, Kept>();
  const find = (token: string): Kept => {
    const found = kept.get(token);
    if (found === undefined || found.isExpired) throw new Refusal(404, 10_062, 'Unknown interaction');
    return found;
  };
  const answered = (token: string): Kept => {
    const found = find(token);
    if (found.events.length === 0) throw new Refusal(404, 10_015, 'Unknown Webhook');
    return found;
  };
  const asMessage = (data: unknown) => ({
    ...(typeof data === 'object' ? data : {}),
    id: world.nextId(),
    channel_id: '0',
    author: { id: '0', username: 'satwire', discriminator: '0' },
    timestamp: new Date().toISOString(),
    attachments: [],
    mentions: [],
    mention_roles: [],
    type: 20,
  });
  return {
    add(type) {
      const id = world.nextId();
      const interaction = createInteraction(id, `token-${id}`, type);
      kept.set(interaction.token, interaction);
      return interaction;
    },
    callback(id, token, body) {
      const found = find(token);
      if (found.events.length > 0)
        throw new Refusal(400, 40_060, 'Interaction has already been acknowledged');
      const input = readCallback(body);
      checkKind(found.type, input);
      const data = 'data' in input ? { ...input.data } : {};
      found.record({ kind: 'callback', type: input.type, data });
      return {
        interaction: { id, type: found.type },
        resource: { type: input.type, message: asMessage(data) },
      };
    },
    editOriginal(token, body) {
      const data = readMessage(body);
      answered(token).record({ kind: 'edit', data });
      return asMessage(data);
    },
    deleteOriginal(token) {
      if (answered(token).shown === null) throw unknownMessage();
      answered(token).record({ kind: 'delete' });
    },
    followUp(token, body) {
      const data = readMessage(body);
      answered(token).record({ kind: 'followup', data });
      return asMessage(data);
    },
  };
}

/** Autocomplete takes only choices; only a component can be answered in place. */
function checkKind(type: number, input: CallbackInput): void {
  const isAutocomplete = type === 4;
  if (isAutocomplete !== (input.type === 8)) throw new Refusal(400, 50_035, 'wrong type of answer');
  if (componentsOnly.includes(input.type) && type !== 3 && type !== 5) {
    throw new Refusal(400, 50_035, 'there is no message to answer in place of');
  }
  if (input.type === 9 && type === 5) throw new Refusal(400, 50_035, 'a form cannot open a form');
}

function createInteraction(id: string, token: string, type: number): Kept {
  const events: InteractionEvent[] = [];
  let waited = 0;
  let wake: () => void = () => {};
  return {
    id,
    token,
    type,
    events,
    isExpired: false,
    record(event) {
      events.push(event);
      wake();
    },
    async next() {
      while (events.length <= waited) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const event = events[waited];
      waited += 1;
      if (event === undefined) throw new Error('no event');
      return event;
    },
    expire() {
      this.isExpired = true;
    },
    get shown() {
      return events.reduce<Record<string, unknown> | null>((shown, event) => {
        if (event.kind === 'delete') return null;
        if (event.kind === 'edit') return { ...shown, ...event.data };
        if (event.kind === 'callback') return event.data;
        return shown;
      }, null);
    },
  };
}
