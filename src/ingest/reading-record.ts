import type { Clock } from '../domain/clock.ts';
import type { Log } from '../domain/log.ts';
import type { RecordedReading, Store } from '../store/store.ts';
import { createTurns } from './turns.ts';

/** Writes down how readings went, those of a moment together. */
export interface ReadingRecord {
  add(reading: RecordedReading): void;
  /** Resolves when all that was added is written down, or told to the owner. */
  settle(): Promise<void>;
}

/** For so long a reading waits for others; a crash meanwhile costs one more reading. */
const gatheredForMs = 50;

export function createReadingRecord({
  store,
  clock,
  log,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}): ReadingRecord {
  const inTurn = createTurns();
  let gathered: RecordedReading[] = [];
  let stopWaiting = (): void => undefined;

  const write = async (readings: readonly RecordedReading[]) => {
    try {
      if (readings.length > 0) await store.sources.recordReadings(readings);
    } catch (error) {
      if (readings.length > 1) await Promise.all(readings.map((reading) => write([reading])));
      else log.error({ sourceId: String(readings[0]?.sourceId), error }, 'reading not recorded');
    }
  };
  const settle = () => {
    stopWaiting();
    const readings = gathered;
    gathered = [];
    return inTurn(() => write(readings));
  };
  return {
    settle,
    add(reading) {
      gathered.push(reading);
      if (gathered.length === 1) stopWaiting = clock.after(gatheredForMs, () => void settle());
    },
  };
}
