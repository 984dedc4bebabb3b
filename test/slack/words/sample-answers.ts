import { type Run, type RunStatus, toRunId } from '../../../src/digests/runs.ts';
import { type DigestId, readDigestId } from '../../../src/digests/types.ts';
import { AppError, type ErrorCode } from '../../../src/errors.ts';
import type { Decision, NoRole } from '../../../src/followstats/access/access.ts';
import type { AccessChange } from '../../../src/followstats/access/answer.ts';
import type { Change } from '../../../src/followstats/commands/answer.ts';
import { readCommand } from '../../../src/followstats/commands/command.ts';
import type { Report } from '../../../src/followstats/reports/report.ts';
import type { Resolved } from '../../../src/followstats/reports/resolve.ts';
import type { ListName } from '../../../src/followstats/typed/list-name.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import type { SlackAnswer } from '../../../src/slack/conversation/slack-answer.ts';
import { DAY, MONDAY } from '../../digests/report/sample-readings.ts';
import { channel, everyone, granted, group, person } from '../../followstats/access/sample-rules.ts';
import { changesOf, eventsOf, ledgerOf, readingOf } from '../../followstats/changes/sample-changes.ts';
import { AT, growing, historyOf, reading } from '../../followstats/history/sample-histories.ts';
import { accountsOf, failed, manyAccounts, resolvedOf } from '../../followstats/reports/sample-lookups.ts';
import { checkOf } from '../blocks/checks/sample-checks.ts';
import { digestOf } from '../blocks/digests/sample-digest.ts';
import { pageOf } from '../blocks/relations/sample-pages.ts';
import { ASKED_AT, baseline, bigReport, counts, longId, reportOf } from '../blocks/reports/sample-reports.ts';
import { FAULTS } from './sample-faults.ts';
import { WATCH_ANSWERS } from './sample-watches.ts';

const vip = 'vip' as ListName;
const longName = 'x'.repeat(40) as ListName;
const accounts = accountsOf('alice', 'bob');
const mistyped = accountsOf(longId(1)).flatMap((account) => accountsOf(longId(2)).map((meant) => ({ account, meant })));
const error = new AppError('upstream_timeout', 'no answer');

/** People, groups and lists of all kinds. */
const named: Partial<Resolved> = {
  unlinked: ['U1', 'U2'],
  empty: [
    { kind: 'list', name: vip },
    ...(['unlinked', 'no-members', 'missing-scope', 'not-found', 'no-answer'] as const).map((why, n) => ({
      kind: 'group' as const,
      groupId: `S${n}`,
      why,
    })),
  ],
};

const CODES: readonly ErrorCode[] = [
  'missing_account',
  'rejected_account',
  'needs_admin',
  'upstream_refused',
  'throttled',
  'upstream_failed',
  'upstream_timeout',
  'upstream_unreachable',
  'upstream_status',
  'upstream_garbled',
  'upstream_changed',
  'incomplete_answer',
  'upstream_resting',
  'out_of_time',
  'store_unavailable',
];

const mixed = reportOf(
  [
    ['alice', counts(12_480, 310, 295), baseline(12_444)],
    ['bob', counts(3, 2, 1, 90_000), baseline(5, 50 * 3_600_000)],
    ['carol', counts(1)],
    ['alcie', failed('missing_account', 30_003)],
    ...CODES.map((code, n) => [`x${n}`, failed(code, 10_000 + n, 'info')] as const),
  ],
  named,
  { x2: baseline(9) },
  { alcie: 'alice' },
);

const gone = failed('missing_account', 30_003);
/** A link that leads to no account, one to another that was meant; what was read last. */
const badLinks: Report = {
  ...reportOf(
    [
      ['nosuch', gone],
      ['alcie', gone],
      ['bob', gone],
    ],
    {
      linked: [
        { personId: 'U1', account: 'nosuch' as AccountId },
        { personId: 'U2', account: 'alcie' as AccountId },
      ],
    },
    { bob: baseline(9) },
    { alcie: 'alice' },
  ),
  notRefreshed: { failure: { code: 'upstream_failed', upstream: { code: 30_006, info: 'info' } }, at: ASKED_AT },
};

