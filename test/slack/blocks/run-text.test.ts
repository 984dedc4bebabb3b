import { expect, test } from 'vitest';
import type { PauseReason, RunReason } from '../../../src/digests/types.ts';
import { describePause, describeRunReason } from '../../../src/slack/blocks/run-text.ts';

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
  expect(describeRunReason(reason)).toBe(words);
});

test.each<PauseReason>([
  'by-person',
  'no-accounts',
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'messages_tab_disabled',
  'missing_scope',
  'account_inactive',
  'token_revoked',
  'invalid_auth',
])('a digest paused for %s says why, and what to do', (reason) => {
  const { what, fix } = describePause(reason);
  expect(what).toMatch(/^[a-z].*[^.]$|^Slack .*[^.]$/);
  expect(fix).toMatch(/^[A-Z].*\.$/);
  if (reason.includes('_')) expect(what).toContain(`(${reason})`);
});
