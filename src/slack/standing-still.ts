/** A value of another replica's, and for how long this one has seen it stand there like that. */
export interface Stood {
  readonly value: string;
  /** Monotonic, milliseconds; 0 where an earlier look saw another value, or none. */
  readonly stoodMs: () => number;
}

/** When a value that its replica keeps writing anew is taken for abandoned, milliseconds. */
export interface StillTimes {
  /** What says of itself that it is so old looks stale; whatever it says, what has stood still for so long is. */
  readonly staleMs: number;
  /** So long what looks stale has to stand still besides: longer than a replica that lives takes to write it anew. */
  readonly watchedMs: number;
}

/** Finds what replicas that were killed left behind, by what this replica has seen itself: the clocks of the others may be off. */
export interface StandingStill {
  /**
   * One look at all values.
   * @param read rejects when the store can't be read; then nothing is known of the time before, in which nothing could be written
   */
  look(read: () => Promise<ReadonlyMap<string, string>>): Promise<ReadonlyMap<string, Stood>>;
  /** It may be that nothing could be written for long: what was seen until now says nothing. */
  forget(): void;
  /**
   * Whether a value that the last look saw is taken for abandoned.
   * @param looksStale by its own time, or since it is wanted no more
   * @param watchedMs so long it has to stand still where it looks stale; the usual time unless said
   */
  isAbandoned(stood: Stood, looksStale: boolean, watchedMs?: number): boolean;
  /** When to look again, milliseconds after the last look: what looked stale has to stand still that long; `undefined` when nothing did. */
  lookAgainMs(): number | undefined;
}

/** @param monotonic milliseconds */
export function createStandingStill({ staleMs, watchedMs }: StillTimes, monotonic: () => number): StandingStill {
  let seen = new Map<string, { readonly value: string; readonly since: number }>();
  let againMs: number | undefined;

  return {
    async look(read) {
      againMs = undefined;
      const before = seen;
      seen = new Map();
      const values = await read();
      const at = monotonic();
      for (const [key, value] of values) {
        const earlier = before.get(key);
        seen.set(key, earlier?.value === value ? earlier : { value, since: at });
      }
      return new Map([...seen].map(([key, { value, since }]) => [key, { value, stoodMs: () => monotonic() - since }]));
    },
    forget() {
      seen = new Map();
    },
    isAbandoned({ stoodMs }, looksStale, stillMs = watchedMs) {
      const leftMs = (looksStale ? stillMs : staleMs) - stoodMs();
      if (looksStale && leftMs > 0) againMs = Math.min(againMs ?? leftMs, leftMs);
      return leftMs <= 0;
    },
    lookAgainMs: () => againMs,
  };
}
