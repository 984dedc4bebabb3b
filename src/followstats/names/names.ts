import { withDeadline } from '../../deadline.ts';
import { AppError, type ErrorCode } from '../../errors.ts';
import type { Timers } from '../../timers.ts';
import type { AccountId, FailedAccount, LookupOptions } from '../types.ts';
import { cleanName } from './clean-name.ts';
import type { NameOf, Names, Nickname, ReadNames, ReadProfiles } from './ports.ts';

const MINUTE_MS = 60_000;
/** How long a name is remembered, also that there is none. */
const KEPT_MS = 24 * 60 * MINUTE_MS;
/** How long an account isn't asked about again that Chat doesn't know, or has no profile of. */
const UNKNOWN_KEPT_MS = 60 * MINUTE_MS;
/** How long Chat isn't asked for names after it couldn't be, and after it wouldn't (no right, another shape). */
const REST_MS = MINUTE_MS;
const LONG_REST_MS = 10 * MINUTE_MS;

/** How long names are worth asking for. */
const READ_MS = 10_000;

/** Asking again soon would only be rejected again. */
const PERMANENT: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['needs_admin', 'upstream_refused', 'upstream_changed']);
/** Failures that say something of the account itself. */
const OF_THE_ACCOUNT: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'missing_account',
  'rejected_account',
  'incomplete_answer',
]);

/** What is remembered of an account. */
export interface KeptName {
  readonly name: string | undefined;
}

/** Remembers a bounded number of names, each for its time. */
export interface NameCache {
  get(account: AccountId): KeptName | undefined;
  /** @param ttl milliseconds */
  set(account: AccountId, kept: KeptName, options: { readonly ttl: number }): unknown;
}

interface Options {
  readonly readProfiles: ReadProfiles;
  readonly kept: NameCache;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly timers: Pick<Timers, 'timeout'>;
  /** Takes why Chat isn't asked for names for so many milliseconds. */
  readonly onError: (error: unknown, restMs: number) => void;
}

/** What is shown where names are switched off. */
export const NO_NAMES: Names = { read: async () => new Map(), of: () => undefined };

/**
 * Accounts' names, remembered for a day on this replica. While Chat gives none it is left alone: names are worth no call to a host
 * that fails, nor one an answer where an app may not read profiles.
 */
export function createNames({ readProfiles, kept, now, timers, onError }: Options): Names {
  let restsUntil = Number.NEGATIVE_INFINITY;

  function rest(error: unknown): void {
    if (error instanceof AppError && isOwnQueue(error)) return;
    // Of the calls under way at once only the first that fails is logged.
    if (now() < restsUntil) return;
    const isPermanent = !(error instanceof AppError) || PERMANENT.has(error.failure.code);
    const restMs = isPermanent ? LONG_REST_MS : REST_MS;
    restsUntil = now() + restMs;
    onError(error, restMs);
  }

  function keep(account: AccountId, answer: Nickname | FailedAccount) {
    if (answer.kind === 'found') {
      kept.set(account, { name: answer.nickname && shownName(account, answer.nickname) }, { ttl: KEPT_MS });
    } else if (OF_THE_ACCOUNT.has(answer.failure.code)) {
      kept.set(account, { name: undefined }, { ttl: UNKNOWN_KEPT_MS });
    }
  }

  const of: NameOf = (account, given) => (given === undefined ? kept.get(account)?.name : shownName(account, given));

  async function ask(accounts: readonly AccountId[], options: LookupOptions): Promise<void> {
    try {
      const answers = await readProfiles(accounts, { ...options, signal: timers.timeout(READ_MS) });
      for (const [account, answer] of answers) keep(account, answer);
    } catch (error) {
      rest(error);
    }
  }

  const read: ReadNames = async (accounts, { waitMs, ...options } = {}) => {
    const unknown = accounts.filter((account) => !kept.get(account));
    if (unknown.length > 0 && now() >= restsUntil) {
      const asking = ask(unknown, options);
      await (waitMs === undefined ? asking : withDeadline(asking, { ms: waitMs }, () => undefined));
    }
    return new Map(
      accounts.flatMap((account) => {
        const name = of(account);
        return name === undefined ? [] : [[account, name] as const];
      }),
    );
  };
  return { read, of };
}

/** Whether no call was made for all that waits in the app itself: that says nothing of Chat, and others' names may come at once. */
function isOwnQueue({ failure: { code, lastFailure } }: AppError): boolean {
  return code === 'busy' || (code === 'out_of_time' && lastFailure === undefined);
}

/** A nickname as it is shown; none where it only repeats the UserID. */
function shownName(account: AccountId, nickname: string): string | undefined {
  const name = cleanName(nickname);
  return name === account ? undefined : name;
}
