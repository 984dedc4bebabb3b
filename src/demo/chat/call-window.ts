interface Options {
  readonly maxCallsPerSecond: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Asks for one call now and says whether it fits: no second, wherever it begins, holds more than the maximum.
 * Whether a rejected call counts isn't documented; here it doesn't.
 */
export function createCallWindow({ maxCallsPerSecond, now }: Options): () => boolean {
  let taken: readonly number[] = [];

  return () => {
    const at = now();
    taken = taken.filter((time) => at - time < 1000);
    if (taken.length >= maxCallsPerSecond) return false;
    taken = [...taken, at];
    return true;
  };
}
