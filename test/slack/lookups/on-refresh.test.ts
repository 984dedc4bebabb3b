import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { readingsOf } from '../../../src/followstats/reports/kept-readings.ts';
import type { Report } from '../../../src/followstats/reports/report.ts';
import { createOnRefresh } from '../../../src/slack/lookups/on-refresh.ts';
import { failed, resolvedOf } from '../../followstats/reports/sample-lookups.ts';
import { ASKED_AT, baseline, counts, reportOf } from '../blocks/reports/sample-reports.ts';
import {
  type Circumstances,
  later,
  openConversation,
  report,
  unrenderable,
} from '../conversation/open-conversation.ts';
import { args, click } from './click.ts';

beforeEach(() => {
  // Not `setImmediate`, which an answer's buttons wait for: a turn takes no time.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: ASKED_AT + 65_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const earlier = reportOf([
  ['a', counts(11)],
  ['b', counts(22)],
]);

const old = reportOf([['a', failed('upstream_timeout')]], {}, { a: baseline(11) });

const below = {
  counts: { isEphemeral: true, hasCounts: true, readings: readingsOf(earlier) },
  'counts of an older version': { isEphemeral: true, hasCounts: true, readings: undefined },
  'counts that were old': { isEphemeral: true, hasCounts: true, readings: readingsOf(old) },
  'a failure': { isEphemeral: true, hasCounts: false, readings: undefined },
  'what others see': { isEphemeral: false, hasCounts: true, readings: readingsOf(earlier) },
} as const;

/** Clicks *Refresh*, and gives for each message sent what it says, and whether it took the old one's place. */
async function refresh(where: keyof typeof below, answer: Circumstances['answer']) {
  const { parts, sent } = openConversation({ answer });
  const onRefresh = createOnRefresh({ ...parts, readButtonClick: async () => ({ ...click, ...below[where] }) });
  const done = onRefresh(args);
  await vi.advanceTimersByTimeAsync(2500);
  await done;
  return sent.map(({ text, options }) => ({ text, isInPlace: options?.replace_original ?? false }));
}

const inPlaces = (sent: Awaited<ReturnType<typeof refresh>>) => sent.map(({ isInPlace }) => isInPlace);
const said = async (answer: Report) => {
  const sent = await refresh('counts', async () => ({ kind: 'report', report: answer }));
  expect(inPlaces(sent)).toEqual([true]);
  return sent[0]?.text;
};

const failure: Circumstances['answer'] = async () => ({
  kind: 'failed',
  error: new AppError('upstream_timeout', ''),
  who: resolvedOf('a'),
});

/** One sentence, although counts are known. */
const busy: Circumstances['answer'] = async () => ({
  kind: 'failed',
  error: new AppError('busy', '', undefined, undefined, 40_000),
  who: resolvedOf('a'),
  report: reportOf([['a', failed('busy')]], {}, { a: baseline(11) }),
});

test.each<[string, Circumstances['answer'], keyof typeof below, boolean]>([
  ['counts take the place of', async () => report, 'counts', true],
  ['a failure stands beside', failure, 'counts of an older version', false],
  ['a denial stands beside', async () => ({ kind: 'refused', reason: 'no-rule', admins: [] }), 'counts', false],
  ['an apology stands beside', () => Promise.reject(new Error('bug')), 'counts', false],
  ['a report that can’t be rendered stands beside', async () => unrenderable, 'counts of an older version', false],
  ['that too much waits stands beside', busy, 'counts of an older version', false],
  ['that too much waits stands beside', busy, 'counts that were old', false],
  ['a failure takes the place of', failure, 'a failure', true],
  ['an apology takes the place of', () => Promise.reject(new Error('bug')), 'a failure', true],
  ['counts stand beside', async () => report, 'what others see', false],
])('%s %s', async (_, answer, where, isInPlace) => {
  expect(inPlaces(await refresh(where, answer))).toEqual([isInPlace]);
});

test.each([
  ['a failure', [true, true]],
  ['counts of an older version', [true]],
  ['what others see', [false, false]],
] as const)('no progress line stands in the place of counts: below %s', async (where, replaced) => {
  expect(inPlaces(await refresh(where, () => later(2500, report)))).toEqual(replaced);
});

