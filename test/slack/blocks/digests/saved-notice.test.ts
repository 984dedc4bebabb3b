import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Resolved } from '../../../../src/followstats/reports/resolve.ts';
import type { AccountId } from '../../../../src/followstats/types.ts';
import { savedNotice } from '../../../../src/slack/blocks/digests/saved-notice.ts';
import { withAudience } from '../../../../src/slack/words/reader.ts';
import { MONDAY } from '../../../digests/report/sample-readings.ts';
import { anyReader, readerOf } from '../../readers.ts';
import { expectHarmless } from '../expect-harmless.ts';
import { hostileText } from '../hostile-text.ts';
import { objectsIn } from '../read-rendering.ts';
import { digestOf } from './sample-digest.ts';

const reader = withAudience(readerOf('en-US'), { role: 'editor', admins: ['U9'] });
const digest = digestOf();
const paused = (reason: 'by-person' | 'no-accounts') => digestOf({ state: { kind: 'paused', reason, since: MONDAY } });

type Facts = Parameters<typeof savedNotice>[1];

const who: Resolved = { accounts: [], linked: [], unlinked: [], empty: [] };
const posted: Facts = { digest, announced: { kind: 'posted' }, wasPaused: false, who, notInChat: [] };
const noticeOf = (facts: Partial<Facts>, one = reader) => savedNotice(one, { ...posted, ...facts }, MONDAY + 1);
const linesOf = (facts: Partial<Facts>) => noticeOf(facts).text.split('\n');
const valuesOf = (settled: Partial<Facts>) =>
  objectsIn(noticeOf(settled).renderings).flatMap(({ type, value }) => (type === 'button' ? [value] : []));

test('it says when the next one comes, where and how often', () => {
  expect(linesOf({})).toEqual([
    '#7 Creators is saved. Next: tomorrow 09:00.',
    '<#C7> · weekdays at 09:00, Europe/Berlin',
  ]);
});

test('one that was paused says where it posts now', () => {
  expect(linesOf({ wasPaused: true })).toEqual([
    '#7 Creators now posts to <#C7>. Next: tomorrow 09:00.',
    '<#C7> · weekdays at 09:00, Europe/Berlin',
  ]);
});

test('a channel that refuses is named, with the fix and the way on', () => {
  const settled = { announced: { kind: 'refused', reason: 'not_in_channel' }, wasPaused: true } as const;
  expect(linesOf(settled)).toEqual([
    '#7 Creators is saved, but paused for now.',
    'followstats isn’t in <#C7>. Invite it there with /invite, or choose another channel. not_in_channel',
  ]);
  expect(valuesOf(settled)).toEqual(['digest resume 7', 'digest edit 7']);
});

test('what only operators can set right is left to an admin', () => {
  expect(linesOf({ announced: { kind: 'refused', reason: 'missing_scope' } })[1]).toBe(
    'followstats isn’t allowed to post in this workspace. Please tell <@U9>. missing_scope',
  );
});

test('one that a person paused stays paused, and one that still has no accounts says so', () => {
  const byPerson = { digest: paused('by-person'), announced: undefined, wasPaused: true };
  expect(linesOf(byPerson)).toEqual(['#7 Creators is saved. It stays paused.']);
  expect(valuesOf(byPerson)).toEqual(['digest resume 7']);
  expect(linesOf({ digest: paused('no-accounts'), announced: undefined, wasPaused: true })[1]).toContain(
    'It has no accounts',
  );
});

test('a line that couldn’t be posted just now stops nothing', () => {
  const lines = linesOf({ announced: { kind: 'failed', reason: 'rate-limited' } });
  expect(lines[0]).toContain('is saved. Next:');
  expect(lines.at(-1)).toContain('couldn’t be posted there just now');
});

test('accounts that Chat doesn’t know and people without an account are named, with a way to link them', () => {
  const inVain = { who: { ...who, unlinked: ['U3'] }, notInChat: [{ account: 'ghost' as AccountId }] };
  expect(linesOf(inVain).slice(2)).toEqual([
    'ghost isn’t in Chat (yet).',
    '<@U3> isn’t linked to an account yet. Link them with /followstats link <@U3> USERID.',
  ]);
  expect(valuesOf(inVain)).toEqual(['ask:link-person U3']);
  const refused = { ...inVain, announced: { kind: 'refused', reason: 'is_archived' } } as const;
  expect(linesOf(refused)).toContain('ghost isn’t in Chat (yet).');
  expect(valuesOf(refused)).toEqual(['digest resume 7', 'digest edit 7', 'ask:link-person U3']);
});

test('whatever its title is, it does no harm', () => {
  fc.assert(
    fc.property(hostileText, fc.boolean(), anyReader, (title, wasPaused, one) => {
      for (const kind of ['posted', 'refused'] as const) {
        const announced = kind === 'posted' ? ({ kind } as const) : ({ kind, reason: 'is_archived' } as const);
        expectHarmless(noticeOf({ digest: { ...digest, title }, announced, wasPaused }, one));
      }
    }),
  );
});
