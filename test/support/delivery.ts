import { createDelivery } from '../../src/delivery/create-delivery.ts';
import type { DeliveryRound, DeliveryStage } from '../../src/delivery/delivery.ts';
import { createRouting } from '../../src/routing/route.ts';
import type { Platform } from '../../src/platforms/platform.ts';
import type { Store } from '../../src/store/store.ts';
import { english } from '../../src/texts/english.ts';
import { createFakePlatform, type FakePlatform } from '../fakes/platform.ts';
import { createTestClock, type TestClock } from './clock.ts';
import { createTestLog } from './log.ts';
import { createNewsroom, type Newsroom } from './newsroom.ts';
import { openTestStore } from './store.ts';

export interface DeliveryBench extends Newsroom {
  readonly store: Store;
  readonly clock: TestClock;
  readonly log: ReturnType<typeof createTestLog>;
  readonly platform: FakePlatform;
  readonly delivery: DeliveryStage;
  /** Routes what is new. */
  route(): Promise<{ readonly routed: number }>;
  /** Routes, then delivers what is due. */
  round(): Promise<DeliveryRound>;
  /** Turns the clock to the next due time and delivers, so many times. */
  laterRounds(times: number): Promise<void>;
}

/** Newsroom, routing and delivery over a real SQLite store and platforms that the test dictates. */
export async function openDeliveryBench(
  options: {
    readonly store?: Store;
    readonly clock?: TestClock;
    readonly platforms?: readonly Platform[];
  } = {},
): Promise<DeliveryBench> {
  const { clock = createTestClock() } = options;
  const log = createTestLog();
  const store = options.store ?? (await openTestStore({ clock, log }));
  const platform = createFakePlatform();
  const platforms = options.platforms ?? [platform];
  const delivery = createDelivery({ store, platforms, texts: english, clock, log });
  const routing = createRouting({ store, clock, log, onRouted: () => undefined });
  return {
    ...createNewsroom(store, clock),
    store,
    clock,
    log,
    platform,
    delivery,
    route: () => routing.runRound(),
    async round() {
      await routing.runRound();
      return delivery.runRound();
    },
    async laterRounds(times) {
      for (let done = 0; done < times; done += 1) {
        const { nextDueAt } = await delivery.runRound();
        if (nextDueAt !== null) clock.set(nextDueAt);
      }
      await delivery.runRound();
    },
  };
}

/** The one delivery of a channel, or the one that was routed last. */
export async function lastDelivery(store: Store, channel: { readonly id: bigint }) {
  const [delivery] = await store.deliveries.ofChannel(channel.id, 1);
  if (delivery === undefined) throw new Error('nothing is owed to this channel');
  return delivery;
}
