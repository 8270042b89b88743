import type { Clock } from '../../domain/clock.ts';

/** What work gives, or `instead` once `limitMs` are over; the work goes on. */
export async function inTime<Value, Instead>(
  work: Promise<Value>,
  { limitMs, instead, clock }: { readonly limitMs: number; readonly instead: Instead; readonly clock: Clock },
): Promise<Value | Instead> {
  let cancel = () => {};
  const over = new Promise<Instead>((resolve) => {
    cancel = clock.after(limitMs, () => resolve(instead));
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    cancel();
  }
}
