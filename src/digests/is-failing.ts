import type { Run } from './runs.ts';
import type { Digest } from './types.ts';

/**
 * Whether a digest needs a person: the app has paused it, or its latest slot failed or may not have arrived.
 * @param last its latest run that is over; `undefined`: none was
 */
export function isFailing({ state }: Pick<Digest, 'state'>, last: Pick<Run, 'state'> | undefined): boolean {
  if (state.kind === 'paused') return state.reason !== 'by-person';
  return last?.state === 'failed' || last?.state === 'unknown';
}
