/** Hours and days at which a source never wants to be read, as its feed says (RSS, `skipHours` and `skipDays`). */
export interface RestTimes {
  /** 0 to 23, in UTC. */
  readonly hours: readonly number[];
  /** 0 for Sunday to 6, in UTC. */
  readonly days: readonly number[];
}

const hourMs = 3_600_000;
/** Nobody is silent for longer than a long weekend by intent. */
const longestHours = 96;

/** The time itself, or the beginning of the first hour after it that is no time of rest. */
export function afterRest(at: Date, { hours, days }: RestTimes): Date {
  const isRest = (time: Date) => hours.includes(time.getUTCHours()) || days.includes(time.getUTCDay());
  if (!isRest(at)) return at;
  const hour = Math.floor(at.getTime() / hourMs);
  for (let later = 1; later <= longestHours; later += 1) {
    const time = new Date((hour + later) * hourMs);
    if (!isRest(time)) return time;
  }
  return at;
}
