import type { Clock } from '../domain/clock.ts';
import type { Store } from '../store/store.ts';

const answersWithinMs = 5_000;

/** Asks the database once for all who ask meanwhile. */
export function createHealth(store: Store, clock: Clock): () => Promise<boolean> {
  let underWay: Promise<boolean> | null = null;
  return () => {
    underWay ??= isHealthy(store, clock).finally(() => {
      underWay = null;
    });
    return underWay;
  };
}

/** Whether the database answers, in time. */
async function isHealthy(store: Store, clock: Clock): Promise<boolean> {
  let cancel = (): void => undefined;
  const late = new Promise<false>((resolve) => {
    cancel = clock.after(answersWithinMs, () => resolve(false));
  });
  const answered = store.notes.get('health').then(
    () => true,
    () => false,
  );
  const isWell = await Promise.race([answered, late]);
  cancel();
  return isWell;
}