const notRefreshed: Report = {
  ...reportOf([['alice', counts(1)]]),
  notRefreshed: { failure: { code: 'throttled' }, at: ASKED_AT },
};

const digest = digestOf();
const direct = digestOf({ number: 9, channelId: 'D8', state: { kind: 'paused', reason: 'by-person', since: MONDAY } });
const refused = digestOf({ number: 8, state: { kind: 'paused', reason: 'is_archived', since: MONDAY } });
const now = MONDAY + 3 * 3_600_000;

const runOf = ({ slot = MONDAY, ...status }: Partial<Pick<Run, 'origin' | 'attempts' | 'slot'>> & RunStatus): Run => ({
  id: toRunId(digest.id, slot),
  digestId: digest.id,
  slot,
  origin: 'schedule',
  attempts: 1,
  firstTriedAt: slot,
  dueAt: slot,
  changedAt: slot,
  ...status,
});
const post = { channelId: 'C7', ts: '1', at: MONDAY + 5 * 60_000 };
const runs: readonly Run[] = (
  [
    { state: 'due', reason: 'post-again' },
    { state: 'claimed', reason: undefined },
    { state: 'posting', reason: undefined },
    { state: 'posted', reason: undefined, post, attempts: 3 },
    { state: 'posted', reason: 'sign-of-life', post, origin: 'person' },
    { state: 'skipped', reason: 'unchanged' },
    { state: 'failed', reason: 'not_in_channel' },
    { state: 'failed', reason: 'slack-refused:some_new_code' },
    { state: 'unknown', reason: 'no-answer' },
    { state: 'missed', reason: 'down' },
    { state: 'missed', reason: 'down' },
    { state: { unrecognized: 'moon' }, reason: undefined },
  ] as const
).map((status, n) => runOf({ ...status, slot: MONDAY - n * DAY }));

const none = (reason: NoRole): Decision => ({ role: undefined, reason });
const priya = { kind: 'person', id: 'U1' } as const;
const ops = { kind: 'group', id: 'S1' } as const;
const CHANGES: readonly AccessChange[] = [
  ...(['member', 'guest', 'stranger', 'unknown'] as const).map(
    (membership): AccessChange => ({
      kind: 'allowed',
      subject: priya,
      role: 'editor',
      membership,
      standing: undefined,
    }),
  ),
  { kind: 'allowed', subject: priya, role: 'editor', membership: 'member', standing: person('U1', 'admin') },
  { kind: 'allowed', subject: priya, role: 'editor', membership: 'member', standing: person('U1', 'editor') },
  { kind: 'allowed', subject: ops, role: 'viewer', membership: undefined, standing: undefined },
  {
    kind: 'allowed',
    subject: { kind: 'channel', id: 'C1' },
    role: 'viewer',
    membership: undefined,
    standing: undefined,
  },
  { kind: 'revoked', subject: ops, still: undefined, before: 'editor' },
  ...[ops, { kind: 'channel', id: 'C1' } as const].flatMap((subject): readonly AccessChange[] => [
    { kind: 'allowed', subject, role: 'viewer', membership: undefined, standing: undefined, before: 'viewer' },
    { kind: 'revoked', subject, still: { role: 'viewer', rule: { subject, role: 'viewer' }, isPartial: false } },
  ]),
  { kind: 'allowed', subject: priya, role: 'editor', membership: 'member', standing: undefined, before: 'editor' },
  { kind: 'revoked', subject: priya, still: none('no-rule') },
  ...[everyone(), group('S1'), person('U1')].map(
    (rule): AccessChange => ({ kind: 'revoked', subject: priya, still: { role: 'viewer', rule, isPartial: false } }),
  ),
  { kind: 'not-granted', subject: ops, still: undefined },
  { kind: 'configured', subject: priya, configured: person('U1', 'admin') },
  { kind: 'last-admin', subject: priya },
  ...(['missing-scope', 'not-found', 'no-answer'] as const).map(
    (why): AccessChange => ({ kind: 'gap', subject: ops, why }),
  ),
  { kind: 'unsaved', subject: priya },
];