describe('counts that take long to be read anew', () => {
  const STILL = [
    'Still asking Chat. These are from 10:30.',
    'a · 11 followers · 2 following · 1 mutual',
    'b · 22 followers · 2 following · 1 mutual',
  ].join('\n');

  test('stay, below a line that says so, until the newer ones take their place', async () => {
    const [waiting, done, ...others] = await refresh('counts', () => later(2500, report));
    expect(waiting).toEqual({ isInPlace: true, text: STILL });
    expect([done?.isInPlace, done?.text.startsWith('secret_account · 1 follower')]).toEqual([true, true]);
    expect(others).toEqual([]);
  });

  test('or until it is known that there are none newer', async () => {
    const [, done] = await refresh('counts', () => later(2500, undefined).then(failure));
    expect(done?.text).toMatch(/^Couldn’t refresh\. These are from 10:30\.\na · 11 followers/);
  });

  test('stay without that line where what came of it stands beside them', async () => {
    const [waiting, apology, restored] = await refresh('counts', () =>
      later(2500, undefined).then(() => Promise.reject(new Error('bug'))),
    );
    expect(waiting?.text).toBe(STILL);
    expect(apology).toMatchObject({ isInPlace: false, text: expect.stringMatching(/^Something went wrong/) });
    expect(restored).toMatchObject({
      isInPlace: true,
      text: expect.stringMatching(/^a · 11 followers .*\nb · .*\nAs of 10:30\.$/),
    });
  });
});

test('a progress line says where the answer will be', async () => {
  const [here] = await refresh('a failure', () => later(2500, report));
  expect(here?.text).toMatch(/comes here, at most 25 seconds after you asked\.$/);
  const [beside] = await refresh('what others see', () => later(2500, report));
  expect(beside?.text).toMatch(/comes below, at most 25 seconds after you asked\.$/);
});

describe('a Refresh that fails takes no numbers away', () => {
  test('as a whole: the earlier ones stay, and say from when they are and why there are none newer', async () => {
    const [first] = await refresh('counts', failure);
    expect(first).toEqual({
      isInPlace: true,
      text: [
        'Couldn’t refresh. These are from 10:30.',
        'a · 11 followers · 2 following · 1 mutual',
        'b · 22 followers · 2 following · 1 mutual',
        'Chat didn’t answer in time. Try again in a minute. If it keeps failing, tell the people who run followstats.',
        'Last tried 10:31:05.',
      ].join('\n'),
    });
  });

  test('for each account, which Chat could not be asked about: so too, with its code', async () => {
    const throttled = reportOf([
      ['a', failed('throttled', 60007)],
      ['b', failed('throttled', 60007)],
    ]);
    expect(await said(throttled)).toMatch(/^Couldn’t refresh \(60007\)\. These are from 10:30\.\na · 11 followers/);
  });

  test('for some: what was read of them stands beside what is wrong, marked as last known', async () => {
    const partly = reportOf([
      ['a', counts(12)],
      ['b', failed('throttled', 60007)],
    ]);
    expect(await said(partly)).toMatch(
      /^a · 12 followers .*\n⚠ b: .*Last known: 22 followers, 2 following, 1 mutual \(today 10:30\)\. .* 60007\nUpdated 10:30:00\.$/,
    );
  });

  test('since the account is gone: what was read of it stands beside that', async () => {
    const gone = reportOf([
      ['a', failed('missing_account', 30003)],
      ['b', failed('missing_account', 30003)],
    ]);
    expect(await said(gone)).toMatch(/^⚠ a: Chat doesn’t know this account\. Last known: 11 followers/);
  });

  test('again: the numbers and their time are still those of the first answer', async () => {
    const { parts, sent, values } = openConversation({ answer: failure });
    const clicks = [click, click].map((one) => ({ ...one, ...below.counts }));
    for (const one of clicks) await createOnRefresh({ ...parts, readButtonClick: async () => one })(args);
    expect(sent.map(({ text }) => text.split('\n').slice(0, 2).join())).toEqual(
      clicks.map(() => 'Couldn’t refresh. These are from 10:30.,a · 11 followers · 2 following · 1 mutual'),
    );
    expect(values).toBeDefined();
  });
});
