interface Options {
  /** Rejects when what is checked is not well. */
  readonly check: () => Promise<void>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** An outcome counts for so long, so that asking often doesn't burden what is checked. */
  readonly keptMs: number;
  /** Longer than this without an answer is not well, either. */
  readonly timeLimitMs: number;
}

/** Whether something was well a moment ago; checks it anew when that moment is over. */
export function createRecentCheck({ check, now, keptMs, timeLimitMs }: Options): () => Promise<boolean> {
  let last: { readonly at: number; readonly isWell: Promise<boolean> } | undefined;

  function begin(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), timeLimitMs);
      check()
        .then(
          () => resolve(true),
          () => resolve(false),
        )
        .finally(() => clearTimeout(timer));
    });
  }

  return () => {
    if (!last || now() - last.at >= keptMs) last = { at: now(), isWell: begin() };
    return last.isWell;
  };
}
