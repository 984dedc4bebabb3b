import { expect, test } from 'vitest';
import type { RunReason } from '../../../../src/digests/runs.ts';
import type { PauseReason } from '../../../../src/digests/types.ts';
import { describePause, describeRunReason } from '../../../../src/slack/blocks/digests/run-text.ts';
import { NEVER_PASS } from '../../../digests/delivery/never-pass.ts';
import { readerOf } from '../../readers.ts';

test.each<[RunReason, string]>([
  ['unchanged', 'nothing had changed'],
  ['down', 'followstats was not running'],
  ['no-answer', 'Slack never answered'],
  ['holder-died', 'followstats was stopped while it posted'],
  ['no-accounts', 'it names no account, and its lists are empty or gone'],
  ['not_in_channel', 'followstats is not a member of the channel (not_in_channel)'],
  ['upstream_timeout', 'Chat did not answer in time'],
  ['needs_admin', 'Chat refused the call'],
])('%s reads: %s', (reason, words) => {
  expect(describeRunReason(readerOf('en-US'), reason)).toBe(words);
});

test.each<PauseReason>(['by-person', 'no-accounts', 'unreadable', ...NEVER_PASS])(
  'a digest paused for %s says why, and what to do',
  (reason) => {
    const { what, fix } = describePause(readerOf('en-US'), reason);
    expect(what).toMatch(/^[a-z].*[^.]$|^Slack .*[^.]$/);
    expect(fix).toMatch(/^[A-Z].*\.$/);
    if (reason.includes('_')) expect(what).toContain(`(${reason})`);
    expect(what).not.toContain('not known to this version');
  },
);

test('a code that Slack has refused three posts by is named, and so is the first', () => {
  expect(describeRunReason(readerOf('en-US'), 'slack-refused:some_new_code')).toBe(
    'Slack refused the post (some_new_code)',
  );
  const { what, fix } = describePause(readerOf('en-US'), 'slack-refused-thrice:some_new_code');
  expect(what).toBe('Slack refused the last three posts (some_new_code)');
  expect(fix).toMatch(/^Ask .*\.$/);
});

test('a reason that another version has kept is said to be unknown', () => {
  expect(describePause(readerOf('en-US'), 'moon_is_full' as PauseReason).what).toContain('not known to this version');
});
