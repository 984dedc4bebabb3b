import type { Trace } from './kernel/trace.ts';

/** Something that was found not to hold. */
export interface Violation {
  readonly invariant: string;
  readonly what: string;
  /** What to look for in the trace. */
  readonly about: readonly string[];
  /** Milliseconds since the start. */
  readonly at: number;
}

/** Keeps the first violation: the simulation ends with it. */
export interface Violations {
  /** Says that something doesn't hold. @param about what to look for in the trace */
  violated(invariant: string, what: string, about?: readonly string[]): void;
  /** `undefined` while everything holds. */
  readonly first: Violation | undefined;
}

/** @param elapsed milliseconds since the start */
export function createViolations(trace: Trace, elapsed: () => number): Violations {
  let first: Violation | undefined;
  return {
    violated(invariant, what, about = []) {
      trace.note('world', `${invariant}: ${what}`);
      first ??= { invariant, what, about, at: elapsed() };
    },
    get first() {
      return first;
    },
  };
}
