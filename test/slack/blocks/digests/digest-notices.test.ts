import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Announcement } from '../../../../src/digests/ports.ts';
import { toRunId } from '../../../../src/digests/runs.ts';
import {
  announcementReply,
  changedNotice,
  failedNotice,
  pausedNotice,
  unknownAnsweredReply,
  unknownNotice,
} from '../../../../src/slack/blocks/digests/digest-notices.ts';
import { signOfLifeReply } from '../../../../src/slack/blocks/digests/sign-of-life.ts';
import type { Reply } from '../../../../src/slack/blocks/kit/reply.ts';
import type { Reader } from '../../../../src/slack/words/reader.ts';
import { withAudience } from '../../../../src/slack/words/reader.ts';
import { DAY, MONDAY } from '../../../digests/report/sample-readings.ts';
import { anyReader, readerOf } from '../../readers.ts';
import { expectHarmless } from '../expect-harmless.ts';
import { hostileText } from '../hostile-text.ts';
import { objectsIn } from '../read-rendering.ts';
import { digestOf } from './sample-digest.ts';

const digest = digestOf({ createdAt: MONDAY - DAY, editedAt: MONDAY - DAY });
const run = { id: toRunId(digest.id, MONDAY), slot: MONDAY };
const slot = { digest, run, now: MONDAY };
const answers = { arrivedActionId: 'digest_arrived', againActionId: 'digest_again' };
const owner = withAudience(readerOf('en-US'), { role: 'editor', admins: ['U9'] });
const formerEditor = withAudience(readerOf('en-US'), { role: 'viewer', admins: ['U9'] });
const admin = withAudience(readerOf('en-US'), { role: 'admin', admins: ['U9'] });

const linesOf = ({ text }: Reply) => text.split('\n');
const buttonsOf = ({ renderings }: Reply) =>
  objectsIn(renderings).flatMap(({ type, value }) => (type === 'button' ? [value] : []));

describe('the line that announces a digest', () => {
  const line = (changed: Partial<typeof digest>, announcement: Announcement = 'arrival') =>
    announcementReply(readerOf('en-US', 'Europe/Berlin'), { ...digest, ...changed }, { announcement, now: MONDAY })
      .text;

  test('says in one zone what comes to a channel, and when', () => {
    expect(line({})).toBe(
      'This channel gets the digest Creators: weekdays at 09:00, Europe/Berlin. Next: Nov 24, 09:00.',
    );
  });

  test('fits direct messages, also those of a person by their id', () => {
    for (const channelId of ['D1', 'U1']) expect(line({ channelId })).toMatch(/^You get the digest Creators here: /);
  });

  test('says of one that came before that it was changed', () => {
    for (const channelId of ['C7', 'D1']) {
      expect(line({ channelId }, 'change')).toMatch(/^The digest Creators was changed: /);
    }
  });
});

describe('a slot that could not be delivered', () => {
  test('is reported to the owner: which, why, what to do, and what comes next', () => {
    const notice = failedNotice(owner, slot, 'upstream_unreachable');
    expect(linesOf(notice)).toEqual([
      'Your digest #7 Creators (<#C7>) wasn’t posted. It was due Nov 23, 09:00 (Europe/Berlin).',
      'Chat couldn’t be reached. Run it again in a while.',
      'Next: Nov 24, 09:00.',
    ]);
    expect(buttonsOf(notice)).toEqual(['digest run 7', 'digest log 7']);
  });

  test('says what it was then, with Chat’s own code; an admin reads more', () => {
    const reasonFor = (reader: Reader) => linesOf(failedNotice(reader, slot, 'throttled:60007'))[1];
    expect(reasonFor(owner)).toMatch(/^Chat .*\. Run it again in a while\. 60007$/);
    expect(reasonFor(admin)).toContain('Run it again in a while.');
    expect(reasonFor(admin)?.length).toBeGreaterThan(reasonFor(owner)?.length ?? 0);
  });

  test('offers no run where that could only fail again', () => {
    const state = { kind: 'paused', reason: 'is_archived', since: MONDAY } as const;
    const notice = failedNotice(owner, { ...slot, digest: { ...digest, state } }, 'is_archived');
    expect(buttonsOf(notice)).toEqual(['digest resume 7', 'digest log 7']);
  });

  test('of a paused digest says that it is paused, with Resume', () => {
    const state = { kind: 'paused', reason: 'by-person', since: MONDAY } as const;
    const notice = failedNotice(owner, { ...slot, digest: { ...digest, state } }, 'rate-limited');
    expect(linesOf(notice).slice(1)).toEqual([
      'Slack asked followstats to slow down. Run it again in a while.',
      'Paused since Nov 23, 09:00.',
    ]);
    expect(buttonsOf(notice)).toContain('digest resume 7');
  });
});

