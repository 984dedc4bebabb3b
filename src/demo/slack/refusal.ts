import type { JsonObject } from './json-values.ts';

/** What Slack says no with: becomes `{ ok: false, error, …details }` on the wire. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** Slack's word for it, e.g. `not_in_channel`. */
  readonly error: string;
  readonly details: JsonObject;

  constructor(error: string, details: JsonObject = {}) {
    super(error);
    this.error = error;
    this.details = details;
  }
}