const changing = ['link <@U2> alice', 'unlink <@U2>', 'allow <@U2>', 'revoke <@U2>', 'list delete vip'];
const listOf = { from: undefined, total: 3, unreadable: [], latest: new Map(), restorable: [], now };

const [nosuch, alcie] = accountsOf('nosuch', 'alcie') as [AccountId, AccountId];
const old = 'old' as AccountId;
const older = [{ account: old, last: reading(77, AT - 34 * DAY) }];
const many = manyAccounts(150).map((_, n) => ({ account: longId(n) as AccountId }));
const unkept = [{ account: nosuch }, { account: alcie, meant: accounts[0] }];
const seven = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`user_${n}`, growing(n * 1000, n)]));
const curve = {
  kind: 'curve',
  instants: [30, 27, 24, 3].map((days) => AT - days * DAY),
  followers: [0, 1, 3, 4_000_000],
  readAt: AT - DAY,
} as const;
/** One account and several, over each span; whole, with gaps, begun or ended in between, unchanged, read once, and not at all. */
const HISTORIES = [
  historyOf({ alice: growing(11_276, 120) }),
  historyOf({ alice: growing(7, 0) }),
  historyOf({ alice: growing(7, 0, 14) }, { span: '1y' }),
  historyOf({ alice: growing(7, -1, 14), bob: growing(9, 2, 14) }, { span: '1y' }),
  historyOf({ alice: growing(7, 0, 14), bob: growing(9, 0, 14) }, { span: '1y' }),
  historyOf({ alice: growing(1, 1, 14) }, { span: '1y', unkept, named }),
  historyOf(
    { alice: [5, undefined, 7, undefined, undefined, 9, 10] },
    { firsts: { alice: reading(5, AT - 18 * DAY) } },
  ),
  historyOf({ alice: [5, 5, undefined] }),
  historyOf({ alice: [5, undefined, undefined] }),
  historyOf({ alice: [5], bob: [6] }),
  ...[3, 5].flatMap((first) => [
    historyOf({ alice: [5] }, { firsts: { alice: reading(first, AT - 4 * DAY) }, span: '1y' }),
    historyOf({ alice: [5], bob: [6] }, { firsts: { alice: reading(first, AT - 4 * DAY) }, span: '90d' }),
    historyOf({ alice: [first, 5], bob: [7, undefined] }),
  ]),
  historyOf({ alice: [5, 5] }, { unkept: [...older, ...many] }),
  historyOf({}, { unkept: many, span: '7d' }),
  historyOf({}, { unkept: [{ account: old, last: reading(77, AT - 300 * DAY) }] }),
  historyOf(
    {
      alice: growing(5, 5),
      bob: [1, undefined, 2, 3],
      carol: [8, 9],
      dave: [4e9, undefined, undefined, 4e9, 4e9, 4e9],
    },
    { firsts: { bob: reading(1, AT - 9 * DAY), carol: reading(8, AT - 4 * DAY) }, unkept, named },
  ),
  historyOf({ alice: growing(3, 0), bob: growing(4, 0) }),
  ...(['pending', 'failed', 'too-many'] as const).map((kind) => historyOf({ alice: [5, 6] }, { joining: { kind } })),
  historyOf({ alice: [5] }, { joining: curve }),
  historyOf({ alice: [5, 6, 7] }, { joining: curve, span: '1y' }),
  historyOf(seven, { unkept }),
  historyOf({ ...seven, nearly: [9e6, 9e6] }, { firsts: { nearly: reading(9e6, AT - 4 * DAY) } }),
  historyOf(Object.fromEntries(manyAccounts(100).map((_, n) => [longId(n), growing(4e9 + n, 12_345)])), { named }),
  historyOf(Object.fromEntries(manyAccounts(400).map((_, n) => [longId(n), growing(4e9 + n, 12_345)]))),
  historyOf({}, { unkept, named }),
  historyOf({}, { span: '1y', unkept }),
  historyOf({}, { named }),
];

