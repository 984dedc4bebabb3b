import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DigestAnswer } from '../../../../src/digests/commands.ts';
import { type Run, type RunStatus, toRunId } from '../../../../src/digests/runs.ts';
import { type DigestId, readDigestId } from '../../../../src/digests/types.ts';
import { savedNotice } from '../../../../src/slack/blocks/digests/saved-notice.ts';
import type { Reply } from '../../../../src/slack/blocks/kit/reply.ts';
import { createRender } from '../../../../src/slack/conversation/render.ts';
import { DAY, MONDAY } from '../../../digests/report/sample-readings.ts';
import { readerOf } from '../../readers.ts';
import { expectHarmless } from '../expect-harmless.ts';
import { hostileText } from '../hostile-text.ts';
import { digestOf } from './sample-digest.ts';

const MINUTE = 60_000;
const digest = digestOf();
const paused = digestOf({
  number: 8,
  channelId: 'D8',
  state: { kind: 'paused', reason: 'is_archived', since: MONDAY },
});

/** What is answered to a person. */
const answered = (answer: DigestAnswer): Reply =>
  createRender({ maxAccounts: 100, cacheSeconds: 60 })(readerOf('en-US'), answer, { buttonValue: undefined });

/** A message without the form of its dates. */
const said = ({ text }: Reply) => text.replaceAll(/<!date\^[^|]*\|([^>]*)>/g, '$1');

type Shown = Partial<Pick<Run, 'origin' | 'attempts'>> & RunStatus;

const postedAt = (at: number) =>
  ({ state: 'posted', reason: undefined, post: { channelId: 'C7', ts: '1', at } }) as const;

const runOf = ({ origin = 'schedule', attempts = 1, ...status }: Shown): Run => ({
  id: toRunId(digest.id, MONDAY),
  digestId: digest.id,
  slot: MONDAY,
  origin,
  attempts,
  firstTriedAt: MONDAY,
  dueAt: MONDAY,
  changedAt: MONDAY,
  ...status,
});

test('all digests: number, title, place, schedule with its zone, what comes next or why nothing does, owner', () => {
  const [title, first, second, next] = said(
    answered({ kind: 'digest-list', digests: [digest, paused], unreadable: [] }),
  ).split('\n');
  expect(title).toBe('2 digests');
  expect(first).toBe(
    '#7 Creators to <#C7>: weekdays at 09:00, Europe/Berlin · next 2026-11-24 08:00 UTC · owner <@U1>',
  );
  expect(second).toBe(
    '#8 Creators to direct messages: weekdays at 09:00, Europe/Berlin · paused since 2026-11-23 08:00 UTC: the channel ' +
      'is archived (is_archived). Unarchive it, or choose another channel. · owner <@U1>',
  );
  expect(next).toContain('/followstats digest edit 7 changes one');
});

test('a digest that cannot be read is named in the list and by its number, with what to do', () => {
  const unreadable = [readDigestId('3') as DigestId];
  const words =
    '#3 is not posted: what is kept of it cannot be read by this version of followstats. Whoever runs followstats has to ' +
    'see to that, most likely by an update.';
  expect(said(answered({ kind: 'digest-list', digests: [], unreadable }))).toBe(words);
  expect(said(answered({ kind: 'digest-list', digests: [digest], unreadable }))).toContain(words);
  expect(
    said(
      answered({
        kind: 'digest-unreadable',
        id: unreadable[0] as DigestId,
        why: 'unreadable',
      }),
    ),
  ).toBe(words);
});

test('there are no digests', () => {
  expect(said(answered({ kind: 'digest-list', digests: [], unreadable: [] }))).toBe(
    'There are no digests yet. Make one with /followstats digest new.',
  );
});

test.each<[shown: Shown, line: string]>([
  [postedAt(MONDAY + MINUTE), '2026-11-23 08:00 UTC: posted 2026-11-23 08:01 UTC'],
  [
    { ...postedAt(MONDAY + 5 * MINUTE), attempts: 3 },
    '2026-11-23 08:00 UTC: posted 2026-11-23 08:05 UTC, late · 3 attempts',
  ],
  [
    { origin: 'person', ...postedAt(MONDAY + 5 * MINUTE) },
    '2026-11-23 08:00 UTC (asked for): posted 2026-11-23 08:05 UTC',
  ],
  [
    { state: 'missed', reason: 'down' },
    '2026-11-23 08:00 UTC: missed 2026-11-23 08:00 UTC: followstats was not running',
  ],
  [
    { state: 'skipped', reason: 'unchanged' },
    '2026-11-23 08:00 UTC: skipped 2026-11-23 08:00 UTC: nothing had changed',
  ],
  [
    { state: 'unknown', reason: 'no-answer' },
    '2026-11-23 08:00 UTC: unknown whether posted 2026-11-23 08:00 UTC: Slack never answered',
  ],
])('a run that is %j reads %j', (shown, line) => {
  const reply = answered({
    kind: 'digest-log',
    id: digest.id,
    digest,
    runs: [runOf(shown)],
  });
  expect(said(reply).split('\n')[1]).toBe(line);
  expectHarmless(reply);
});

test('a digest that is deleted still has its log', () => {
  const reply = answered({
    kind: 'digest-log',
    id: digest.id,
    digest: undefined,
    runs: [runOf(postedAt(MONDAY))],
  });
  expect(said(reply)).toContain('#7 was deleted; these were its last runs.');
});

test('a saved digest: where and when it comes, that it is paused, or that its line could not be posted', () => {
  expect(said(savedNotice(readerOf('en-US'), digest, { kind: 'posted' }))).toBe(
    '#7 Creators is saved: to <#C7>, weekdays at 09:00, Europe/Berlin. The next one comes 2026-11-24 08:00 UTC.',
  );
  expect(said(savedNotice(readerOf('en-US'), digest, { kind: 'refused', reason: 'restricted_action' }))).toMatch(
    /^#7 Creators is saved, and paused: .*\(restricted_action\)\. .* Then type \/followstats digest resume 7\.$/,
  );
  expect(said(savedNotice(readerOf('en-US'), paused, undefined))).toContain(
    '#8 Creators is saved, and paused: the channel is archived',
  );
  expect(said(savedNotice(readerOf('en-US'), digest, { kind: 'failed', reason: 'rate-limited' }))).toContain(
    'could not be posted just now (rate-limited)',
  );
});

test('whatever a title or a typed id is, it does no harm, and sixty digests fit', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const digests = [digest, paused].map((one) => ({ ...one, title: text }));
      const one = { ...digest, title: text };
      const replies = [
        answered({ kind: 'digest-list', digests, unreadable: [] }),
        answered({ kind: 'digest-changed', change: 'run', digest: one }),
        answered({ kind: 'digest-unchanged', change: 'pause', digest: one }),
        answered({ kind: 'digest-log', id: one.id, digest: one, runs: [] }),
        answered({ kind: 'digest-unknown', word: text, why: 'unknown-digest' }),
        savedNotice(readerOf('en-US'), one, { kind: 'posted' }),
      ];
      for (const reply of replies) expectHarmless(reply);
    }),
  );
  const many = Array.from({ length: 200 }, (_, n) => digestOf({ number: n + 1, createdAt: MONDAY + n * DAY }));
  const reply = answered({ kind: 'digest-list', digests: many, unreadable: [] });
  expectHarmless(reply);
  expect(reply.text.split('\n')).toHaveLength(202);
  expect(JSON.stringify(reply.renderings)).toContain('… and 140 more');
});
