import type { Clock } from '../domain/clock.ts';
import type { Store } from '../store/store.ts';

const answersWithinMs = 5_000;

/** Whether the database answers, in time. */
export async function isHealthy(store: Store, clock: Clock): Promise<boolean> {
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
