import type { AppError, Failure } from '../../errors.ts';
import type { AccountId, Lookup } from '../../followstats/types.ts';
import type { Entry } from './fair-queue.ts';
import type { Question } from './pending-lookup.ts';

/** Who waits for an account, and at which place of their question. A list by links. */
interface Waiter {
  readonly question: Question;
  readonly place: number;
  readonly next: Waiter | undefined;
}

/** The accounts of one call. */
export interface Batch {
  readonly entries: readonly Asked[];
  /** How many of them somebody still waits for. */
  wanted: number;
  /** What the last attempt ran into, when it is made again. */
  trouble: Failure | undefined;
}

/**
 * One account being asked, for everybody who asks for it meanwhile. It is its own first waiter: nearly always there is no
 * other, and there is one of these for every account.
 */
export interface Asked extends Entry, Waiter {
  readonly account: AccountId;
  waiters: Waiter | undefined;
  batch: Batch | undefined;
  /** Whoever asks for the account from now on asks anew. */
  isOver: boolean;
}

export function createAsked(account: AccountId, question: Question, place: number): Asked {
  const asked: Asked = {
    account,
    state: 'new',
    question,
    place,
    next: undefined,
    waiters: undefined,
    batch: undefined,
    isOver: false,
  };
  asked.waiters = asked;
  return asked;
}

/** Lets one more question wait for it. */
export function joinAsked(asked: Asked, question: Question, place: number): void {
  if (asked.batch && !asked.waiters) asked.batch.wanted += 1;
  asked.waiters = { question, place, next: asked.waiters };
}

/** Lets a question wait for it no longer. @returns whether it was the last that did */
export function leaveAsked(asked: Asked, question: Question): boolean {
  let waiters: Waiter | undefined;
  let hasLeft = false;
  for (let waiter = asked.waiters; waiter; waiter = waiter.next) {
    if (waiter.question === question) hasLeft = true;
    else waiters = { question: waiter.question, place: waiter.place, next: waiters };
  }
  asked.waiters = waiters;
  const isLast = hasLeft && !waiters;
  if (isLast && asked.batch) asked.batch.wanted -= 1;
  return isLast;
}

/** Answers everybody who waits. @param error when its whole call failed */
export function answerAsked({ waiters }: Asked, lookup: Lookup, error?: AppError): void {
  for (let waiter = waiters; waiter; waiter = waiter.next) waiter.question.answer(waiter.place, lookup, error);
}

/** Tells everybody who waits of a bug. */
export function failAsked({ waiters }: Asked, error: unknown): void {
  for (let waiter = waiters; waiter; waiter = waiter.next) waiter.question.fail(error);
}
