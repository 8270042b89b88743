import { REST, RESTEvents } from 'discord.js';
import type { Clock } from '../../domain/clock.ts';
import { createMakeRequest } from './make-request.ts';
import type { Pace } from './pace.ts';

/** A channel's own pace (five messages in five seconds) is waited for here; longer waits go back to the outbox. */
const longestWaitMs = 6000;

/** After a 401 the library forgets the token; it is tried again after so long, for a proxy may have been at fault. */
const tokenPauseMs = 5 * 60_000;

/**
 * The REST connection for posts. It repeats nothing by itself: the outbox does, which knows what may be repeated.
 * Answers to commands have another one, so that they never wait behind posts.
 */
export function createSendingRest({ token, apiUrl, clock, pace }: SendingRestSetup) {
  const rest = new REST({
    version: '10',
    api: apiUrl,
    retries: 0,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > longestWaitMs,
    makeRequest: createMakeRequest(pace),
  }).setToken(token);
  let refusedAt: number | null = null;
  rest.on(RESTEvents.Response, (_, { status }) => {
    if (status === 401) refusedAt = clock.now().getTime();
  });
  const renewToken = () => {
    if (refusedAt === null || clock.now().getTime() - refusedAt < tokenPauseMs) return;
    refusedAt = null;
    rest.setToken(token);
  };
  return { rest, renewToken };
}

interface SendingRestSetup {
  readonly token: string;
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly pace: Pace;
}
