import { AppError, type Failure } from '../errors.ts';
import { clockAhead } from '../followstats/health/clock-ahead.ts';
import type { AccountId } from '../followstats/types.ts';
import { type ChatOptions, createChat } from './chat.ts';
import { classOf } from './error-codes.ts';
import { followGetInfo } from './follow-get-info.ts';

/** What Chat says to one small call. */
export interface ChatProbe {
  /** `undefined`: it answered with counts. */
  readonly failure: Failure | undefined;
  /** Of a failure without a code of Chat's: what happened, in a few words without the address. */
  readonly reason: string | undefined;
  /** By how many milliseconds this machine's clock is ahead of Chat's; `undefined` where Chat didn't say. */
  readonly aheadMs: number | undefined;
}

/**
 * Asks Chat for the counts of the account in whose name the app asks: one call, a second one when the first met an error that may pass.
 * Never rejects, except for a bug.
 */
export async function probeChat(options: ChatOptions): Promise<ChatProbe> {
  const first = await ask(options);
  const code = first.failure?.upstream?.code;
  return code !== undefined && classOf(code) === 'retry' ? ask(options) : first;
}

async function ask(options: ChatOptions): Promise<ChatProbe> {
  const { now, fromAccount } = options;
  const askedAt = now();
  let aheadMs: number | undefined;
  const onDate = (date: string) => {
    aheadMs = clockAhead(date, askedAt, now());
  };
  const lookUp = createChat({ ...options, onDate })(followGetInfo);
  try {
    const [lookup] = await lookUp([fromAccount as AccountId]);
    const failure: Failure | undefined = lookup?.kind === 'failed' ? aboutFromAccount(lookup.failure) : undefined;
    return { failure, reason: undefined, aheadMs };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { failure: error.failure, reason: error.message, aheadMs };
  }
}

/** The account asked for is the asking one, so a code that is about the one is about the other. */
function aboutFromAccount(failure: Failure): Failure {
  const { upstream } = failure;
  return failure.code === 'missing_account' && upstream
    ? { ...failure, upstream: { ...upstream, about: 'from-account' } }
    : failure;
}
