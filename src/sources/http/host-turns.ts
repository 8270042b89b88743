/** Turns at a host: at most two requests at a time, and a pause between the beginnings of two. */
import type { Clock } from '../../domain/clock.ts';

export interface HostTurns {
  /** Waits for a turn; the function that it gives ends the turn. */
  enter(host: string): Promise<() => void>;
}

interface Host {
  running: number;
  nextStartMs: number;
  isWaiting: boolean;
  readonly queue: (() => void)[];
}

const atOnce = 2;
/** Looking through them costs time, so it begins at this many. */
const keptHosts = 500;

export function createHostTurns(options: { readonly clock: Clock; readonly pauseMs: number }): HostTurns {
  const hosts = new Map<string, Host>();

  function startNext(host: Host): void {
    if (host.isWaiting || host.running >= atOnce || host.queue.length === 0) return;
    // A clock that was set back does not lengthen the pause.
    const waitMs = Math.min(host.nextStartMs - options.clock.now().getTime(), options.pauseMs);
    if (waitMs > 0) {
      host.isWaiting = true;
      options.clock.after(waitMs, () => {
        host.isWaiting = false;
        host.nextStartMs = 0;
        startNext(host);
      });
      return;
    }
    host.running += 1;
    host.nextStartMs = options.clock.now().getTime() + options.pauseMs;
    host.queue.shift()?.();
    startNext(host);
  }

  const isIdle = (host: Host): boolean =>
    host.running === 0 && host.queue.length === 0 && host.nextStartMs <= options.clock.now().getTime();

  /** A host that nobody asks any more is forgotten; where its pause still runs, when there are many of them. */
  function leave(name: string, host: Host): void {
    host.running -= 1;
    startNext(host);
    if (isIdle(host)) hosts.delete(name);
    if (hosts.size <= keptHosts) return;
    for (const [other, state] of hosts) if (isIdle(state)) hosts.delete(other);
  }

  return {
    enter(given) {
      const name = given.replace(/\.(?=$|:)/, '');
      const host = hosts.get(name) ?? { running: 0, nextStartMs: 0, isWaiting: false, queue: [] };
      hosts.set(name, host);
      return new Promise((resolve) => {
        host.queue.push(() => resolve(() => leave(name, host)));
        startNext(host);
      });
    },
  };
}
