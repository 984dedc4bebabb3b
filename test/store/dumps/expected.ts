import type { readAll } from '../read-all.ts';
import { LARGEST, NINE, ODD_ACCOUNTS, TITLE } from './rows.ts';

/* What the dumps mean. Written down apart from their rows: what a row of an old version says must stay what it was. */

const DAY = 86_400_000;

type Subject = keyof Awaited<ReturnType<typeof readAll>>;

interface Expected {
  /** From which version on there is any. */
  readonly since: string;
  readonly holds: unknown;
}

const digest = {
  ...{ title: TITLE, channelId: 'C0TEAM', accounts: ['alice', ...ODD_ACCOUNTS], lists: ['vip', 'empty'] },
  ...{ schedule: { line: '0 9 * * *', zone: 'Asia/Kathmandu' }, chart: true, onlyIfChanged: false },
  ...{ thresholds: { percent: 2.5 }, language: 'ja', id: '1', ownerId: 'U0ADMIN', state: { kind: 'active' } },
  ...{ nextRunAt: NINE + DAY, createdAt: NINE - 9 * DAY, editedBy: 'U0OTHER', editedAt: NINE - 8 * DAY },
};

const runAt = (slot: number, rest: object) => ({
  ...{ id: `1-${slot}`, digestId: '1', slot, origin: 'schedule', attempts: 1, firstTriedAt: slot + 5 },
  ...{ dueAt: slot, changedAt: slot + 900, reason: undefined, ...rest },
});

const counts = { followers: 12_480, following: 3, mutual: 0 };
const most = { followers: LARGEST, following: 0, mutual: 0 };
const rule = { kind: 'gains', by: { unit: 'percent', size: 12.5 }, span: 'day' };
const post = { channelId: 'C0TEAM', ts: '1709542800.000200', at: NINE + 800 };
const watch = {
  ...{ rule, channelId: 'C0TEAM', accounts: ['alice', "o'neil"], lists: ['vip'], id: '1', ownerId: 'U0ADMIN' },
  ...{ state: { kind: 'active' }, mutedUntil: NINE + DAY, nextPollAt: NINE + DAY / 24 },
  ...{ createdAt: NINE - 9 * DAY, editedBy: 'U0OTHER', editedAt: NINE - 8 * DAY },
};
const from = { followers: 20, at: NINE - DAY };

