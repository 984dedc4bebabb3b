import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toRunId } from '../../../../src/digests/runs.ts';
import { type DigestId, readDigestId } from '../../../../src/digests/types.ts';
import {
  failedNotice,
  pausedNotice,
  savedReply,
  signOfLifeReply,
  unknownNotice,
} from '../../../../src/slack/blocks/digests/digest-notices.ts';
import type { Reply } from '../../../../src/slack/blocks/kit/reply.ts';
import { DAY, MONDAY } from '../../../digests/report/sample-readings.ts';
import { scheduleOf } from '../../../digests/schedule/sample-schedules.ts';
import { readerOf } from '../../readers.ts';
import { expectHarmless } from '../expect-harmless.ts';
import { hostileText } from '../hostile-text.ts';
import { objectsIn } from '../read-rendering.ts';

const id = readDigestId('7') as DigestId;
const digest = {
  id,
  title: 'Creators',
  channelId: 'C7',
  ownerId: 'U1',
  schedule: scheduleOf('0 9 * * 1-5', 'Europe/Berlin'),
  createdAt: MONDAY - DAY,
  editedAt: MONDAY - DAY,
};
const run = { id: toRunId(id, MONDAY), slot: MONDAY };
const answers = { arrivedActionId: 'digest_arrived', againActionId: 'digest_again' };

/** A message without the form of its dates. */
const said = ({ text }: Reply) => text.replaceAll(/<!date\^[^|]*\|([^>]*)>/g, '$1');

test('a saved digest tells its channel in one line what will come, when, whose it is and how to change it', () => {
  expect(said(savedReply(readerOf('en-US'), digest, MONDAY))).toBe(
    'The digest Creators will be posted here: weekdays at 09:00, Europe/Berlin. The next one comes 2026-11-23 08:00 UTC. ' +
      'Made by <@U1>; /followstats digest edit 7 changes it.',
  );
  expect(said(savedReply(readerOf('en-US'), { ...digest, editedAt: MONDAY }, MONDAY))).toMatch(
    /^The digest Creators was changed; it is posted here: weekdays at 09:00, Europe\/Berlin\. /,
  );
});

test('a sign of life is one line', () => {
  expect(said(signOfLifeReply(readerOf('en-US'), digest, { since: MONDAY, accounts: 25 }))).toBe(
    'Creators: nothing has changed since 2026-11-23 08:00 UTC. All 25 accounts are still watched.',
  );
  expect(said(signOfLifeReply(readerOf('en-US'), digest, { since: MONDAY, accounts: 1 }))).toMatch(
    / The account is still watched\.$/,
  );
});

test('a slot that could not be delivered is reported to the owner: which, why, and what comes next', () => {
  expect(said(failedNotice(readerOf('en-US'), digest, run, 'upstream_unreachable', MONDAY + DAY))).toBe(
    'Your digest Creators for <#C7>, due 2026-11-23 08:00 UTC, was not posted: Chat could not be reached. ' +
      'The next one comes 2026-11-24 08:00 UTC; /followstats digest run 7 posts one now.',
  );
  expect(said(failedNotice(readerOf('en-US'), digest, run, 'throttled', undefined))).toMatch(
    /It is paused; \/followstats digest run 7 posts one now\.$/,
  );
});

test('a paused digest says why, the fix, and how to go on', () => {
  expect(said(pausedNotice(readerOf('en-US'), digest, 'not_in_channel'))).toBe(
    'Your digest Creators for <#C7> is paused: followstats is not a member of the channel (not_in_channel). ' +
      'Invite it there: type /invite and the name of the app. Then type /followstats digest resume 7.',
  );
  expect(said(pausedNotice(readerOf('en-US'), { ...digest, channelId: 'D1' }, 'token_revoked'))).toMatch(
    /^Your digest Creators for direct messages is/,
  );
});

describe('a post whose fate is unknown', () => {
  const notice = unknownNotice(readerOf('en-US'), digest, run, answers);

  test('is asked about, and says why it isn’t simply posted again', () => {
    expect(said(notice)).toBe(
      'Your digest Creators for <#C7>, due 2026-11-23 08:00 UTC, was sent, but Slack’s answer was lost, so it may or may not have arrived.\n' +
        'Please look, and press It arrived or Post again.',
    );
  });

  test('has a button for either answer, which name the run', () => {
    expect(objectsIn(notice.renderings).filter(({ type }) => type === 'button')).toMatchObject([
      { action_id: 'digest_arrived', text: { text: 'It arrived' }, value: '7-1795420800000' },
      { action_id: 'digest_again', text: { text: 'Post again' }, value: '7-1795420800000' },
    ]);
  });
});

test('a title of any kind stands in every notice as it is, and does nothing', () => {
  fc.assert(
    fc.property(hostileText, (title) => {
      const named = { ...digest, title };
      const replies = [
        savedReply(readerOf('en-US'), named, MONDAY),
        signOfLifeReply(readerOf('en-US'), named, { since: MONDAY, accounts: 2 }),
        failedNotice(readerOf('en-US'), named, run, 'throttled', MONDAY),
        pausedNotice(readerOf('en-US'), named, 'is_archived'),
        unknownNotice(readerOf('en-US'), named, run, answers),
      ];
      for (const reply of replies) {
        for (const token of expectHarmless(reply)) expect(token).toMatch(/^<(?:!date\^|@U1>|#C7>)/);
      }
    }),
    { numRuns: 100 },
  );
});