const hours = (from: number, to: number) => ({ from: AT - from * 3_600_000, to: AT - to * 3_600_000 });
const heard = { any: true, outages: [], lost: 0 };
const newest = { came: eventsOf('follow', 10), left: eventsOf('unfollow', 3) };
const alcieUnread = { account: alcie, lookup: failed('missing_account'), meant: accounts[0] as AccountId };
/** One account and several; explained and not, for each reason; with many, with none, read for the first time, and not read. */
const CAME_AND_LEFT = [
  changesOf([ledgerOf('alice', [12_444, 50, 14, 12_480])], { newest }),
  changesOf([ledgerOf('alice', [12_444, 2, 1, 12_480])], {
    newest: { came: eventsOf('follow', 2), left: eventsOf('unfollow', 1) },
    names: new Map([['fan_0' as AccountId, 'Fan *zero* <!channel>']]),
  }),
  changesOf([ledgerOf('alice', [7, 0, 0, 7])], { newest: { came: [], left: [] } }),
  changesOf([ledgerOf('alice', [7, 12, 0, 5])], {
    newest: { came: eventsOf('follow', 10), left: [] },
    heard: { ...heard, outages: [hours(9, 8)] },
  }),
  changesOf([ledgerOf('alice', [7, 0, 12, 5])], {
    newest: { came: [], left: eventsOf('unfollow', 10) },
    heard: { any: true, outages: [hours(23, 22), hours(20, 18), hours(16, 15), hours(9, 8), hours(3, 2)], lost: 1 },
  }),
  changesOf([ledgerOf('alice', [7, 1, 1, 9])], { heard: { ...heard, lost: 4000 } }),
  changesOf([ledgerOf('alice', [7, 0, 0, 9])], { heard: { ...heard, any: false } }),
  changesOf([ledgerOf('alice', [7, 0, 0, 7])], { heard: { ...heard, any: false } }),
  changesOf([ledgerOf('alice', [7, 2, 1, 8]), ledgerOf('bob', [9, 0, 0, 9])], { span: '7d' }),
  changesOf([ledgerOf('alice', [7, 2, 1, 9]), ledgerOf('bob', [9, 0, 1, 9], 5)], { unread: [alcieUnread] }),
  changesOf([ledgerOf('alice', [7, 2, 1, 7]), ledgerOf('bob', [9, 4, 0, 9])], { span: '30d' }),
  changesOf([ledgerOf('alice', [7, 0, 0, 9]), ledgerOf('bob', [9, 0, 0, 9], 5)], { heard: { ...heard, any: false } }),
  changesOf([ledgerOf('alice', [7, 0, 0, 9]), ledgerOf('bob', [9, 0, 0, 7], 5)], { heard: { ...heard, any: false } }),
  changesOf([], { firsts: [{ account: alcie, reading: readingOf(5, AT) }], unread: [alcieUnread] }),
  changesOf([], { unread: [alcieUnread] }),
  changesOf(
    manyAccounts(150).map((_, n) => ledgerOf(longId(n), [4e9 + n, 12_345, n, 4e9 + 12_345])),
    { heard: { ...heard, outages: [hours(9, 8)] } },
  ),
  changesOf(
    manyAccounts(400).map((_, n) => ledgerOf(longId(n), [4e9 + n, 0, 0, 4e9 + 12_345])),
    { heard: { ...heard, any: false } },
  ),
  changesOf([], { who: { ...resolvedOf(), ...named } }),
];

