import { createDigestChart } from '../../../src/digests/report/digest-chart.ts';
import { type RunId, type RunReason, toRunId } from '../../../src/digests/runs.ts';
import type { PauseReason } from '../../../src/digests/types.ts';
import type { ErrorCode } from '../../../src/errors.ts';
import { RELATION_KINDS } from '../../../src/followstats/relations/read.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import {
  announcementReply,
  changedNotice,
  failedNotice,
  pausedNotice,
  unknownAnsweredReply,
  unknownNotice,
} from '../../../src/slack/blocks/digests/digest-notices.ts';
import { digestReply } from '../../../src/slack/blocks/digests/digest-post.ts';
import { previewReply } from '../../../src/slack/blocks/digests/digest-preview.ts';
import { savedNotice } from '../../../src/slack/blocks/digests/saved-notice.ts';
import { signOfLifeReply } from '../../../src/slack/blocks/digests/sign-of-life.ts';
import { type Reply, sentences } from '../../../src/slack/blocks/kit/reply.ts';
import {
  cancelledReply,
  doneReply,
  failedReply,
  progressReplyOf,
  stoppedReply,
  unconfirmedReply,
} from '../../../src/slack/blocks/relations/export-replies.ts';
import { cardReply } from '../../../src/slack/blocks/reports/account-card.ts';
import { apology } from '../../../src/slack/conversation/apologize.ts';
import { progressReply } from '../../../src/slack/conversation/render.ts';
import { interruptedReply } from '../../../src/slack/conversation/tell-interrupted.ts';
import { ACTIONS } from '../../../src/slack/names.ts';
import type { Reader } from '../../../src/slack/words/reader.ts';
import { NEVER_PASS } from '../../digests/delivery/never-pass.ts';
import { DAY, MONDAY, postedRun, reportOf, reportsOf } from '../../digests/report/sample-readings.ts';
import { eventsOf } from '../../followstats/changes/sample-changes.ts';
import { failed } from '../../followstats/reports/sample-lookups.ts';
import { digestOf } from '../blocks/digests/sample-digest.ts';
import { ASKED_AT, baseline, counts, longId, reportOf as lookedUp } from '../blocks/reports/sample-reports.ts';
import { WATCH_NOTICES } from './sample-watches.ts';

type Show = (reader: Reader) => readonly Reply[];

const digest = digestOf({ createdAt: MONDAY - DAY, editedAt: MONDAY - DAY });
const direct = digestOf({ channelId: 'D1', editedAt: MONDAY });
const paused = (reason: PauseReason) => digestOf({ state: { kind: 'paused', reason, since: MONDAY } });
const slot = { digest, run: { id: toRunId(digest.id, MONDAY), slot: MONDAY }, now: MONDAY };

const RUN_REASONS: readonly RunReason[] = [
  ...([
    'rate-limited',
    'slack-unreachable',
    'broken',
    'unchanged',
    'digest-stopped',
    'no-accounts',
    'unreadable',
  ] as const),
  ...(['slack-refused', 'slack-refused:new_code', 'no-answer', 'holder-died', 'sign-of-life', 'found'] as const),
  ...(['arrived', 'post-again', 'down', 'throttled', 'upstream_timeout'] as const),
];
const PAUSE_REASONS: readonly PauseReason[] = [
  ...(['by-person', 'no-accounts', 'unreadable', 'slack-refused-thrice:some_new_code'] as const),
  ...NEVER_PASS,
];

/** Posts of a digest: a first one, ones with all that can change, ones of hours and of many days. */
const ERRORS: readonly ErrorCode[] = ['throttled', 'missing_account', 'upstream_timeout', 'needs_admin'];
const ids = Array.from({ length: 9 }, (_, n) => longId(n));
const POSTS = [
  reportsOf([{ alice: 10 }]),
  reportsOf([
    { alice: 10, bob: 3 },
    { alice: 10, bob: 3 },
  ]),
  reportsOf([
    { alice: 10, bob: 3 },
    { alice: 8, bob: 3 },
  ]),
  reportsOf([
    { alice: 10, bob: 3 },
    { alice: 8, bob: 5 },
  ]),
  reportsOf([{ alice: 10 }, { alice: 'throttled' }]),
  reportsOf([{ alice: 10, bob: 'throttled' }]),
  reportsOf([{ bob: 'missing_account' }, { alice: 'throttled', bob: 9 }]),
  reportsOf([
    { alice: 10, bob: 3, carol: 4 },
    { alice: 'throttled', bob: 3, carol: 4 },
    { alice: 10, bob: 'throttled', carol: 4 },
  ]),
  reportsOf([{ alice: 'throttled' }, { alice: 9 }]),
  reportsOf(
    [
      { alice: 10, bob: 'missing_account', old: 4 },
      { alice: 'missing_account', bob: 1100, new: 4 },
    ],
    { absolute: 5 },
  ),
  reportsOf(
    Array.from({ length: 15 }, (_, post) =>
      Object.fromEntries(
        ids.map((id, n) => [id, n > 6 ? (ERRORS[(n + post) % 4] ?? 'throttled') : 4e9 + n * 10 ** post]),
      ),
    ),
    { percent: 1 },
  ),
  [reportOf({ alice: 5, bob: 7 }, { week: { alice: 1, bob: 9 } })],
];

