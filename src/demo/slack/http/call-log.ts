import { isObject, type JsonObject, parseJson, textOf } from '../json-values.ts';
import type { ApiCall } from '../types.ts';
import type { HttpAnswer, Outcome } from './http-answer.ts';

/** A call of the app, and its answer. */
export interface CallLog {
  /** Oldest first. */
  all(): readonly ApiCall[];
  /** A request without an answer has the status 0. */
  add(call: { readonly method: string; readonly args: JsonObject; readonly outcome: Outcome }): void;
}

/** `now` in Unix milliseconds. */
export function createCallLog(now: () => number): CallLog {
  const calls: ApiCall[] = [];
  return {
    all: () => [...calls],
    add: ({ method, args, outcome }) => {
      const answered =
        typeof outcome === 'string'
          ? { status: 0, error: undefined }
          : { status: outcome.status, error: errorIn(outcome) };
      calls.push({ method, args, ...answered, at: now() });
    },
  };
}

/** The error code of an answer: `error` in JSON, or the whole body in plain text. */
function errorIn({ status, body }: HttpAnswer): string | undefined {
  const parsed = parseJson(body);
  return (isObject(parsed) ? textOf(parsed, 'error') : status === 200 ? '' : body) || undefined;
}
