interface Options {
  readonly now: () => number;
  /** How long an answer is remembered, milliseconds; by default until there are too many. */
  readonly keptMs?: number;
  /** The most answers remembered; beyond, the oldest is dropped. */
  readonly max: number;
}

/** The answers to the latest requests, so that one that comes again gets the same. */
export interface AnsweredRequests<Answer> {
  /** @returns the answer to this request, also one that is still to come; `undefined` when the request is new */
  find(id: string): Promise<Answer> | undefined;
  /**
   * Begins a request that is new.
   * @returns takes its answer; only the first counts
   */
  begin(id: string): (answer: Answer) => void;
  /** Makes a request new again. Its answer, if there is none yet, never comes. */
  forget(id: string): void;
}

/**
 * Remembers answers in this process alone. What was done by any replica `claim-requests.ts` knows, but not how it was
 * answered.
 */
export function createAnsweredRequests<Answer>(options: Options): AnsweredRequests<Answer> {
  const { now, keptMs = Number.POSITIVE_INFINITY, max } = options;
  // In the order in which they came, which is the order in which they expire.
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<Answer> }>();

  function makeRoom(): void {
    for (const [id, { until }] of kept) {
      if (until > now() && kept.size < max) return;
      kept.delete(id);
    }
  }

  return {
    find: (id) => kept.get(id)?.answer,
    begin(id) {
      makeRoom();
      const { promise, resolve } = Promise.withResolvers<Answer>();
      kept.set(id, { until: now() + keptMs, answer: promise });
      return resolve;
    },
    forget: (id) => void kept.delete(id),
  };
}