const posts: Show = (reader) =>
  POSTS.flatMap((reports) => {
    const report = reports.at(-1);
    if (!report) return [];
    const { schedule } = digest;
    const chart = createDigestChart(reports.map(postedRun), schedule.zone);
    const view = {
      title: 'Creators',
      schedule,
      slot: report.period.to,
      chart,
      run: '7-1' as RunId,
    };
    return [
      digestReply(reader, report, { ...view, isLate: false, missedBefore: 0 }),
      digestReply(reader, report, { ...view, isLate: true, missedBefore: 3 }),
      ...(['report', 'sign-of-life', 'nothing'] as const).map((posting) =>
        previewReply(reader, digest, { report, chart, slot: MONDAY, posting, postReader: reader }),
      ),
    ];
  });

const cards: Show = (reader) =>
  [
    lookedUp([['alice', counts(12_480)]]),
    lookedUp([['alice', failed('missing_account', 30_003)]], {}, { alice: baseline(46) }),
  ].flatMap(({ rows: [row] }) =>
    [[], [baseline(12_444, DAY), baseline(12_480, 7 * DAY), baseline(99_999, 8 * DAY)]].flatMap((baselines) =>
      row
        ? [
            cardReply(reader, { row, baselines, lastEvents: [], askedAt: ASKED_AT }),
            cardReply(reader, {
              ...{ row, baselines, askedAt: ASKED_AT },
              lastEvents: [...eventsOf('follow', 2), ...eventsOf('unfollow', 2)],
            }),
          ]
        : [],
    ),
  );

const NOBODY_IN_VAIN = { who: { accounts: [], linked: [], unlinked: [], empty: [] }, notInChat: [] };
const SOME_IN_VAIN = {
  who: { ...NOBODY_IN_VAIN.who, unlinked: ['U3', 'U4'] },
  notInChat: [{ account: 'ghost' as AccountId }],
};

/** All that the app says but for answers to commands. */
export const NOTICES: Readonly<Record<string, Show>> = {
  posts,
  cards,
  'the line that announces a digest': (reader) =>
    [digest, direct].flatMap((one) =>
      (['arrival', 'change'] as const).map((announcement) =>
        announcementReply(reader, one, { announcement, now: MONDAY }),
      ),
    ),
  'signs of life': (reader) =>
    [1, 2, 25].flatMap((accounts) =>
      [0, 1, accounts].map((read) =>
        signOfLifeReply(reader, digest, { since: MONDAY - 7 * DAY, accounts, read, now: MONDAY }),
      ),
    ),
  'posts that failed': (reader) => RUN_REASONS.map((reason) => failedNotice(reader, slot, reason)),
  pauses: (reader) => PAUSE_REASONS.map((reason) => pausedNotice(reader, digest, reason)),
  'changes by others': (reader) =>
    (['edit', 'pause', 'resume', 'delete', 'restore'] as const).map((kind) =>
      changedNotice(reader, { kind, digest, by: 'U5' }, MONDAY),
    ),
  'posts whose fate is unknown': (reader) => [
    unknownNotice(reader, slot, { arrivedActionId: ACTIONS.digestArrived, againActionId: ACTIONS.digestAgain }),
    ...(['arrived', 'again', 'settled'] as const).map((kind) => unknownAnsweredReply(reader, { kind, digest })),
    ...(['gone', 'unread'] as const).map((kind) => unknownAnsweredReply(reader, { kind })),
    ...(['not-yours', 'not-found', 'missing-scope', 'no-answer'] as const).map((fault) =>
      unknownAnsweredReply(reader, { kind: 'elsewhere', digest, fault }),
    ),
  ],
  'saved digests': (reader) =>
    [
      { digest, announced: { kind: 'posted' } as const, wasPaused: false },
      { digest: direct, announced: { kind: 'failed', reason: 'x' } as const, wasPaused: true },
      { digest, announced: { kind: 'refused', reason: 'not_in_channel' } as const, wasPaused: true },
      { digest: paused('by-person'), announced: undefined, wasPaused: true },
    ].flatMap((settled) =>
      [NOBODY_IN_VAIN, SOME_IN_VAIN].map((who) => savedNotice(reader, { ...settled, ...who }, MONDAY + 1)),
    ),
  ...WATCH_NOTICES,
  'long waits and bugs': (reader) => [
    progressReply(reader, 25_000, 'below'),
    progressReply(reader, 25_000, 'here'),
    sentences(reader, apology(reader, '1a2b3c4d')),
    interruptedReply(reader, MONDAY),
  ],
  'how far the file of a list is, and what became of it': (reader) =>
    RELATION_KINDS.flatMap((kind) => {
      const exported = { account: longId(1) as AccountId, kind };
      return [
        progressReplyOf(reader, exported, { jobId: 'x'.repeat(36), done: 1, all: undefined }),
        progressReplyOf(reader, exported, { jobId: 'x'.repeat(36), done: 12_000, all: 100_000 }),
        doneReply(reader, exported, { rows: 1, unreadable: 0, most: undefined }),
        doneReply(reader, exported, { rows: 250_000, unreadable: 2, most: 250_000 }),
        cancelledReply(reader, exported),
        stoppedReply(reader, exported),
        unconfirmedReply(reader, exported),
        failedReply(reader, exported, { code: 'throttled', upstream: { code: 60_007, info: undefined } }),
      ];
    }),
  'a list that wasn’t opened': (reader) => {
    const { notOpened, tooLate } = reader.words.relations;
    return [sentences(reader, notOpened({ code: { code: 'expired_trigger_id' } })), sentences(reader, tooLate())];
  },
};
