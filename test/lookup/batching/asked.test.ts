import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import type { AccountId, Lookup } from '../../../src/followstats/types.ts';
import {
  type Asked,
  answerAsked,
  type Batch,
  createAsked,
  failAsked,
  joinAsked,
  leaveAsked,
} from '../../../src/lookup/batching/asked.ts';
import { createQuestion } from '../../../src/lookup/batching/pending-lookup.ts';
import { accountsOf, failed, found, manyAccounts } from '../../followstats/reports/sample-lookups.ts';

const [alice, bob] = accountsOf('alice', 'bob') as [AccountId, AccountId];

/** A question about these, which nobody hurries. */
const questionOf = (...accounts: readonly AccountId[]) => createQuestion(accounts, undefined, () => new Map());

/** Puts them into one call, as `coalesce` does. */
function toBatch(...entries: readonly Asked[]): Batch {
  const batch: Batch = { entries, wanted: entries.length, trouble: undefined };
  for (const entry of entries) entry.batch = batch;
  return batch;
}

test('the answer reaches everybody who waits, each at their own place', async () => {
  const first = questionOf(alice);
  const second = questionOf(bob, alice);
  const asked = createAsked(alice, first, 0);
  joinAsked(asked, second, 1);
  answerAsked(asked, found(7));
  second.answer(0, failed('missing_account'));
  expect(await first.answered).toEqual([found(7)]);
  expect(await second.answered).toEqual([failed('missing_account'), found(7)]);
});

test('the error of a whole call reaches everybody who waits, and so does a bug', async () => {
  const error = new AppError('upstream_status', 'scripted');
  const lookup: Lookup = { kind: 'failed', failure: error.failure };
  for (const [tell, thrown] of [
    [(asked: Asked) => answerAsked(asked, lookup, error), error],
    [(asked: Asked) => failAsked(asked, thrownBug), thrownBug],
  ] as const) {
    const questions = [questionOf(alice), questionOf(alice)] as const;
    const asked = createAsked(alice, questions[0], 0);
    joinAsked(asked, questions[1], 0);
    tell(asked);
    for (const { answered } of questions) await expect(answered).rejects.toBe(thrown);
  }
});

const thrownBug = new TypeError('a bug');

test('who has left is told nothing', async () => {
  const leaving = questionOf(alice);
  const staying = questionOf(alice);
  const asked = createAsked(alice, leaving, 0);
  joinAsked(asked, staying, 0);
  expect(leaveAsked(asked, leaving)).toBe(false);
  answerAsked(asked, found(1));
  leaving.answer(0, found(2));
  expect(await leaving.answered).toEqual([found(2)]);
  expect(await staying.answered).toEqual([found(1)]);
});

test('only the last one that leaves is the last, and nobody leaves twice', () => {
  const first = questionOf(alice);
  const second = questionOf(alice);
  const asked = createAsked(alice, first, 0);
  joinAsked(asked, second, 0);
  expect(leaveAsked(asked, questionOf(alice))).toBe(false);
  expect(leaveAsked(asked, first)).toBe(false);
  expect(leaveAsked(asked, first)).toBe(false);
  expect(leaveAsked(asked, second)).toBe(true);
  expect(leaveAsked(asked, second)).toBe(false);
});

test('a call is wanted less for each account whose last one leaves, and more again when one joins', () => {
  const both = questionOf(alice, bob);
  const late = questionOf(alice);
  const [first, second] = [createAsked(alice, both, 0), createAsked(bob, both, 1)];
  const batch = toBatch(first, second);
  leaveAsked(first, both);
  expect(batch.wanted).toBe(1);
  joinAsked(first, late, 0);
  expect(batch.wanted).toBe(2);
  joinAsked(first, questionOf(alice), 0);
  expect(batch.wanted).toBe(2);
  leaveAsked(second, both);
  expect(batch.wanted).toBe(1);
});

test('before it is in a call, leaving and joining count nowhere', () => {
  const question = questionOf(alice);
  const asked = createAsked(alice, question, 0);
  expect(leaveAsked(asked, question)).toBe(true);
  joinAsked(asked, question, 0);
  expect(toBatch(asked).wanted).toBe(1);
  expect(leaveAsked(asked, question)).toBe(true);
  expect(asked.batch?.wanted).toBe(0);
});

test('whoever joins and leaves, a call is wanted by as many accounts as somebody waits for', () => {
  const accounts = manyAccounts(4);
  const questions = Array.from({ length: 4 }, () => questionOf(...accounts));
  const moves = fc.array(fc.record({ isJoining: fc.boolean(), who: fc.nat(3), what: fc.nat(3) }), { maxLength: 60 });
  fc.assert(
    fc.property(moves, (made) => {
      const first = questions[0] as (typeof questions)[number];
      const entries = accounts.map((account, place) => createAsked(account, first, place));
      const waiting = accounts.map(() => new Set([0]));
      const batch = toBatch(...entries);
      for (const { isJoining, who, what } of made) {
        const [entry, question] = [entries[what] as Asked, questions[who] as (typeof questions)[number]];
        const those = waiting[what] as Set<number>;
        if (isJoining) {
          // A question names each account once.
          if (!those.has(who)) joinAsked(entry, question, what);
          those.add(who);
        } else {
          const wasThere = those.delete(who);
          expect(leaveAsked(entry, question)).toBe(wasThere && those.size === 0);
        }
        expect(batch.wanted).toBe(waiting.filter(({ size }) => size > 0).length);
      }
    }),
  );
});
