import type { JsonObject } from './json-values.ts';

/** An error that Slack answers with: `{ ok: false, error, …details }` on the wire. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** Slack's code, e.g. `not_in_channel`. */
  readonly error: string;
  readonly details: JsonObject;

  constructor(error: string, details: JsonObject = {}) {
    super(error);
    this.error = error;
    this.details = details;
  }
}
