import type { LookupMany } from '../types.ts';
import type { ReadNames } from './ports.ts';

/** How long a digest waits for names, milliseconds: no person waits for it. */
const DIGEST_WAITS_MS = 2000;

/**
 * Asks for the names of all accounts that are looked up, at the same time as for their counts. A person's answer never waits for
 * them: those that come later are there the next time.
 * @returns a look-up that answers and rejects as `lookup` does
 */
export function withNames(lookup: LookupMany, readNames: ReadNames): LookupMany {
  return async (accounts, options = {}) => {
    const { caller, priority } = options;
    const isDigest = priority === 'digest';
    // Before the counts, so that names that are as quick are there in time.
    const naming = readNames(accounts, { caller, priority, ...(isDigest && { waitMs: DIGEST_WAITS_MS }) });
    const answers = await lookup(accounts, options);
    if (isDigest) await naming;
    return answers;
  };
}
