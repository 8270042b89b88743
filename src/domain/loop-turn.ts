/**
 * Waits for a turn of the event loop of its own: of all that wait, one goes on each time around. What computes for
 * more than a few milliseconds asks for one before each piece, lest pieces that have nothing to do with each other
 * (documents that arrive together) hold up everything else as one.
 */
export function loopTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(callNext);
  });
}

/** There is one event loop, so there is one queue. */
const waiting: (() => void)[] = [];

function callNext(): void {
  waiting[0]?.();
  waiting.shift();
  if (waiting.length > 0) setImmediate(callNext);
}
