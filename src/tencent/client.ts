import type { Dispatcher } from 'undici';
import { AppError } from '../errors.ts';
import type { AccountId, CallOptions, ChatCall, Lookup } from '../followstats/types.ts';
import { classOf, toFailure, UNKNOWN_FROM_ACCOUNT } from './error-codes.ts';
import { joinAnswer } from './join.ts';
import { post } from './transport.ts';
import { createUserSig } from './user-sig.ts';
import { type FollowInfoAnswer, readAnswer, writeRequest } from './wire.ts';

/** Chat's limit on `To_Account` of one call. */
export const ACCOUNTS_PER_CALL = 20;

/** Whom to ask, in whose name, and with what. */
export interface TencentOptions {
  readonly baseUrl: string;
  readonly sdkAppId: number;
  readonly secretKey: string;
  /** The administrator that signs. */
  readonly admin: string;
  readonly fromAccount: string;
  /** One attempt's time, milliseconds. Chat allows itself 3 s, so less than that only cuts answers off. */
  readonly timeoutMs: number;
  readonly dispatcher: Dispatcher;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}

/**
 * Asks `v4/follow/follow_get_info` once, for at most 20 distinct accounts. A signature that lapsed is made anew and the
 * call repeated, once: a signature refused again is not tried a third time, since Chat locks out who does (70050).
 * The only place where a URL with a signature exists.
 */
export function createTencentLookup(options: TencentOptions): ChatCall<readonly AccountId[], readonly Lookup[]> {
  const { dispatcher, now, random } = options;
  const { origin, pathname } = new URL(options.baseUrl);
  const query = new URLSearchParams({
    sdkappid: String(options.sdkAppId),
    identifier: options.admin,
    contenttype: 'json',
  });
  const fixed = `${pathname.replace(/\/$/, '')}/v4/follow/follow_get_info?${query}`;
  let isFromAccountKnown = false;
  const userSig = createUserSig({ ...options, identifier: options.admin });

  function toPath(signature: string): string {
    // Unsigned 32-bit; identifies the request, so each attempt has its own.
    const id = Math.floor(random() * 2 ** 32);
    return `${fixed}&usersig=${signature}&random=${id}`;
  }

  async function call(body: string, { callAgain = (again) => again() }: CallOptions): Promise<FollowInfoAnswer> {
    const attempt = (signature: string) =>
      post(dispatcher, origin, { path: toPath(signature), body, timeoutMs: options.timeoutMs });
    const signature = userSig.current();
    const answer = readAnswer(await attempt(signature));
    if (answer.code === 0 || classOf(answer.code) !== 're-sign') return answer;
    userSig.renew(signature);
    return readAnswer(await callAgain(() => attempt(userSig.current())));
  }

  /**
   * 30003 for a whole call may be about the asking account. As long as no call has ever worked, it is asked about
   * itself: better one call more than every account reported as missing.
   */
  async function refuse(answer: FollowInfoAnswer, count: number, asking: CallOptions): Promise<AppError> {
    if (answer.code === 30003 && !isFromAccountKnown) {
      const body = writeRequest(options.fromAccount, [options.fromAccount]);
      const own = asking.callAgain ? await asking.callAgain(() => call(body, asking)) : await call(body, asking);
      isFromAccountKnown = own.code === 0;
      if (own.code === 30003) {
        return new AppError('needs_admin', 'follow_get_info does not know the asking account', UNKNOWN_FROM_ACCOUNT);
      }
    }
    const { code, upstream } = toFailure(answer.code, answer.info);
    return new AppError(code, `follow_get_info for ${count} account(s) answered ${answer.code}`, upstream);
  }

  return async (accounts, asking = {}) => {
    const answer = await call(writeRequest(options.fromAccount, accounts), asking);
    if (answer.code === 0) isFromAccountKnown = true;
    else if (!answersAll(answer, accounts)) throw await refuse(answer, accounts.length, asking);
    return joinAnswer(accounts, answer, now());
  };
}

/** A call that failed as a whole may still say of each account why; only then its items are the better answer. */
function answersAll({ items }: FollowInfoAnswer, accounts: readonly AccountId[]): boolean {
  const answered = new Set(items.map((item) => item.To_Account));
  return accounts.every((account) => answered.has(account));
}
