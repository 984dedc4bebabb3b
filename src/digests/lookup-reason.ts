import { causeOf, type ErrorCode, type Failure } from '../errors.ts';

/** Why a run couldn't read its accounts, as its row keeps it: behind the code stands Chat's own, where Chat gave one. */
export type LookupReason = ErrorCode | `${ErrorCode}:${number}`;

/** Returns what is kept of a failure. */
export function toLookupReason(failure: Failure): LookupReason {
  const { code, upstream } = causeOf(failure);
  return upstream ? `${code}:${upstream.code}` : code;
}

/** Returns what `toLookupReason` kept. */
export function toFailure(reason: LookupReason): Failure {
  const [code, chatCode] = reason.split(':') as [ErrorCode, string?];
  return { code, ...(chatCode !== undefined && { upstream: { code: Number(chatCode), info: undefined } }) };
}
