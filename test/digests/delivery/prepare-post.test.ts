import { describe, expect, test } from 'vitest';
import { createPreparePost } from '../../../src/digests/delivery/prepare-post.ts';
import type { DigestReport } from '../../../src/digests/report/digest-report.ts';
import type { Drafted } from '../../../src/digests/report/draft-report.ts';
import type { PostedRun } from '../../../src/digests/runs.ts';
import { DAY, MONDAY, postedRun, type Reading, reportOf, reportsOf } from '../report/sample-readings.ts';
import { sampleClaim } from './sample-claim.ts';

const [first, unchanged] = reportsOf([{ a: 1 }, { a: 1 }]) as [DigestReport, DigestReport];
const [, changed] = reportsOf([{ a: 1 }, { a: 2 }]) as [DigestReport, DigestReport];
const last = postedRun(first);

interface Circumstances {
  readonly onlyIfChanged?: boolean;
  readonly slot?: number;
  readonly now?: number;
  readonly origin?: 'schedule' | 'person';
  readonly last?: PostedRun | undefined;
}

/** What a slot of Tuesday comes to when its accounts make this report; `last`: Monday's post. */
async function prepare(drafted: Drafted | DigestReport, circumstances: Circumstances = {}) {
  const { onlyIfChanged = true, slot = MONDAY + DAY, now = slot, origin = 'schedule' } = circumstances;
  const draft: Drafted =
    'kind' in drafted
      ? drafted
      : {
          kind: 'drafted',
          report: drafted,
          chart: undefined,
          last: 'last' in circumstances ? circumstances.last : last,
        };
  const preparePost = createPreparePost(async () => draft);
  const signal = new AbortController().signal;
  return preparePost(sampleClaim({ onlyIfChanged, slot, origin }), { now: () => now, signal });
}

describe('a report', () => {
  test('of a digest that comes always is posted, changed or not', async () => {
    const prepared = await prepare(unchanged, { onlyIfChanged: false });
    expect(prepared).toMatchObject({ kind: 'post', post: { content: { kind: 'report', report: unchanged } } });
  });

  test('of one that comes only when something changed is posted then, and skipped otherwise', async () => {
    expect(await prepare(changed)).toMatchObject({ kind: 'post', post: { content: { kind: 'report' } } });
    expect(await prepare(unchanged)).toEqual({ kind: 'unchanged', report: unchanged });
  });

  test('that a person asked for is posted, changed or not', async () => {
    const prepared = await prepare(unchanged, { origin: 'person' });
    expect(prepared).toMatchObject({ kind: 'post', post: { content: { kind: 'report' } } });
  });

  test.each([
    ['six days', 6 * DAY, 'unchanged'],
    ['a week to the minute', 7 * DAY, 'sign-of-life'],
    ['a week that clocks made an hour shorter', 7 * DAY - 3_600_000, 'sign-of-life'],
    ['longer', 9 * DAY, 'sign-of-life'],
  ])('that is unchanged %s after the last post is decided: %3$s', async (_, age, kind) => {
    const prepared = await prepare(unchanged, { slot: MONDAY + age });
    expect(prepared).toMatchObject(
      kind === 'unchanged'
        ? { kind }
        : { kind: 'post', post: { content: { kind, since: last.postedAt, accounts: 1, read: 1 } } },
    );
  });

  test('of accounts that are gone for good isn’t posted again and again', async () => {
    const gone = reportOf({ a: 'missing_account' });
    const still = reportOf({ a: 'missing_account' }, { at: MONDAY + DAY, last: postedRun(gone) });
    expect(await prepare(still)).toMatchObject({ kind: 'unchanged' });
  });

  test.each([
    [2 * 60_000, false],
    [2 * 60_000 + 1, true],
  ])('that is posted %i ms after its slot says that it is late: %s', async (wait, isLate) => {
    const prepared = await prepare(changed, { now: MONDAY + DAY + wait });
    expect(prepared).toMatchObject({ post: { content: { isLate, missedBefore: 2 } } });
  });
});

test.each<[string, Readonly<Record<string, Reading>>, object]>([
  [
    'nothing can be read, waiting may mend that',
    { a: 'missing_account', b: 'upstream_timeout' },
    { kind: 'retry', reason: 'upstream_timeout', asked: 2 },
  ],
  ['something can be read, it is posted', { a: 1, b: 'upstream_timeout' }, { kind: 'post' }],
  ['no account exists, that is posted', { a: 'missing_account' }, { kind: 'post' }],
])('when %s', async (_, readings, prepared) => {
  expect(await prepare(reportOf(readings), { last: undefined })).toMatchObject(prepared);
});

test('a digest without accounts, or one of which nothing could be looked up, has nothing to post', async () => {
  expect(await prepare({ kind: 'no-accounts' })).toEqual({ kind: 'no-accounts' });
  const unread = { kind: 'unread', failure: { code: 'upstream_unreachable' }, asked: 3 } as const;
  expect(await prepare(unread)).toEqual({ kind: 'retry', reason: 'upstream_unreachable', asked: 3 });
});
