import { expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import type { Decision } from '../../../src/followstats/access/access.ts';
import type { Answer, Invocation } from '../../../src/followstats/commands/answer.ts';
import { toAuditEntries, toAuditSubject } from '../../../src/followstats/commands/audit-entries.ts';
import { readCommand } from '../../../src/followstats/commands/command.ts';
import { createReport } from '../../../src/followstats/reports/report.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import type { AccountId, Lookup } from '../../../src/followstats/types.ts';
import { everyone, granted, group } from '../access/sample-rules.ts';
import { accountsOf, failed, found, resolvedOf } from '../reports/sample-lookups.ts';

const viewer: Decision = { role: 'viewer', rule: everyone(), isPartial: false };
const admin: Decision = { role: 'admin', rule: granted(group('S1', 'admin')), isPartial: false };
const nobody: Decision = { role: undefined, reason: 'no-rule' };

const [secret, other] = accountsOf('secret_account', 'other') as [AccountId, AccountId];
const report: Answer = {
  kind: 'report',
  report: createReport(resolvedOf(secret, other), {
    answers: new Map<AccountId, Lookup>([
      [secret, found(0, 987_654)],
      [other, failed('throttled')],
    ]),
    askedAt: 0,
  }),
};
const failure: Answer = { kind: 'failed', error: new AppError('upstream_timeout', ''), who: resolvedOf(secret, other) };

function entriesOf(text: string, decision: Decision, answer: Answer | undefined, entry?: Invocation['entry']) {
  const question = {
    asker: { personId: 'U1', channelId: 'C1' },
    command: readCommand(text, 100),
    ...(entry && { entry }),
  };
  return toAuditEntries(question, decision, answer);
}

test('a look-up is kept with who, where, the rule, how many and how many failed, and nothing of what they are', () => {
  const entries = entriesOf('secret_account other', viewer, report);
  expect(entries).toEqual([
    {
      action: 'lookup',
      actor: 'U1',
      channelId: 'C1',
      outcome: 'done',
      details: { rule: 'everyone, viewer, configuration', accounts: 2, failed: 1 },
    },
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/secret_account|987654/);
});

test.each(['refresh', 'share', 'csv', 'shortcut'] as const)('%s is kept as such', (entry) => {
  expect(entriesOf('secret_account', viewer, report, entry)).toMatchObject([{ action: entry, outcome: 'done' }]);
});

test.each<[text: string, answer: Answer]>([
  ['list create vip a', { kind: 'list-unchanged', name: 'vip' as ListName, why: 'exists' }],
  [
    'list add vip a',
    {
      kind: 'list-unchanged',
      name: 'vip' as ListName,
      why: 'absent',
      fault: { kind: 'unknown-list', name: 'vip' as ListName, suggestion: undefined },
    },
  ],
  ['list delete vip', { kind: 'list-deleted', held: { name: 'vip' as ListName, accounts: [] } }],
  ['link <@U2> a', { kind: 'linked', personId: 'U2', account: other, before: undefined, notInChat: [] }],
  ['unlink <@U2>', { kind: 'unlinked', personId: 'U2', account: undefined }],
])('what the store has kept with the change isn’t kept twice: %s', (text, answer) => {
  expect(entriesOf(text, viewer, answer)).toEqual([]);
});

test.each<[text: string, decision: Decision, answer: Answer | undefined, entry: object]>([
  [
    'list show vip',
    viewer,
    { kind: 'lists', lists: [] },
    { action: 'list-show', outcome: 'done', details: { list: 'vip' } },
  ],
  ['links', viewer, { kind: 'links', links: [] }, { action: 'links', outcome: 'done' }],
  [
    'a b',
    viewer,
    failure,
    { action: 'lookup', outcome: 'failed', details: { accounts: 2, failed: 2, why: 'upstream_timeout' } },
  ],
  ['a', viewer, undefined, { action: 'lookup', outcome: 'failed', details: { why: 'fault-of-the-app' } }],
  [
    'help',
    nobody,
    { kind: 'help', role: undefined },
    { action: 'help', outcome: 'done', details: { rule: 'no-rule' } },
  ],
  [
    'access',
    admin,
    { kind: 'access', configured: [], granted: [] },
    { action: 'access', outcome: 'done', details: { rule: 'group S1, admin, granted by U9' } },
  ],
  [
    'why <@U2>',
    admin,
    { kind: 'why', personId: 'U2', decision: nobody, gap: undefined, admins: [] },
    { action: 'why', outcome: 'done', details: { subject: 'person U2' } },
  ],
])('%s', (text, decision, answer, entry) => {
  expect(entriesOf(text, decision, answer)).toMatchObject([{ actor: 'U1', channelId: 'C1', ...entry }]);
});

test.each<[text: string, subject: object]>([
  ['link <@U2> a', { action: 'link', details: { person: 'U2' } }],
  ['a', { action: 'lookup', details: {} }],
  ['allow <@U2> <#C1> admin', { action: 'grant', details: { subject: 'person U2, channel C1', role: 'admin' } }],
  ['revoke <@U2>', { action: 'revoke', details: { subject: 'person U2' } }],
])('%s is kept under these words, also when it is refused', (text, subject) => {
  expect(toAuditSubject({ command: readCommand(text, 100) })).toEqual(subject);
});

test('a denial isn’t kept twice: it was kept where it was decided', () => {
  expect(entriesOf('a', nobody, { kind: 'refused', reason: 'no-rule', admins: [] })).toEqual([]);
});

test('of text that is no command only the kind of fault is kept', () => {
  const entries = entriesOf('"secret', viewer, { kind: 'fault', fault: { kind: 'unclosed-quote', word: '"secret' } });
  expect(entries).toMatchObject([{ action: 'wrong', outcome: 'failed', details: { why: 'unclosed-quote' } }]);
  expect(JSON.stringify(entries)).not.toContain('secret');
});

test('of changes only those that never reached the store are kept, the others are with the change itself', () => {
  const subject = (id: string) => ({ kind: 'person', id }) as const;
  const entries = entriesOf('allow <@U2> <@U3> <@U4> <@U5> admin', admin, {
    kind: 'changed',
    asker: { personId: 'U1', role: 'admin' },
    changes: [
      { kind: 'allowed', subject: subject('U2'), role: 'admin', membership: 'member', standing: undefined },
      { kind: 'last-admin', subject: subject('U3') },
      { kind: 'gap', subject: subject('U4'), why: 'not-found' },
      { kind: 'unsaved', subject: subject('U5') },
    ],
  });
  expect(entries).toMatchObject([
    { action: 'grant', outcome: 'failed', details: { subject: 'person U4', role: 'admin', why: 'not-found' } },
    { action: 'grant', outcome: 'failed', details: { subject: 'person U5', role: 'admin', why: 'unsaved' } },
  ]);
});

test.each([
  ['digest log 7', { digest: '7' }],
  ['digest log #7', { digest: '7' }],
  ['digest run secret', {}],
])('the subject of %j names a digest by its number alone', (text, details) => {
  expect(toAuditSubject({ command: readCommand(text, 100) }).details).toEqual(details);
});
