interface Options {
  /** Rejects when what is checked is not well. */
  readonly check: () => Promise<void>;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** An outcome counts for so long, so that asking often doesn't burden what is checked. */
  readonly keptMs: number;
  /** Longer than this without an answer is not well, either. */
  readonly timeLimitMs: number;
  /** Told why it is not well, once a check. */
  readonly onFailure: (error: unknown) => void;
}

/** Whether something was well a moment ago; checks it anew when that moment is over. Never rejects. */
export function createCachedHealthCheck({
  check,
  now,
  keptMs,
  timeLimitMs,
  onFailure,
}: Options): () => Promise<boolean> {
  let last: { readonly at: number; readonly isWell: Promise<boolean> } | undefined;

  async function begin(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const isLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${timeLimitMs} ms`)), timeLimitMs);
    });
    try {
      await Promise.race([check(), isLate]);
      return true;
    } catch (error) {
      onFailure(error);
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  return () => {
    if (!last || now() - last.at >= keptMs) last = { at: now(), isWell: begin() };
    return last.isWell;
  };
}
