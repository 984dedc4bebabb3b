import { expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import type { Authorization } from '../../../src/followstats/access/authorize.ts';
import type { AuditDetails, AuditOutcome } from '../../../src/followstats/audit/details.ts';
import { AUDIT_ACTIONS, type AuditAction } from '../../../src/followstats/audit-actions.ts';
import { readCommand } from '../../../src/followstats/commands/command.ts';
import {
  COMMAND_KINDS,
  kindOfAction,
  kindOfInvocation,
  type OnCommandEnded,
  outcomeOfAnswer,
  withCommandEnds,
} from '../../../src/followstats/commands/command-ends.ts';

test('every action of the audit counts as one kind, but for those that are no command', () => {
  const kinds = AUDIT_ACTIONS.map((action) => [action, kindOfAction(action)] as const);
  expect(kinds.filter(([, kind]) => kind && !COMMAND_KINDS.includes(kind))).toEqual([]);
  expect(kinds.filter(([, kind]) => !kind).map(([action]) => action)).toEqual([
    ...['home', 'relations-page', 'relations-cancel', 'digest-form', 'watch-form'],
  ]);
});

test.each([
  ['', 'help'],
  ['alice', 'lookup'],
  ['"alice', 'lookup'],
  ['lokup alice', 'lookup'],
  ['history', 'history'],
  ['HISTORY alice', 'history'],
  ['history alice 3y', 'history'],
  ['list add', 'list'],
  ['list "vip', 'list'],
  ['allow @priya boss', 'allow'],
  ['allow <@U1>', 'allow'],
  ['unlink', 'unlink'],
  ['links', 'links'],
  ['digest pause', 'digest'],
  ['mutual', 'mutual'],
])('%j counts as %s', (text, kind) => {
  expect(kindOfInvocation({ command: readCommand(text, 100) })).toBe(kind);
  expect(kindOfInvocation({ command: readCommand(text, 100), entry: 'csv' })).toBe('csv');
});

test('a look-up of which nothing could be read has failed, and so has what ended in a bug', () => {
  const error = new AppError('upstream_timeout', 'late');
  expect(outcomeOfAnswer({ kind: 'failed', error, who: undefined })).toBe('failed');
  expect(outcomeOfAnswer({ kind: 'apology' })).toBe('failed');
});

type Kept = readonly [outcome: AuditOutcome, details: AuditDetails];

/** Authorizes somebody, ends it so, and returns what was counted. */
async function count(action: AuditAction, isDenied: boolean, ...kept: readonly Kept[]) {
  const counted: Parameters<OnCommandEnded>[0][] = [];
  const written: Kept[] = [];
  const denial = isDenied ? ({ reason: 'no-rule', admins: [] } as unknown as Authorization['denial']) : undefined;
  let now = 0;
  const authorize = withCommandEnds(
    async () => {
      now += 20;
      return { denial, keep: (...end: Kept) => void written.push(end) } as unknown as Authorization;
    },
    (command) => counted.push(command),
    () => now,
  );
  const { keep } = await authorize({ personId: 'U1', channelId: undefined }, 'viewer', action);
  for (const end of kept) keep(...end);
  expect(written).toEqual(kept);
  return counted.map(({ kind, outcome, ms }) => [kind, outcome, ms]);
}

test.each<[AuditAction, Kept, string]>([
  ['csv', ['done', {}], 'answered'],
  ['digest-preview', ['allowed', {}], 'answered'],
  ['share', ['refused', { why: 'foreign-button' }], 'refused'],
  ['csv', ['failed', { why: 'expired' }], 'wrong'],
  ['digest-create', ['failed', { why: 'unknown-zone' }], 'wrong'],
  ['card', ['failed', { why: 'missing_account' }], 'failed'],
  ['card', ['failed', { why: 'fault-of-the-app' }], 'failed'],
  ['card', ['failed', { why: 'expired_trigger_id' }], 'failed'],
  ['digest-csv', ['failed', { why: 'HTTP 503' }], 'failed'],
  ['card', ['failed', { why: 'ECONNREFUSED' }], 'failed'],
  ['card', ['failed', { why: 'throttled' }], 'failed'],
  ['csv', ['failed', { why: 'not-sent' }], 'failed'],
  ['card', ['failed', { why: 'busy' }], 'busy'],
])('%s that the audit keeps as %j counts as %s', async (action, kept, outcome) => {
  expect(await count(action, false, kept)).toEqual([[kindOfAction(action), outcome, 20]]);
});

test('a denial counts once, and what is no command never', async () => {
  expect(await count('refresh', true)).toEqual([['refresh', 'refused', 20]]);
  expect(await count('home', true, ['done', {}])).toEqual([]);
  expect(await count('home', false, ['done', {}])).toEqual([]);
  expect(await count('refresh', false)).toEqual([]);
});

test('without anybody to count, authorization is what it was', () => {
  const authorize = async () => ({}) as Authorization;
  expect(withCommandEnds(authorize, undefined, () => 0)).toBe(authorize);
});
