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

export function createHostTurns(options: { readonly clock: Clock; readonly pauseMs: number }): HostTurns {
  const hosts = new Map<string, Host>();

  function startNext(host: Host): void {
    if (host.isWaiting || host.running >= atOnce || host.queue.length === 0) return;
    const waitMs = host.nextStartMs - options.clock.now().getTime();
    if (waitMs > 0) {
      host.isWaiting = true;
      options.clock.after(waitMs, () => {
        host.isWaiting = false;
        startNext(host);
      });
      return;
    }
    host.running += 1;
    host.nextStartMs = options.clock.now().getTime() + options.pauseMs;
    host.queue.shift()?.();
    startNext(host);
  }

  /** A host that nobody asks any more is forgotten, unless its pause still runs. */
  function leave(name: string, host: Host): void {
    host.running -= 1;
    startNext(host);
    const isPausing = host.nextStartMs > options.clock.now().getTime();
    if (host.running === 0 && host.queue.length === 0 && !isPausing) hosts.delete(name);
  }

  return {
    enter(name) {
      const host = hosts.get(name) ?? { running: 0, nextStartMs: 0, isWaiting: false, queue: [] };
      hosts.set(name, host);
      return new Promise((resolve) => {
        host.queue.push(() => resolve(() => leave(name, host)));
        startNext(host);
      });
    },
  };
}
