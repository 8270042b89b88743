import type { PlatformId } from '../../src/domain/channel.ts';
import type {
  EditOrder,
  EditOutcome,
  Platform,
  SendOrder,
  SendOutcome,
} from '../../src/platforms/platform.ts';

export interface FakePlatform extends Platform {
  /** Every send that was asked for, in order; also those that failed. */
  readonly asked: readonly SendOrder[];
  /** Those that it accepted, as `<channel name>: <title>`. */
  readonly posted: readonly string[];
  readonly edits: readonly EditOrder[];
  /** How many sends are under way, and how many were at most. */
  readonly underWay: { now: number; most: number };
  /** Dictates the outcomes from now on; undefined for the usual one. Returns the platform. */
  onSend(answer: (order: SendOrder) => SendOutcome | Promise<SendOutcome> | undefined): FakePlatform;
  onEdit(answer: (order: EditOrder) => EditOutcome | Promise<EditOutcome> | undefined): FakePlatform;
}

/** A platform whose outcomes the test dictates. Without orders it accepts everything. */
export function createFakePlatform(id: PlatformId = 'console'): FakePlatform {
  const asked: SendOrder[] = [];
  const posted: string[] = [];
  const edits: EditOrder[] = [];
  const underWay = { now: 0, most: 0 };
  let answerSend: Parameters<FakePlatform['onSend']>[0] = () => undefined;
  let answerEdit: Parameters<FakePlatform['onEdit']>[0] = () => undefined;
  const fake: FakePlatform = {
    id,
    asked,
    posted,
    edits,
    underWay,
    onSend(answer) {
      answerSend = answer;
      return fake;
    },
    onEdit(answer) {
      answerEdit = answer;
      return fake;
    },
    start: async () => undefined,
    stop: async () => undefined,
    status: () => ({ isConnected: true, remarks: [] }),
    async send(order) {
      asked.push(order);
      underWay.now += 1;
      underWay.most = Math.max(underWay.most, underWay.now);
      try {
        const outcome = (await answerSend(order)) ?? accept(order);
        if (outcome.kind === 'sent') posted.push(titleOf(order));
        return outcome;
      } finally {
        underWay.now -= 1;
      }
    },
    async edit(order) {
      edits.push(order);
      return (await answerEdit(order)) ?? { kind: 'edited' };
    },
  };
  return fake;
}

const accept = (order: SendOrder): SendOutcome => ({
  kind: 'sent',
  messageId: `message-of-${order.deliveryId}`,
  form: 'text',
});

/** What was ordered, in short: `<channel name>: <title>`. */
export const titleOf = (order: SendOrder | EditOrder): string =>
  `${order.channel.name}: ${order.message.title?.text ?? ''}`;

/** A promise that the test resolves when it likes. */
export function createGate<T = void>(): { readonly opened: Promise<T>; readonly open: (value: T) => void } {
  let open: (value: T) => void = () => undefined;
  const opened = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
