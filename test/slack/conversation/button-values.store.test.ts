import { expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { readingsOf } from '../../../src/followstats/reports/kept-readings.ts';
import { BUTTONS_MS, createButtonValues, type KeptAnswer } from '../../../src/slack/conversation/button-values.ts';
import { AT, growing, historyOf, reading } from '../../followstats/history/sample-histories.ts';
import { createMemoryValues } from '../../followstats/memory-values.ts';
import { accountsOf, failed } from '../../followstats/reports/sample-lookups.ts';
import { describeEngines } from '../../store/engines.ts';
import { openNew } from '../../store/new-store.ts';
import { baseline, counts, reportOf } from '../blocks/reports/sample-reports.ts';

const asker = { personId: 'U1', channelId: 'C1' };
const answer = (command = 'lookup a'): KeptAnswer => ({ asker, command, hasCounts: true, readings: undefined });
const notLost = () => {};

describeEngines('what an answer’s buttons need', (newStore) => {
  test('is known to every replica, also after a restart, until the buttons expire', async () => {
    let now = 1_700_000_000_000;
    const { expiringValues } = await openNew(newStore, () => now);
    const long = answer(`lookup ${'x'.repeat(20_000)} 它`);
    const value = await createButtonValues({ values: expiringValues, onLost: notLost }).keep(long);
    // Nothing is shared between the two keepers but the store.
    const other = createButtonValues({ values: expiringValues, onLost: notLost });
    now += BUTTONS_MS - 1;
    expect(await other.recall(value ?? '', asker)).toMatchObject({ kind: 'kept', answer: long });
    now += 1;
    expect(await other.recall(value ?? '', asker)).toEqual({ kind: 'unknown' });
  });
});

test('a history is kept as it is shown, but for the people it was asked about', async () => {
  const buttonValues = createButtonValues({ values: createMemoryValues(), onLost: notLost });
  const unkept = accountsOf('ghost', 'old').map((account, n) => ({
    account,
    ...(n > 0 && { last: reading(5, 7) }),
    meant: undefined,
  }));
  const history = historyOf(
    { alice: [1, undefined, 3], bob: growing(2 ** 40, 1) },
    { firsts: { alice: reading(1, AT - 7) }, unkept },
  );
  const value = (await buttonValues.keep({ ...answer('history alice 30d'), history })) ?? '';
  const recalled = await buttonValues.recall(value, asker);
  expect(recalled).toMatchObject({ kind: 'kept', answer: { command: 'history alice 30d', readings: undefined } });
  expect(recalled.kind === 'kept' && recalled.answer.history).toEqual({
    ...history,
    unkept: unkept.map(({ meant: _, ...one }) => one),
  });
});

test('what was asked for in no conversation is good in the person’s direct messages, and nowhere else', async () => {
  const buttonValues = createButtonValues({ values: createMemoryValues(), onLost: notLost });
  const nowhere = { personId: 'U1', channelId: undefined };
  const value = (await buttonValues.keep({ ...answer(), asker: nowhere })) ?? '';
  const by = async (personId: string, channelId: string | undefined) =>
    (await buttonValues.recall(value, { personId, channelId })).kind;
  expect(await by('U1', 'D1')).toBe('kept');
  expect(await by('U1', undefined)).toBe('kept');
  expect(await by('U1', 'C1')).toBe('foreign');
  expect(await by('U2', 'D2')).toBe('foreign');
});

test('a value is short, and each answer has its own', async () => {
  const buttonValues = createButtonValues({ values: createMemoryValues(), onLost: notLost });
  const made = [
    await buttonValues.keep(answer('x'.repeat(20_000))),
    await buttonValues.keep(answer('x'.repeat(20_000))),
  ];
  expect(new Set(made).size).toBe(2);
  for (const value of made) expect(value?.length).toBeLessThan(100);
});

test.each([
  ['another person', { personId: 'U2', channelId: 'C1' }],
  ['another conversation', { personId: 'U1', channelId: 'C2' }],
])('the key of one answer is of no use to %s', async (_, by) => {
  const buttonValues = createButtonValues({ values: createMemoryValues(), onLost: notLost });
  const value = (await buttonValues.keep(answer())) ?? '';
  expect(await buttonValues.recall(value, by)).toEqual({ kind: 'foreign' });
  expect(await buttonValues.recall(value, asker)).toMatchObject({ kind: 'kept' });
});

test.each([
  '',
  'lookup bob',
  'digest delete 1',
  'kept',
  'kept 1',
  'kept 00000000-0000-4000-8000-000000000000',
  'share:a',
])('the forged value %j opens nothing', async (value) => {
  const values = createMemoryValues();
  await values.set('share:a', 'pressed', 1000);
  const buttonValues = createButtonValues({ values, onLost: notLost });
  expect(await buttonValues.recall(value, asker)).toEqual({ kind: 'unknown' });
});

test('what an answer showed of each account is kept with it, to the number', async () => {
  const buttonValues = createButtonValues({ values: createMemoryValues(), onLost: notLost });
  const readings = readingsOf(
    reportOf(
      [
        ['a', counts(4_000_000_000_000, 0, 1), baseline(7)],
        ['"odd" <&> id', counts(0)],
        ['ghost', failed('missing_account', 30003, 'info')],
        ['gone', failed('missing_account')],
        [
          'late',
          {
            kind: 'failed',
            failure: {
              code: 'out_of_time',
              lastFailure: { code: 'upstream_failed', upstream: { code: 1, info: undefined } },
            },
          },
        ],
      ],
      {},
      { gone: baseline(9) },
      { ghost: 'host' },
    ),
  );
  const value = (await buttonValues.keep({ ...answer(), readings })) ?? '';
  expect(await buttonValues.recall(value, asker)).toEqual({
    kind: 'kept',
    id: expect.any(String),
    answer: { ...answer(), readings },
  });
});

test('of an answer that other versions kept, why an account wasn’t read may be missing, or in words of theirs', async () => {
  const values = createMemoryValues();
  const buttonValues = createButtonValues({ values, onLost: notLost });
  const id = '00000000-0000-4000-8000-000000000000';
  const rows = [
    ['a', [1, 2, 1, 5], null],
    ['ghost', null, null],
  ];
  const recall = async (more: object) => {
    const kept = { personId: 'U1', channelId: 'C1', question: 'lookup a ghost', hasCounts: true };
    await values.set(`answer:${id}`, JSON.stringify({ ...kept, readings: { askedAt: 5, rows, ...more } }), 1000);
    return buttonValues.recall(`kept ${id}`, asker);
  };
  const readings = {
    askedAt: 5,
    accounts: [{ account: 'a', reading: { followers: 1, following: 2, mutual: 1, readAt: 5 } }, { account: 'ghost' }],
  };
  expect(await recall({})).toMatchObject({ kind: 'kept', answer: { readings } });
  const unread = [{ account: 'ghost', failure: { code: 'of_a_newer_version' }, since: 1 }];
  expect(await recall({ unread })).toEqual({ kind: 'kept', id, answer: { ...answer('lookup a ghost'), readings } });
});

test('an answer that a version without them kept has no readings', async () => {
  const values = createMemoryValues();
  const buttonValues = createButtonValues({ values, onLost: notLost });
  const id = '00000000-0000-4000-8000-000000000000';
  await values.set(`answer:${id}`, '{"personId":"U1","channelId":"C1","question":"lookup a","hasCounts":true}', 1000);
  const recalled = await buttonValues.recall(`kept ${id}`, asker);
  expect(recalled).toMatchObject({
    kind: 'kept',
    answer: { command: 'lookup a', hasCounts: true, readings: undefined },
  });
});

test('what another version kept is as good as expired', async () => {
  const values = createMemoryValues();
  const buttonValues = createButtonValues({ values, onLost: notLost });
  const id = '00000000-0000-4000-8000-000000000000';
  await values.set(`answer:${id}`, '{"who":"U1"}', 1000);
  expect(await buttonValues.recall(`kept ${id}`, asker)).toEqual({ kind: 'unknown' });
});

test.each([
  ['refuses', () => Promise.reject(new AppError('store_unavailable', 'gone'))],
  ['doesn’t answer', () => new Promise<never>(() => {})],
])('a store that %s costs the buttons and nothing else', async (_, fail) => {
  const values = createMemoryValues();
  const lost: unknown[] = [];
  const buttonValues = createButtonValues({ values, onLost: (error) => lost.push(error), waitMs: 5 });
  values.setFailure(fail);
  expect(await buttonValues.keep(answer())).toBeUndefined();
  expect(lost).toHaveLength(1);
});
