import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { createOnRefresh } from '../../../src/slack/lookups/on-refresh.ts';
import { resolvedOf } from '../../followstats/reports/sample-lookups.ts';
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
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const below = {
  counts: { isEphemeral: true, hasCounts: true },
  'a failure': { isEphemeral: true, hasCounts: false },
  'what others see': { isEphemeral: false, hasCounts: true },
} as const;

/** Clicks *Refresh*, and gives for each message sent whether it took the old one's place. */
async function refresh(where: keyof typeof below, answer: Circumstances['answer']) {
  const { parts, sent } = openConversation({ answer });
  const onRefresh = createOnRefresh({ ...parts, readButtonClick: async () => ({ ...click, ...below[where] }) });
  const done = onRefresh(args);
  await vi.advanceTimersByTimeAsync(2500);
  await done;
  return sent.map(({ options }) => options?.replace_original ?? false);
}

const failure: Circumstances['answer'] = async () => ({
  kind: 'failed',
  error: new AppError('upstream_timeout', ''),
  who: resolvedOf('a'),
});

test.each<[string, Circumstances['answer'], keyof typeof below, boolean]>([
  ['counts take the place of', async () => report, 'counts', true],
  ['a failure stands beside', failure, 'counts', false],
  ['a denial stands beside', async () => ({ kind: 'refused', reason: 'no-rule', admins: [] }), 'counts', false],
  ['an apology stands beside', () => Promise.reject(new Error('bug')), 'counts', false],
  ['a report that can’t be rendered stands beside', async () => unrenderable, 'counts', false],
  ['a failure takes the place of', failure, 'a failure', true],
  ['an apology takes the place of', () => Promise.reject(new Error('bug')), 'a failure', true],
  ['counts stand beside', async () => report, 'what others see', false],
])('%s %s', async (_, answer, where, isInPlace) => {
  expect(await refresh(where, answer)).toEqual([isInPlace]);
});

test.each([
  ['a failure', [true, true]],
  ['counts', [true]],
  ['what others see', [false, false]],
] as const)('no progress line stands in the place of counts: below %s', async (where, replaced) => {
  expect(await refresh(where, () => later(2500, report))).toEqual(replaced);
});
