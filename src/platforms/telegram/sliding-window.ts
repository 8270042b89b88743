/** At most `most` calls within any `lengthMs`, as the server counts them, whenever it looks at each call. */
export interface SlidingWindow {
  /** When the next call may begin; Infinity while that waits for one under way. */
  freeAt(nowMs: number): number;
  begin(): void;
  /** A call was answered: it counts until `lengthMs` after that, as the server may have counted it that late. */
  end(nowMs: number): void;
  /** Whether it holds nothing that counts. */
  isIdle(nowMs: number): boolean;
}

export function createSlidingWindow(limit: {
  readonly lengthMs: number;
  readonly most: number;
}): SlidingWindow {
  const { lengthMs, most } = limit;
  let underWay = 0;
  /** Oldest first; never more than `most`. */
  let ends: number[] = [];
  return {
    freeAt(nowMs) {
      if (underWay >= most) return Number.POSITIVE_INFINITY;
      const deciding = ends.at(-(most - underWay));
      return deciding === undefined ? nowMs : Math.max(nowMs, deciding + lengthMs);
    },
    begin() {
      underWay += 1;
    },
    end(nowMs) {
      underWay -= 1;
      ends.push(nowMs);
      if (ends.length > most) ends = ends.slice(-most);
    },
    isIdle: (nowMs) => underWay === 0 && (ends.at(-1) ?? 0) + lengthMs <= nowMs,
  };
}
