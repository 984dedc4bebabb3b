import { expect, test } from 'vitest';
import type { Failure } from '../../../src/errors.ts';
import type { AccountId, Lookup } from '../../../src/followstats/types.ts';
import { createQuestion } from '../../../src/lookup/batching/pending-lookup.ts';
import { accountsOf, failed, found, manyAccounts } from '../../followstats/reports/sample-lookups.ts';
import { outage, outcomesIn } from '../recorded-lookup.ts';

/** A question for so many accounts, its deadline, and how often it left; then these accounts' calls were in trouble. */
function createScene(count: number, troubles: ReadonlyMap<AccountId, Failure> = new Map()) {
  const deadline = new AbortController();
  const scene = { leaves: 0 };
  const question = createQuestion(manyAccounts(count), deadline.signal, () => {
    scene.leaves += 1;
    return troubles;
  });
  return { question, deadline, scene };
}

const down = outage('upstream_status');
const isDown: Lookup = { kind: 'failed', failure: down.failure };

test('a question for nobody is answered at once', async () => {
  expect(await createScene(0).question.answered).toEqual([]);
});

test('answers come in the order asked, whatever the order they arrived in', async () => {
  const question = createQuestion(accountsOf('alice', 'bob', 'carol'), undefined, () => new Map());
  for (const place of [2, 0, 1]) question.answer(place, found(place));
  expect(await question.answered).toEqual([found(0), found(1), found(2)]);
});

test('the first answer for an account stays', async () => {
  const { question } = createScene(2);
  question.answer(0, found(1));
  question.answer(0, failed('upstream_failed'));
  question.answer(1, found(2));
  expect(await question.answered).toEqual([found(1), found(2)]);
});

test('when every account failed with its whole call, the first of those failures is thrown', async () => {
  const { question } = createScene(2);
  question.answer(1, isDown, down);
  question.answer(0, { kind: 'failed', failure: outage('throttled').failure }, outage('throttled'));
  await expect(question.answered).rejects.toBe(down);
});

test('accounts that fail one by one are answers, not a failed call', async () => {
  const { question } = createScene(2);
  question.answer(0, failed('missing_account'));
  question.answer(1, failed('missing_account'));
  expect(outcomesIn(question.accounts, await question.answered)).toEqual({
    user_0: 'missing_account',
    user_1: 'missing_account',
  });
});

test('a call that failed beside one that was answered marks its own accounts', async () => {
  const { question } = createScene(2);
  question.answer(0, isDown, down);
  question.answer(1, found());
  expect(outcomesIn(question.accounts, await question.answered)).toEqual({
    user_0: 'upstream_status',
    user_1: 'found',
  });
});

test('at the deadline what is unanswered is out of time, and what was read stays read', async () => {
  const { question, deadline, scene } = createScene(3);
  question.answer(1, found());
  deadline.abort();
  expect(scene.leaves).toBe(1);
  expect(outcomesIn(question.accounts, await question.answered)).toEqual({
    user_0: 'out_of_time',
    user_1: 'found',
    user_2: 'out_of_time',
  });
});

test('at the deadline with nothing answered the whole question is out of time, and says how much was missing', async () => {
  const { question, deadline } = createScene(3);
  deadline.abort();
  await expect(question.answered).rejects.toMatchObject({
    failure: { code: 'out_of_time' },
    message: 'the deadline passed with 3 of 3 accounts unanswered',
  });
});

test('at the deadline an account whose call was in trouble says what it was, and so does a question of such accounts', async () => {
  const { failure: trouble } = outage('throttled');
  const troubles = new Map(accountsOf('user_1').map((account) => [account, trouble] as const));
  const some = createScene(3, troubles);
  some.question.answer(2, found());
  some.deadline.abort();
  expect(await some.question.answered).toEqual([
    { kind: 'failed', failure: { code: 'out_of_time' } },
    { kind: 'failed', failure: { code: 'out_of_time', lastFailure: trouble } },
    found(),
  ]);
  const none = createScene(3, troubles);
  none.deadline.abort();
  await expect(none.question.answered).rejects.toMatchObject({
    failure: { code: 'out_of_time', lastFailure: trouble },
  });
});

test('a deadline after the last answer means nothing any more', async () => {
  const { question, deadline, scene } = createScene(1);
  question.answer(0, found());
  deadline.abort();
  expect(scene.leaves).toBe(0);
  expect(outcomesIn(question.accounts, await question.answered)).toEqual({ user_0: 'found' });
});

test('a bug ends the question at once: it waits for nothing more, and later answers and the deadline change nothing', async () => {
  const { question, deadline, scene } = createScene(2);
  const bug = new TypeError('a bug');
  question.fail(bug);
  question.fail(new TypeError('another'));
  question.answer(0, found());
  deadline.abort();
  await expect(question.answered).rejects.toBe(bug);
  expect(scene.leaves).toBe(1);
});
