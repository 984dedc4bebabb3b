import type { HttpAnswer } from './http-answer.ts';

interface Options {
  readonly now: () => number;
  /** How long an answer is kept, milliseconds. */
  readonly keptMs: number;
  /** The most answers kept; beyond, the oldest goes. */
  readonly max: number;
}

/** The answers to the latest requests, so that one that comes again gets the same. */
export interface AnsweredRequests {
  /** @returns the answer to this request, also one that is still to come; `undefined` when the request is new */
  find(signature: string): Promise<HttpAnswer> | undefined;
  /**
   * Begins a request that is new.
   * @returns takes its answer; only the first counts
   */
  begin(signature: string): (answer: HttpAnswer) => void;
}

/** Of this process alone, and lost with it; `claim-requests.ts` knows of all replicas what was done, but not how it was answered. */
export function createAnsweredRequests({ now, keptMs, max }: Options): AnsweredRequests {
  // In the order in which they came, which is the order in which they expire.
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<HttpAnswer> }>();

  function makeRoom(): void {
    for (const [signature, { until }] of kept) {
      if (until > now() && kept.size < max) return;
      kept.delete(signature);
    }
  }

  return {
    find: (signature) => kept.get(signature)?.answer,
    begin(signature) {
      makeRoom();
      const { promise, resolve } = Promise.withResolvers<HttpAnswer>();
      kept.set(signature, { until: now() + keptMs, answer: promise });
      return resolve;
    },
  };
}
