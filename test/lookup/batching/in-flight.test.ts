import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AccountId } from '../../../src/followstats/types.ts';
import { type Asked, createAsked } from '../../../src/lookup/batching/asked.ts';
import { createKnownAsked } from '../../../src/lookup/batching/in-flight.ts';
import { createQuestion } from '../../../src/lookup/batching/pending-lookup.ts';
import { manyAccounts } from '../../followstats/reports/sample-lookups.ts';

/** Some of what is over is left behind only when there are more than 1,000 of them. */
const POOL = manyAccounts(3000);
const question = createQuestion(POOL, undefined, () => new Map());

test('whatever comes and is over: known is what is being asked, and nothing else', () => {
  const step = fc.record({ isComing: fc.boolean(), from: fc.nat(POOL.length - 1), count: fc.nat(2500) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const known = createKnownAsked();
      const present = new Map<AccountId, Asked>();
      for (const { isComing, from, count } of steps) {
        for (const [place, account] of POOL.slice(from, from + count).entries()) {
          const asked = present.get(account);
          if (isComing && !asked) {
            const fresh = createAsked(account, question, place);
            present.set(account, fresh);
            known.add(fresh);
          } else if (!isComing && asked) {
            present.delete(account);
            known.forget(asked);
            // What is over stays over, however often that is said.
            known.forget(asked);
          }
        }
        expect(POOL.filter((account) => known.get(account) !== present.get(account))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});
