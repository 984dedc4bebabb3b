import type { LookupMany } from '../followstats/types.ts';
import type { Recorder } from './recorder.ts';

/** Keeps a record of what was found. Below the cache, so that it sees only what Chat has just said. */
export function withRecording(next: LookupMany, recorder: Recorder): LookupMany {
  return async (accounts, options) => {
    const answers = await next(accounts, options);
    recorder.keep(answers);
    return answers;
  };
}
