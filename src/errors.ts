/** Every way a look-up can fail. A table gives each one words for a person; a code without words does not compile. */
export type ErrorCode =
  /** Chat knows no account of that UserID. */
  | 'missing_account'
  /** Chat rejects something about this account or this batch (`30001`); may be one account's fault. */
  | 'rejected_account'
  /** Chat rejects the whole call, and only an administrator can change that: key, region, edition, billing. */
  | 'needs_admin'
  /** Chat rejects the call for a reason that asking again doesn't change. */
  | 'upstream_refused'
  /** Chat says: too many calls. */
  | 'throttled'
  /** Chat answered with an error of its own that may pass. */
  | 'upstream_failed'
  /** One attempt got no answer within its time. */
  | 'upstream_timeout'
  /** No connection, or it broke before the answer was whole. */
  | 'upstream_unreachable'
  /** An HTTP status other than 200: a proxy or gateway spoke, not Chat. */
  | 'upstream_status'
  /** The answer is not JSON: HTML, or cut off. */
  | 'upstream_garbled'
  /** The answer is JSON of another shape than documented. */
  | 'upstream_changed'
  /** Chat answered, but without this account or without its counts. */
  | 'incomplete_answer'
  /** Chat failed so often in a row that it is left alone for a moment. */
  | 'upstream_resting'
  /** So much is waiting that it would come too late; nothing was asked. */
  | 'busy'
  /** The look-up's own deadline passed. */
  | 'out_of_time'
  /** The app's own store didn't do what it was asked; nothing of Chat. */
  | 'store_unavailable';

/** A code that is missing here doesn't compile. */
const ERROR_CODES: Readonly<Record<ErrorCode, true>> = {
  missing_account: true,
  rejected_account: true,
  needs_admin: true,
  upstream_refused: true,
  throttled: true,
  upstream_failed: true,
  upstream_timeout: true,
  upstream_unreachable: true,
  upstream_status: true,
  upstream_garbled: true,
  upstream_changed: true,
  incomplete_answer: true,
  upstream_resting: true,
  busy: true,
  out_of_time: true,
  store_unavailable: true,
};

/** Whether a word is an error code of this version: what is kept may be of a newer one. */
export const isErrorCode = (word: string): word is ErrorCode => Object.hasOwn(ERROR_CODES, word);

/** What Chat itself said of a failure. */
export interface UpstreamFault {
  /** Chat's `ErrorCode` or `ResultCode`. */
  readonly code: number;
  /** Set where the code isn't about the accounts asked for but about the one in whose name is asked. */
  readonly about?: 'from-account';
  /** Chat's own words (`ErrorInfo`, `ResultInfo`): untrusted text; only kept where the documents leave the meaning open. */
  readonly info: string | undefined;
}

/** Why one account has no counts. Also what a whole failed call says, through `AppError`. */
export interface Failure {
  readonly code: ErrorCode;
  readonly upstream?: UpstreamFault | undefined;
  /** Of `out_of_time`: what the last attempt before it ran into, if one had ended; of `upstream_resting`: how the host failed last. */
  readonly lastFailure?: Failure | undefined;
  /** Of `busy`: how long what waits takes, milliseconds. */
  readonly waitMs?: number | undefined;
}

/** What says most of a failure: running out of time, or leaving the host alone, says less than what was run into before. */
export function causeOf(failure: Failure): Failure {
  return failure.lastFailure ?? failure;
}

/**
 * A whole request that failed. `message` is for the log: what was attempted, with numbers; never a URL, signature or
 * token. What a person reads comes from `failure`.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly failure: Failure;

  /** @param waitMs of `busy`, as in `Failure` */
  constructor(code: ErrorCode, message: string, upstream?: UpstreamFault, lastFailure?: Failure, waitMs?: number) {
    super(message);
    this.failure = { code, upstream, lastFailure, ...(waitMs !== undefined && { waitMs }) };
  }
}

/** Whether the store failed, and not what it was asked to do. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof AppError && error.failure.code === 'store_unavailable';
}

/** A start that can't succeed until the configuration is changed. `faults`: one line each, naming no value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`bad configuration: ${faults.length} fault(s)`);
    this.faults = faults;
  }
}

/** A server that couldn't listen. `variable`: which one of the configuration names its port. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly variable: 'PORT' | 'METRICS_PORT';
  /** Node's, like `EADDRINUSE`. */
  readonly code: unknown;

  constructor(variable: 'PORT' | 'METRICS_PORT', cause: unknown) {
    super(`cannot listen at HOST and ${variable}`, { cause });
    this.variable = variable;
    this.code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  }
}