describe('a paused digest', () => {
  test('says why, names the channel, and how to go on by buttons', () => {
    const notice = pausedNotice(owner, digest, 'not_in_channel');
    expect(linesOf(notice)).toEqual([
      'Your digest #7 Creators (<#C7>) is paused.',
      'followstats isn’t in <#C7>. Invite it there with /invite, or choose another channel. not_in_channel',
    ]);
    expect(buttonsOf(notice)).toEqual(['digest resume 7', 'digest edit 7']);
  });

  test('tells only an owner who is an admin what operators have to do', () => {
    expect(linesOf(pausedNotice(owner, digest, 'token_revoked'))[1]).toBe(
      'Slack doesn’t let followstats in. Please tell <@U9>. token_revoked',
    );
    expect(linesOf(pausedNotice(admin, digest, 'token_revoked'))[1]).toContain('the new token.');
  });

  test('offers nothing to an owner who isn’t an editor any more', () => {
    expect(buttonsOf(pausedNotice(formerEditor, digest, 'not_in_channel'))).toEqual([]);
  });
});

describe('what somebody else did', () => {
  test.each([
    ['edit', '<@U5> edited your digest #7 Creators.', ['digest edit 7']],
    ['pause', '<@U5> paused your digest #7 Creators.', ['digest resume 7']],
    ['resume', '<@U5> resumed your digest #7 Creators.', ['digest pause 7', 'digest edit 7']],
    ['delete', '<@U5> deleted your digest #7 Creators. You can undo that for ten minutes.', ['digest restore 7']],
    ['restore', '<@U5> restored your digest #7 Creators.', ['digest edit 7']],
  ] as const)('%s: who, what and when, with what one may want to do then', (kind, words, buttons) => {
    const notice = changedNotice(owner, { kind, digest, by: 'U5' }, MONDAY);
    expect(linesOf(notice)[0]).toBe(words);
    expect(linesOf(notice).at(-1)).toContain('Nov 23, 09:00');
    expect(notice.text.match(/Europe\/Berlin/g)).toHaveLength(1);
    expect(buttonsOf(notice)).toEqual(buttons);
    expectHarmless(notice);
  });

  test('an edit that left it paused comes with Resume', () => {
    const state = { kind: 'paused', reason: 'not_in_channel', since: MONDAY } as const;
    const notice = changedNotice(owner, { kind: 'edit', digest: { ...digest, state }, by: 'U5' }, MONDAY);
    expect(buttonsOf(notice)).toEqual(['digest resume 7', 'digest edit 7']);
  });

  test('an owner who isn’t an editor any more isn’t sent into a refusal', () => {
    const notice = changedNotice(formerEditor, { kind: 'delete', digest, by: 'U5' }, MONDAY);
    expect(linesOf(notice)[0]).toBe('<@U5> deleted your digest #7 Creators.');
    expect(buttonsOf(notice)).toEqual([]);
  });
});

describe('a post whose fate is unknown', () => {
  const notice = unknownNotice(formerEditor, slot, answers);

  test('is asked about', () => {
    expect(linesOf(notice)).toEqual([
      'Your digest #7 Creators (<#C7>) may or may not have arrived: Slack’s answer was lost. It was due Nov 23, 09:00 (Europe/Berlin).',
      'Please look whether it’s there.',
    ]);
  });

  test('has a button for either answer, which name the run and say what they do in the words one sees', () => {
    const buttons = objectsIn(notice.renderings).filter(({ type }) => type === 'button');
    expect(buttons).toMatchObject([
      { action_id: 'digest_arrived', text: { text: 'It arrived' }, value: '7-1795420800000' },
      { action_id: 'digest_again', text: { text: 'Post again' }, value: '7-1795420800000' },
    ]);
    for (const { accessibility_label: label, text } of buttons)
      expect(label).toMatch(new RegExp(`^${(text as { text: string }).text}`));
  });

  test('and what comes of the answer', () => {
    expect(unknownAnsweredReply(owner, { kind: 'arrived', digest }).text).toContain('#7 Creators did arrive');
    expect(buttonsOf(unknownAnsweredReply(owner, { kind: 'settled', digest }))).toEqual(['digest log 7']);
    expect(unknownAnsweredReply(owner, { kind: 'gone' }).text).toContain('was deleted');
  });
});

test('a title of any kind stands in every notice as it is, and does nothing', () => {
  fc.assert(
    fc.property(hostileText, anyReader, (title, reader) => {
      const named = { ...digest, title };
      const replies = [
        announcementReply(reader, named, { announcement: 'arrival', now: MONDAY }),
        signOfLifeReply(reader, named, { since: MONDAY, accounts: 2, read: 1, now: MONDAY }),
        failedNotice(reader, { ...slot, digest: named }, 'throttled'),
        pausedNotice(reader, named, 'is_archived'),
        changedNotice(reader, { kind: 'edit', digest: named, by: 'U5' }, MONDAY),
        unknownNotice(reader, { ...slot, digest: named }, answers),
      ];
      for (const reply of replies) {
        for (const token of expectHarmless(reply)) expect(token).toMatch(/^<(?:!date\^|@U[159]>|#C7>)/);
      }
    }),
    { numRuns: 100 },
  );
});
