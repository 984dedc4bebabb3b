import type { JsonObject } from '../json-values.ts';

/** A Web API method as its reference page describes it. */
export interface Method {
  /** Whose token it takes. `none`: it may come without one. */
  readonly token: 'bot' | 'app' | 'any' | 'none';
  /** What the bot token must have been granted. */
  readonly scopes: readonly string[];
  /**
   * Does the work and gives the answer's fields beside `ok`.
   *
   * @throws {ApiError} What Slack would reject.
   */
  run(args: JsonObject, caller: 'bot' | 'app' | undefined): JsonObject;
}

/** Methods under their full names, e.g. `chat.postMessage`. */
export type MethodFamily = Readonly<Record<string, Method>>;
