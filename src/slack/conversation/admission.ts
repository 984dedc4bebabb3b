import { AppError } from '../../errors.ts';
import type { PersonId } from '../../followstats/ids.ts';

interface Options {
  /** Invocations under way at one time: of all people, and of one. */
  readonly most: number;
  readonly mostOfOne: number;
  /** Work that waited longer for its turn isn’t begun, milliseconds: a person reads something within 3 s. */
  readonly mostDelayMs: number;
  /** How long the last work waited for its turn, milliseconds. */
  readonly delayMs: () => number;
  /** After so long each invocation has ended, milliseconds. */
  readonly timeLimitMs: number;
}

/** Bounds the invocations that are under way. */
export interface Admission {
  /**
   * Does the work, and counts it as under way until it ends.
   * @returns what the work resolves to; the `AppError` `busy` when it was not begun
   */
  admit<Result>(personId: PersonId, work: () => Promise<Result>): Promise<Result | AppError>;
}

/** A request waits for two turns, one of them for its claim, and a person reads something within 3 s. Far more than any team asks at once, each some ten kilobytes; of one person more than hands can type within the time of an answer. */
export const ADMISSION = { most: 2000, mostOfOne: 50, mostDelayMs: 1200 };

/** Makes an admission with nothing under way yet. */
export function createAdmission({ most, mostOfOne, mostDelayMs, delayMs, timeLimitMs }: Options): Admission {
  const ofPerson = new Map<PersonId, number>();
  let all = 0;

  function findBusy(own: number): AppError | undefined {
    if (delayMs() > mostDelayMs)
      return new AppError('busy', 'work waits for its turn', undefined, undefined, delayMs());
    if (own >= mostOfOne)
      return new AppError('busy', `${own} questions of one person are under way`, undefined, undefined, timeLimitMs);
    if (all >= most) return new AppError('busy', `${all} questions are under way`, undefined, undefined, timeLimitMs);
    return undefined;
  }

  return {
    async admit(personId, work) {
      const own = ofPerson.get(personId) ?? 0;
      const busy = findBusy(own);
      if (busy) return busy;
      all += 1;
      ofPerson.set(personId, own + 1);
      try {
        return await work();
      } finally {
        all -= 1;
        const left = (ofPerson.get(personId) ?? 1) - 1;
        if (left > 0) ofPerson.set(personId, left);
        else ofPerson.delete(personId);
      }
    },
  };
}
