import type { Clock } from '../../domain/clock.ts';
import type { Log } from '../../domain/log.ts';
import type { Texts } from '../../texts/texts.ts';
import type { EditOrder, EditOutcome, PlatformMemory, SendOrder, SendOutcome } from '../platform.ts';
import { botIdOf } from './bot-id.ts';
import { deliveryMark } from './custom-id.ts';
import { editPost } from './edit-post.ts';
import { createForumTags } from './forum-tags.ts';
import type { LongActions } from './long-actions.ts';
import type { Pace } from './pace.ts';
import type { PostContext } from './post-context.ts';
import { createPublisher } from './publisher.ts';
import { renderMessage, type MessageBody } from './render-message.ts';
import { sendForumPost } from './send-forum-post.ts';
import { sendMessage } from './send-message.ts';
import { createSendingRest } from './sending-rest.ts';

/** Sends and edits posts; it needs no gateway. */
export interface Posts {
  send(order: SendOrder): Promise<SendOutcome>;
  edit(order: EditOrder): Promise<EditOutcome>;
  /** Takes up what an earlier run left to be published; never fails. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

export interface PostsSetup {
  readonly token: string;
  readonly apiUrl: string;
  readonly pace: Pace;
  readonly longActions: LongActions;
  readonly memory: PlatformMemory;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly log: Log;
}

const stoppedMs = 1000;

/** Sends over a REST connection of its own. */
export function createPosts(setup: PostsSetup): Posts {
  const { rest, renewToken } = createSendingRest(setup);
  const { longActions, memory, texts, clock, log } = setup;
  const context: PostContext = { rest, botId: botIdOf(setup.token), longActions, texts, clock, log };
  const forumTags = createForumTags({ rest, clock });
  const publisher = createPublisher({ rest, renewToken, memory, texts, clock, log });
  const underWay = new Set<Promise<unknown>>();
  let isStopped = false;

  const sendDressed = async (order: SendOrder): Promise<SendOutcome> => {
    if (isStopped) return { kind: 'retry', afterMs: stoppedMs, reason: texts.discord.sending.stopped };
    if (!/^\d{17,20}$/.test(order.channel.address)) {
      return { kind: 'unreachable', reason: texts.discord.unreachable.notDiscord };
    }
    renewToken();
    const body = await dress(order, order.part, context);
    const isForum = order.channel.kind === 'forum';
    const outcome = isForum
      ? await sendForumPost(order, body, { ...context, forumTags })
      : await sendMessage(order, body, context);
    if (outcome.kind === 'sent' && order.look.isPublished && order.channel.kind === 'announcement') {
      await publisher.publish({ channelId: order.channel.address, messageId: outcome.messageId });
    }
    return outcome;
  };

  return {
    send: (order) => track(underWay, sendDressed(order)),
    edit: (order) => track(underWay, editDressed(order, isStopped, context)),
    resume: () => track(underWay, publisher.resume()),
    async stop() {
      isStopped = true;
      await Promise.all(underWay);
      await publisher.stop();
    },
  };
}

async function editDressed(order: EditOrder, isStopped: boolean, context: PostContext): Promise<EditOutcome> {
  if (isStopped) return { kind: 'retry', afterMs: stoppedMs, reason: context.texts.discord.sending.stopped };
  return editPost(order, await dress(order, 0, context), context);
}

async function dress(
  { message, look, deliveryId }: Pick<SendOrder, 'message' | 'look' | 'deliveryId'>,
  part: number,
  { texts, longActions }: PostContext,
): Promise<MessageBody> {
  const mark = deliveryMark(deliveryId, part);
  const rendered = renderMessage(message, { texts, look, mark, isModerators: false });
  await longActions.keep(rendered.longActions);
  return rendered.body;
}

async function track<Value>(underWay: Set<Promise<unknown>>, work: Promise<Value>): Promise<Value> {
  const settled = work.catch(() => undefined);
  underWay.add(settled);
  try {
    return await work;
  } finally {
    underWay.delete(settled);
  }
}
