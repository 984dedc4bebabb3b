/** What is known of when a source decided, by this process's clock. */
interface Decision {
  /** The latest moment at which it may have decided, milliseconds. */
  readonly at: number;
  /** How much sooner it may have been, milliseconds. */
  readonly unsureMs: number;
  /** Whether the source's clock was set forward since the last answer. */
  readonly wasSetForward: boolean;
}

/** Times in milliseconds: `decidedAt` by the source's clock, the others by this process's, which nothing sets. */
interface Answer {
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly decidedAt: number;
}

/** Reads a source's moments by this process's clock. */
export interface SourceClock {
  read(answer: Answer): Decision;
}

/** Clocks go apart by so many milliseconds a millisecond at the most. */
const MOST_DRIFT = 0.0001;
/** Below this nothing was set: clocks are put right a little all the time. */
const LEAST_SET_MS = 1000;

/**
 * A source decides some time between asking it and its answer, so each answer says by how much this clock is ahead of the
 * source's, from one number to another; both together what all answers say. So one quick answer tells for a while when the
 * source decided, however late its later answers are.
 */
export function createSourceClock(): SourceClock {
  let known: { readonly least: number; readonly most: number; readonly at: number } | undefined;
  return {
    read({ askedAt, answeredAt, decidedAt }) {
      const [least, most] = [askedAt - decidedAt, answeredAt - decidedAt];
      const drift = known ? (answeredAt - known.at) * MOST_DRIFT : 0;
      const before = known && { least: known.least - drift, most: known.most + drift };
      const isSet = before && (before.least > most || before.most < least);
      const now =
        before && !isSet
          ? { least: Math.max(least, before.least), most: Math.min(most, before.most) }
          : { least, most };
      known = { ...now, at: answeredAt };
      return {
        at: decidedAt + now.most,
        unsureMs: now.most - now.least,
        wasSetForward: before !== undefined && before.least - most > LEAST_SET_MS,
      };
    },
  };
}
