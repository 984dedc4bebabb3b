import { describe, expect, test } from 'vitest';
import type { RunReason } from '../../../../src/digests/runs.ts';
import type { PauseReason } from '../../../../src/digests/types.ts';
import { describePause, describeRunReason, reasonSentence } from '../../../../src/slack/blocks/digests/run-text.ts';
import { toPlain } from '../../../../src/slack/blocks/kit/inline.ts';
import { withAudience } from '../../../../src/slack/words/reader.ts';
import { NEVER_PASS } from '../../../digests/delivery/never-pass.ts';
import { readerOf } from '../../readers.ts';

const editor = withAudience(readerOf('en-US'), { role: 'editor', admins: ['U9'] });
const admin = withAudience(readerOf('en-US'), { role: 'admin', admins: ['U9'] });
const PLACE = [{ channelId: 'C7' }];

const runReason = (reason: RunReason, reader = editor) =>
  toPlain(reasonSentence(reader, describeRunReason(reader, reason, PLACE)));
/** Without the code. */
function pauseReason(reason: PauseReason, reader = editor): string {
  const { what, fix } = describePause(reader, reason, PLACE);
  return `${toPlain(what)} ${toPlain(fix)}`;
}

test.each<[RunReason, string]>([
  ['unchanged', 'Nothing had changed.'],
  ['down', 'followstats wasn’t running.'],
  ['no-answer', 'Slack never answered.'],
  ['slack-unreachable', 'Slack couldn’t be reached. Run it again in a while.'],
  ['broken', 'Something went wrong in followstats itself. Please tell U9.'],
  [
    'no-accounts',
    'It has no accounts: it names none itself, and its lists are empty or gone. Add accounts to it or to its lists.',
  ],
  [
    'not_in_channel',
    'followstats isn’t in C7. Invite it there with /invite, or choose another channel. not_in_channel',
  ],
  ['upstream_timeout', 'Chat didn’t answer in time. Run it again in a while.'],
  ['upstream_resting', 'Chat hadn’t been answering. Run it again in a while.'],
  ['upstream_failed:30006', 'Chat had an error of its own. Run it again in a while. 30006'],
  ['needs_admin:70001', 'Chat turned followstats away. Please tell U9. 70001'],
  ['slack-refused:some_new_code', 'Slack refused the post. Please tell U9. some_new_code'],
])('%s reads: %s', (reason, words) => {
  expect(runReason(reason)).toBe(words);
});

const REASONS = [
  'by-person',
  'no-accounts',
  'unreadable',
  'slack-refused-thrice:some_new_code',
  ...NEVER_PASS,
] as const;

test.each<PauseReason>(REASONS)('a digest paused for %s says why and what to do in whole sentences', (reason) => {
  const { what, fix, code } = describePause(editor, reason, PLACE);
  for (const sentence of [what, fix].map(toPlain)) expect(sentence).toMatch(/^(?:[A-Z]|followstats |C7 ).*\.$/);
  // Slack's code stands once, as code.
  const slackCode = reason.split(':').at(-1) ?? '';
  expect(code).toEqual(slackCode.includes('_') ? { code: slackCode } : undefined);
  expect(toPlain([...what, ...fix])).not.toMatch(/doesn’t know|the channel /);
});

describe('what only operators can do', () => {
  const words = /token|scopes|Messages tab|documentation|Update/;

  test.each<PauseReason>(REASONS)('(%s) is told to admins, and others learn whom to tell', (reason) => {
    expect(pauseReason(reason)).not.toMatch(words);
    expect(/Please tell/.test(pauseReason(reason))).toBe(words.test(pauseReason(reason, admin)));
    expect(pauseReason(reason, admin)).not.toContain('Please tell');
  });

  test('where no admin may be named, those who run followstats are', () => {
    expect(pauseReason('missing_scope', readerOf('en-US'))).toContain('Please tell the people who run followstats.');
  });
});

test('a reason that another version has kept is said to be unknown', () => {
  expect(pauseReason('moon_is_full' as PauseReason)).toContain('doesn’t know');
  expect(toPlain(describePause(editor, { unrecognized: 'of-2031' }, PLACE).what)).toContain('(of-2031)');
});
