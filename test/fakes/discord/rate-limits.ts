/** Discord's limits: 50 requests in any second for the bot, five messages in five seconds for each channel. */

export interface LimitAnswer {
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds to wait; null when the request may pass. */
  readonly retryAfter: number | null;
  readonly isGlobal: boolean;
}

const globalLimit = 50;
const globalWindowMs = 1000;
const channelLimit = 5;
const channelWindowMs = 5000;

/** Counts requests by real time; `isOn` false lets everything pass. */
export function createRateLimits(isOn: boolean): (method: string, path: string) => LimitAnswer {
  let recent: number[] = [];
  const channels = new Map<string, { startedAt: number; used: number }>();
  return (method, path): LimitAnswer => {
    if (!isOn || isInteraction(path)) return { headers: {}, retryAfter: null, isGlobal: false };
    const now = Date.now();
    recent = recent.filter((at) => now - at < globalWindowMs);
    if (recent.length >= globalLimit) {
      const retryAfter = (globalWindowMs - (now - (recent[0] ?? now))) / 1000;
      return { headers: { 'X-RateLimit-Global': 'true' }, retryAfter, isGlobal: true };
    }
    recent.push(now);
    const channelId = /^\/channels\/(\d+)\/messages$/.exec(path)?.[1];
    if (method !== 'POST' || channelId === undefined)
      return { headers: {}, retryAfter: null, isGlobal: false };
    const window = currentWindow(channels, channelId, now);
    window.used += 1;
    const resetAfter = (window.startedAt + channelWindowMs - now) / 1000;
    const headers = {
      'X-RateLimit-Bucket': 'messages',
      'X-RateLimit-Limit': String(channelLimit),
      'X-RateLimit-Remaining': String(Math.max(channelLimit - window.used, 0)),
      'X-RateLimit-Reset-After': resetAfter.toFixed(3),
      'X-RateLimit-Reset': ((now + resetAfter * 1000) / 1000).toFixed(3),
    };
    return { headers, retryAfter: window.used > channelLimit ? resetAfter : null, isGlobal: false };
  };
}

/** Interaction endpoints are outside of the bot's global limit. */
function isInteraction(path: string): boolean {
  return path.startsWith('/interactions/') || path.startsWith('/webhooks/');
}

function currentWindow(
  channels: Map<string, { startedAt: number; used: number }>,
  id: string,
  now: number,
): { startedAt: number; used: number } {
  const known = channels.get(id);
  if (known !== undefined && now - known.startedAt < channelWindowMs) return known;
  const fresh = { startedAt: now, used: 0 };
  channels.set(id, fresh);
  return fresh;
}