/** What is read of each subject, once there is any. */
export const EXPECTED: Readonly<Record<Subject, Expected>> = {
  grants: {
    since: '2026-11-first-tables',
    holds: [
      { subject: { kind: 'person', id: 'U0BOSS' }, role: 'admin', by: 'U0ADMIN', at: NINE - DAY },
      { subject: { kind: 'group', id: 'S0TEAM' }, role: 'editor', by: 'U0ADMIN', at: NINE },
      { subject: { kind: 'everyone' }, role: 'viewer', by: 'U0BOSS', at: NINE + 1 },
    ],
  },
  links: {
    since: '2026-11-first-tables',
    holds: [
      { personId: 'U0MAYA', account: 'alice', by: 'U0ADMIN', at: NINE },
      { personId: 'U0PRIYA', account: "o'neil", by: 'U0BOSS', at: NINE + 1 },
    ],
  },
  lists: {
    since: '2026-11-first-tables',
    holds: [
      { name: 'empty', accounts: [] },
      { name: 'vip', accounts: ['zoe', ...ODD_ACCOUNTS, 'alice'] },
    ],
  },
  audit: {
    since: '2026-11-first-tables',
    holds: [
      {
        ...{ id: '01HR4A', at: NINE, action: 'list-create', actor: 'U0ADMIN', channelId: 'C0PLACE', outcome: 'done' },
        details: { list: 'vip', asked: 7, changed: 7, size: 7 },
      },
      {
        ...{ id: '01HR4B', at: NINE + 1, action: 'lookup', actor: 'U0MAYA', channelId: '', outcome: 'refused' },
        details: { why: TITLE, accounts: LARGEST },
      },
    ],
  },
  history: {
    since: '2026-11-first-tables',
    holds: [
      { followers: 9, following: 3, mutual: 0, readAt: NINE - 400 * DAY },
      { followers: 12_480, following: 3, mutual: 1, readAt: NINE },
    ],
  },
  counts: {
    since: '2026-11-first-tables',
    holds: new Map(
      ODD_ACCOUNTS.map((account, n) => [account, { followers: LARGEST - n, following: n, mutual: 0, readAt: NINE }]),
    ),
  },
  digests: {
    since: '2026-12-digests',
    holds: {
      readable: [
        digest,
        {
          ...{ ...digest, id: '2', thresholds: {}, language: undefined, lists: [] },
          state: { kind: 'paused', reason: 'not_in_channel', since: NINE - DAY },
        },
      ],
      unreadable: [],
      restorable: [],
    },
  },
  deletedDigest: {
    since: '2026-12-digests',
    holds: { digest: { ...digest, id: '4100', title: 'gone' }, isRestorable: false },
  },
  runs: {
    since: '2026-12-digests',
    holds: [
      runAt(NINE, { state: 'unknown', reason: 'no-answer' }),
      runAt(NINE - DAY, { state: 'failed', reason: 'slack-refused:metadata_too_large', attempts: 3 }),
      runAt(NINE - 2 * DAY, { state: 'missed', reason: 'down', attempts: 0, firstTriedAt: undefined }),
      runAt(NINE - 3 * DAY, {
        state: 'posted',
        post: { channelId: 'C0TEAM', ts: '1709542800.000100', at: NINE - 3 * DAY + 800 },
      }),
    ],
  },
  posted: {
    since: '2026-12-digests',
    holds: [
      {
        ...{ slot: NINE - 3 * DAY, postedAt: NINE - 3 * DAY + 800 },
        readings: new Map<string, object>([
          ['alice', { kind: 'read', counts, thresholdBaseline: 12_000, mostFollowers: 12_480 }],
          ['__proto__', { kind: 'never-read', code: 'missing_account' }],
          ["o'neil", { kind: 'read', counts: most, thresholdBaseline: 4, mostFollowers: LARGEST }],
          ['bob', { kind: 'unread', code: 'throttled', thresholdBaseline: 7, mostFollowers: undefined }],
        ]),
      },
    ],
  },
  button: { since: '2026-12-values', holds: `lookup alice ${TITLE}` },
  burst: { since: '2027-01-bursts', holds: 37 },
  home: {
    since: '2027-04-homes',
    holds: {
      ...{ channelId: 'D0MAYA', pages: 'lists=1', shown: 'a1b2' },
      notice: { value: TITLE, until: NINE + 365_000 * DAY },
    },
  },
  events: {
    since: '2027-05-events',
    holds: [
      { kind: 'unfollow', follower: "o'neil", account: 'alice', at: NINE },
      { kind: 'follow', follower: "o'neil", account: 'alice', at: NINE - 5 },
    ],
  },
  hearing: {
    since: '2027-05-events',
    holds: [
      { kind: 'hearing', since: NINE - DAY, until: NINE, events: 2 },
      { kind: 'lost', since: NINE - DAY / 24, until: NINE - 1, events: 1 },
    ],
  },
  joining: { since: '2027-06-joining-curves', holds: { readAt: NINE, since: [4_096_000, 8_192_000] } },
  watches: {
    since: '2027-07-watches',
    holds: {
      readable: [
        watch,
        {
          ...{ ...watch, id: '3', rule: { kind: 'disappears' }, mutedUntil: undefined, nextPollAt: NINE + DAY },
          state: { kind: 'paused', reason: 'by-person', since: NINE },
        },
      ],
      unreadable: [],
      restorable: [],
    },
  },
  states: {
    since: '2027-07-watches',
    holds: new Map([["o'neil", { isArmed: false, metAt: NINE, from, latest: { followers: 27, at: NINE } }]]),
  },
  alerts: {
    since: '2027-07-watches',
    holds: new Map([['1', runAt(NINE, { state: 'posted', post })]]),
  },
  head: {
    since: '2027-07-watches',
    holds: {
      ...{ run: `1-${NINE}`, post, shown: TITLE },
      content: { rule, met: new Map([["o'neil", { followers: 27, from, at: NINE }]]) },
    },
  },
};

const NONE = { readable: [], unreadable: [], restorable: [] };

/** What is read of a subject in a store of a version that had none. */
export const WITHOUT: Readonly<Partial<Record<Subject, unknown>>> = {
  ...{
    digests: NONE,
    runs: [],
    posted: [],
    events: [],
    hearing: [],
    watches: NONE,
    states: new Map(),
    alerts: new Map(),
  },
};
