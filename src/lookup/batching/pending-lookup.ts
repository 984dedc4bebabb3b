import { AppError, type Failure } from '../../errors.ts';
import type { AccountId, Lookup } from '../../followstats/types.ts';

/** One caller's look-up while its accounts are being asked. Accounts are known by their place in the question. */
export interface Question {
  /** Each once, in the order asked. */
  readonly accounts: readonly AccountId[];
  /** One look-up for each account, in the order asked. Rejects when every account failed with its whole call. */
  readonly answered: Promise<readonly Lookup[]>;
  /** @param error when the account's whole call failed */
  answer(place: number, lookup: Lookup, error?: AppError): void;
  /** A bug: nothing that could be shown. */
  fail(error: unknown): void;
}

/** @returns what the last attempt ran into for accounts whose attempts are still made again; others are left out */
type OnLeave = (question: Question) => ReadonlyMap<AccountId, Failure>;

/**
 * @param accounts each once
 * @param signal aborts at the caller's deadline: what is unanswered then has failed with `out_of_time`
 * @param onLeave called when the caller waits no longer, before its answer is given
 */
export function createQuestion(
  accounts: readonly AccountId[],
  signal: AbortSignal | undefined,
  onLeave: OnLeave,
): Question {
  return new OpenQuestion(accounts, signal, onLeave);
}

/** A class, for its methods are made once: there is a question for every command, and most are small. */
class OpenQuestion implements Question {
  readonly answered: Promise<readonly Lookup[]>;
  readonly accounts: readonly AccountId[];
  readonly #signal: AbortSignal | undefined;
  readonly #onLeave: OnLeave;
  readonly #onAbort: (() => void) | undefined;
  readonly #lookups: (Lookup | undefined)[];
  #resolve!: (answers: readonly Lookup[]) => void;
  #reject!: (error: unknown) => void;
  #left: number;
  #failed = 0;
  #firstError: AppError | undefined;

  constructor(accounts: readonly AccountId[], signal: AbortSignal | undefined, onLeave: OnLeave) {
    this.accounts = accounts;
    this.#signal = signal;
    this.#onLeave = onLeave;
    this.#lookups = new Array(accounts.length);
    this.#left = accounts.length;
    this.answered = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    if (signal) {
      this.#onAbort = () => this.#giveUp();
      signal.addEventListener('abort', this.#onAbort);
    }
    if (this.#left === 0) this.#end();
  }

  answer(place: number, lookup: Lookup, error?: AppError): void {
    if (this.#lookups[place]) return;
    this.#lookups[place] = lookup;
    if (error) {
      this.#failed += 1;
      this.#firstError ??= error;
    }
    this.#left -= 1;
    if (this.#left === 0) this.#end();
  }

  fail(error: unknown): void {
    if (this.#left === 0) return;
    this.#letGo();
    this.#onLeave(this);
    this.#left = 0;
    this.#lookups.fill({ kind: 'failed', failure: { code: 'incomplete_answer' } });
    this.#reject(error);
  }

  #end(): void {
    this.#letGo();
    if (this.#firstError && this.#failed === this.accounts.length) {
      this.#reject(this.#firstError);
    } else this.#resolve(this.#lookups as readonly Lookup[]);
  }

  #giveUp(): void {
    if (this.#left === 0) return;
    const troubles = this.#onLeave(this);
    const [trouble] = troubles.values();
    const message = `the deadline passed with ${this.#left} of ${this.accounts.length} accounts unanswered`;
    const error = new AppError('out_of_time', message, undefined, trouble);
    for (const [place, account] of this.accounts.entries()) {
      const failure: Failure = { code: 'out_of_time', lastFailure: troubles.get(account) };
      this.answer(place, { kind: 'failed', failure }, error);
    }
  }

  #letGo(): void {
    if (this.#onAbort) this.#signal?.removeEventListener('abort', this.#onAbort);
  }
}
