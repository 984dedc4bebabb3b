import { isObject, type JsonObject, parseJson, textOf } from '../json-values.ts';
import type { ApiCall } from '../types.ts';
import type { HttpAnswer, Outcome } from './http-answer.ts';

/** A call of the app, and its answer. */
export interface CallLog {
  /** Oldest first. */
  all(): readonly ApiCall[];
  /** A request without an answer has the status 0. */
  add(call: { readonly method: string; readonly args: JsonObject; readonly outcome: Outcome }): void;
  /** Drops those from before this moment (Unix milliseconds). */
  forget(beforeMs: number): void;
}

/**
 * @param now Unix milliseconds
 * @param most only the newest so many are held; with 0 an answer isn't even read
 */
export function createCallLog(now: () => number, most = Number.POSITIVE_INFINITY): CallLog {
  let calls: ApiCall[] = [];
  return {
    all: () => [...calls],
    add: ({ method, args, outcome }) => {
      if (most === 0) return;
      const answered =
        typeof outcome === 'string'
          ? { status: 0, error: undefined }
          : { status: outcome.status, error: errorIn(outcome) };
      calls.push({ method, args, ...answered, at: now() });
      if (calls.length > most) calls.shift();
    },
    forget: (beforeMs) => {
      calls = calls.filter(({ at }) => at >= beforeMs);
    },
  };
}

/** The error code of an answer: `error` in JSON, or the whole body in plain text. */
function errorIn({ status, body }: HttpAnswer): string | undefined {
  const parsed = parseJson(body);
  return (isObject(parsed) ? textOf(parsed, 'error') : status === 200 ? '' : body) || undefined;
}
