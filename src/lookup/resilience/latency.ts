const KEPT = 128;
/** Too few to tell what is normal. */
const LEAST = 16;

/** How long answers take at present, over the last 128 of them. */
export interface Latency {
  add(ms: number): void;
  /** What 95 of 100 answers stay under; `undefined` until enough are known. */
  usual(): number | undefined;
}

export function createLatency(): Latency {
  // Sorted without a comparison in JavaScript, and never boxed.
  const kept = new Float64Array(KEPT);
  let added = 0;
  let usual: number | undefined;
  return {
    add(ms) {
      kept[added % KEPT] = ms;
      added += 1;
      // Sorting 128 numbers every 16 answers keeps this out of every profile.
      if (added % LEAST === 0) {
        const known = kept.subarray(0, added).toSorted();
        usual = known[Math.floor(known.length * 0.95)];
      }
    },
    usual: () => usual,
  };
}