/** Answers of every kind: one without a sample doesn't compile. */
export const ANSWERS: { readonly [Kind in SlackAnswer['kind']]: readonly Extract<SlackAnswer, { kind: Kind }>[] } = {
  help: (['viewer', 'editor', 'admin', undefined] as const).flatMap((role) => [
    { kind: 'help', role },
    { kind: 'help', role, all: true },
  ]),
  fault: FAULTS.map((fault) => ({ kind: 'fault', fault })),
  refused: [
    { kind: 'refused', reason: 'low-role', role: 'viewer', needed: 'editor', admins: ['U9'] },
    ...(['no-rule', 'guest', 'stranger', 'unknown', 'unreadable'] as const).flatMap((reason) => [
      { kind: 'refused' as const, reason, admins: [] },
      { kind: 'refused' as const, reason, admins: ['U9'] },
    ]),
  ],
  unsaved: changing.map((typed) => ({ kind: 'unsaved', change: readCommand(typed, 100) as Change, error })),
  report: [
    mixed,
    reportOf([['alice', counts(12_480, 310, 295), baseline(12_444)]]),
    reportOf([['alice', counts(1, 1, 1, 600_000)]], named),
    notRefreshed,
    badLinks,
    { ...badLinks, notRefreshed: { failure: { code: 'throttled' } as const, at: ASKED_AT } },
    reportOf([], named),
    bigReport(120, (n) => counts(4e9 + n), longId),
    bigReport(30, () => failed('missing_account', 30_003), longId),
  ].map((report) => ({ kind: 'report', report })),
  failed: [
    { kind: 'failed', error, who: undefined },
    { kind: 'failed', error, who: resolvedOf('alice') },
    ...CODES.map((code) => {
      const report = bigReport(8, () => failed(code));
      return { kind: 'failed' as const, error: new AppError(code, ''), who: report.who, report };
    }),
  ],
  history: HISTORIES.map((history) => ({ kind: 'history', history })),
  changes: CAME_AND_LEFT.map((changes) => ({ kind: 'changes', changes })),
  relations: (['fans', 'following', 'mutual'] as const).flatMap((kind) =>
    [pageOf({ kind }), pageOf({ kind, all: undefined, isCut: true }), pageOf({ kind, relations: [], before: 0 })].map(
      (page) => ({ kind: 'relations', page }),
    ),
  ),
  check: [
    ...[1, 4, 10, 11, 99, 400].map((count) => checkOf(count)),
    checkOf(0, { isItselfNamed: true }),
    checkOf(12, { isItselfNamed: true, who: { ...resolvedOf('alice'), ...named } }),
  ].map((check) => ({ kind: 'check', check })),
  'list-changed': (['create', 'add', 'remove'] as const).flatMap((change) => {
    const of = { kind: 'list-changed', change, name: longName, who: { ...resolvedOf('alice'), ...named } } as const;
    return [
      {
        ...of,
        changed: 1,
        size: 7,
        removed: accounts.slice(0, 1),
        notInChat: accounts.map((account) => ({ account })),
      },
      { ...of, changed: 0, size: 0, notInChat: [] },
      { ...of, changed: 2, size: 1000, notInChat: manyAccounts(20).map((account) => ({ account })) },
      { ...of, changed: 2, size: 2, notInChat: mistyped },
    ];
  }),
  'list-deleted': [
    { name: vip, accounts },
    { name: vip, accounts: [] },
    { name: longName, accounts: manyAccounts(900) },
  ].map((held) => ({ kind: 'list-deleted', held })),
  'list-unchanged': [
    { kind: 'list-unchanged', name: vip, why: 'exists' },
    { kind: 'list-unchanged', name: vip, why: 'too-many-lists' },
    { kind: 'list-unchanged', name: vip, why: 'too-many-accounts', size: 1200 },
    {
      kind: 'list-unchanged',
      name: vip,
      why: 'absent',
      fault: { kind: 'unknown-list', name: vip, suggestion: longName },
    },
  ],
  list: [[], accounts, manyAccounts(1000)].map((all) => ({ kind: 'list', list: { name: longName, accounts: all } })),
  lists: [0, 1, 3, 200].map((count) => ({
    kind: 'lists',
    lists: Array.from({ length: count }, (_, n) => ({ name: `list-${n}` as ListName, size: n })),
  })),
  linked: [
    {
      kind: 'linked',
      personId: 'U1',
      account: accountsOf(longId(1))[0] ?? accounts[0],
      before: undefined,
      notInChat: [],
    },
    {
      kind: 'linked',
      personId: 'U1',
      account: accountsOf('alice')[0],
      before: accountsOf('bob')[0],
      notInChat: mistyped,
    },
  ].flatMap(({ account, ...linked }) => (account ? [{ ...linked, kind: 'linked', account }] : [])),
  unlinked: [undefined, accountsOf('alice')[0]].map((account) => ({ kind: 'unlinked', personId: 'U1', account })),
  links: [0, 1, 200].map((count) => ({
    kind: 'links',
    links: manyAccounts(count).map((account) => ({ personId: 'U1', account, by: 'U9', at: 0 })),
  })),
  changed: [...CHANGES.map((change) => [change]), CHANGES].flatMap((changes) =>
    // `U1` is whom they are about.
    (['U9', 'U1'] as const).map((personId) => ({ kind: 'changed', changes, asker: { personId, role: 'admin' } })),
  ),
  access: [
    { kind: 'access', configured: [], granted: [] },
    { kind: 'access', configured: [channel('C1'), everyone()], granted: undefined, unrecognized: 2 },
    {
      kind: 'access',
      configured: [person('U9', 'admin')],
      granted: [person('U1'), group('S1', 'editor'), channel('C1', 'admin'), everyone()].map(granted),
    },
  ],
  why: (['U1', undefined] as const).flatMap((personId) => [
    ...(['no-rule', 'guest', 'stranger', 'unknown', 'unreadable'] as const).flatMap((reason) =>
      (['missing-scope', 'not-found', 'no-answer', undefined] as const).map((gap) => ({
        kind: 'why' as const,
        ...{ personId, decision: none(reason), gap, admins: gap ? ['U9'] : [] },
      })),
    ),
    ...[person('U1'), everyone(), group('S1'), channel('C1')].flatMap((rule) =>
      [rule, granted(rule)].map((one) => ({
        kind: 'why' as const,
        ...{ personId, decision: { role: 'viewer' as const, rule: one, isPartial: true }, gap: undefined, admins: [] },
      })),
    ),
  ]),
  'digest-form': [{ kind: 'digest-form', digest: undefined }],
  'digest-list': [
    { kind: 'digest-list', digests: [], ...listOf, total: 0, restorable: [digest] },
    {
      kind: 'digest-list',
      digests: [digest, refused, direct],
      ...listOf,
      unreadable: [readDigestId('3') as DigestId],
      latest: new Map(runs.slice(0, 1).map((run) => [run.digestId, run])),
    },
    ...runs.map((run) => ({
      kind: 'digest-list' as const,
      digests: [digest],
      ...listOf,
      latest: new Map([[digest.id, run]]),
    })),
    {
      kind: 'digest-list',
      digests: Array.from({ length: 60 }, (_, n) => digestOf({ number: n + 20, title: '𝒳'.repeat(60) })),
      ...listOf,
      total: 80,
      from: readDigestId('20'),
    },
  ],
  'digest-changed': (['run', 'pause', 'resume', 'delete', 'restore'] as const).flatMap((change) =>
    [digest, direct].map((one) => ({ kind: 'digest-changed', change, digest: one, now })),
  ),
  'digest-unchanged': (['pause', 'resume', 'restore'] as const).map((change) => ({
    kind: 'digest-unchanged',
    ...{ change, digest, now },
  })),
  'digest-rejected': [
    { kind: 'digest-rejected', digest: refused, reason: 'not_in_channel', why: 'not_in_channel' },
    { kind: 'digest-rejected', digest: refused, reason: 'missing_scope', why: 'missing_scope' },
  ],
  'digest-log': [
    { kind: 'digest-log', id: digest.id, digest, deleted: undefined, runs, now },
    { kind: 'digest-log', id: digest.id, digest, deleted: undefined, runs: [], now },
    { kind: 'digest-log', id: digest.id, digest, deleted: 'restorable', runs, now },
    { kind: 'digest-log', id: digest.id, digest: undefined, deleted: 'for-good', runs, now },
  ],
  'digest-deleted': [{ kind: 'digest-deleted', digest, why: 'deleted' }],
  'digest-too-late': [{ kind: 'digest-too-late', digest, why: 'too-late' }],
  'digest-elsewhere': (['not-yours', 'not-found', 'missing-scope', 'no-answer'] as const).flatMap((fault) =>
    [true, false].map((isOwn) => ({ kind: 'digest-elsewhere', digest, fault, isOwn, why: 'elsewhere' })),
  ),
  'digest-unreadable': [{ kind: 'digest-unreadable', id: digest.id, why: 'unreadable' }],
  'digest-unknown': [{ kind: 'digest-unknown', word: 'x'.repeat(200), why: 'unknown-digest' }],
  ...WATCH_ANSWERS,
};
