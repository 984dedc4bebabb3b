import type { AskMany } from './batching/ask-many.ts';
import type { Recorder } from './recorder.ts';

/** Keeps a record of what was found. Below the cache, so that it sees only what Chat has just said. */
export function withRecording(next: AskMany, recorder: Recorder): AskMany {
  return async (accounts, options) => {
    const lookups = await next(accounts, options);
    recorder.keep(accounts, lookups);
    return lookups;
  };
}
