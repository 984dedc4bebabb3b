import type { PersonId } from '../../followstats/ids.ts';
import type { Served } from './home-queue.ts';

/** Tries Homes again that could not be shown as they should be. */
export interface HomeRetries {
  /** @returns when to try again; after too many failures in a row not by itself */
  failed(personId: PersonId): Served;
  /** Their next failure is the first one. */
  over(personId: PersonId): void;
}

interface Options {
  /** The first wait, milliseconds. */
  readonly ms: number;
  /** What each further wait is multiplied by. */
  readonly factor: number;
  /** Attempts in a row. */
  readonly most: number;
}

/** Makes a `HomeRetries` for one kind of failure. */
export function createHomeRetries({ ms, factor, most }: Options): HomeRetries {
  const failures = new Map<PersonId, number>();
  return {
    failed(personId) {
      const before = failures.get(personId) ?? 0;
      failures.set(personId, before + 1);
      if (before < most) return { againMs: ms * factor ** before };
      failures.delete(personId);
      return {};
    },
    over(personId) {
      failures.delete(personId);
    },
  };
}
