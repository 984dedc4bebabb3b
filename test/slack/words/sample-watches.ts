import type { ModalView } from '@slack/types';
import { type RunReason, toRunId } from '../../../src/digests/runs.ts';
import type { PauseReason } from '../../../src/digests/types.ts';
import type { WatchAnswer } from '../../../src/digests/watches/watch-answer.ts';
import { emptyWatchForm, type WatchFormFault } from '../../../src/digests/watches/watch-form.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { RULE_KINDS } from '../../../src/followstats/watches/rule.ts';
import { toRichText } from '../../../src/slack/blocks/kit/inline.ts';
import type { Reply } from '../../../src/slack/blocks/kit/reply.ts';
import { alertReply, headReply } from '../../../src/slack/blocks/watches/alert.ts';
import {
  loadingWatchView,
  metFromStartSentence,
  watchFormView,
  watchWordsView,
} from '../../../src/slack/blocks/watches/watch-form-view.ts';
import {
  announcementReply,
  changedNotice,
  failedNotice,
  pausedNotice,
  savedNotice,
  unknownAnsweredReply,
  unknownNotice,
} from '../../../src/slack/blocks/watches/watch-notices.ts';
import { ACTIONS } from '../../../src/slack/names.ts';
import type { Reader } from '../../../src/slack/words/reader.ts';
import { NEVER_PASS } from '../../digests/delivery/never-pass.ts';
import { MONDAY } from '../../digests/report/sample-readings.ts';
import { longId } from '../blocks/reports/sample-reports.ts';
import { alertOf, alertRunOf, RULES, statesOf, watchOf } from '../blocks/watches/sample-watch.ts';

const MANY = Array.from({ length: 100 }, (_, n) => longId(n));

const watch = watchOf();
const muted = watchOf({ number: 8, mutedUntil: MONDAY + 3_600_000 });
const direct = watchOf({ number: 9, channelId: 'D1', ownerId: 'U2' });
const refused = watchOf({ number: 10, state: { kind: 'paused', reason: 'not_in_channel', since: MONDAY } });
const paused = watchOf({ number: 11, state: { kind: 'paused', reason: 'by-person', since: MONDAY } });
const long = watchOf({ number: 12, accounts: MANY as AccountId[], rule: { kind: 'disappears' } });
const listOf = {
  from: undefined,
  total: 3,
  unreadable: [],
  latest: new Map(),
  nobody: new Set<never>(),
  restorable: [],
  now: MONDAY,
};
const post = { channelId: 'C7', ts: '1.1', at: MONDAY - 60_000 };
const latest = new Map([
  [watch.id, alertRunOf(watch, { state: 'posted', reason: undefined, post } as never)],
  [muted.id, alertRunOf(muted, { state: 'unknown', reason: 'no-answer' })],
  [direct.id, alertRunOf(direct, { state: 'failed', reason: 'slack-unreachable' })],
  [paused.id, alertRunOf(paused, { state: 'skipped', reason: 'unchanged' })],
]);

/** Answers to `watch …`; one without a sample doesn't compile. */
export const WATCH_ANSWERS: {
  readonly [Kind in WatchAnswer['kind']]: readonly Extract<WatchAnswer, { kind: Kind }>[];
} = {
  'watch-form': [{ kind: 'watch-form', watch: undefined }],
  'watch-list': [
    { kind: 'watch-list', watches: [], ...listOf, total: 0, restorable: [watch] },
    {
      kind: 'watch-list',
      watches: [watch, direct],
      ...listOf,
      latest: new Map(),
      nobody: new Set([watch.id]),
      total: 2,
    },
    { kind: 'watch-list', watches: [watch, muted, direct, refused, paused, long], ...listOf, latest, total: 6 },
    {
      kind: 'watch-list',
      watches: RULES.flatMap((rule, n) => [watchOf({ number: 20 + n, rule }), watchOf({ number: 40 + n, rule })]),
      ...listOf,
      from: watch.id,
      total: 40,
      unreadable: Array.from({ length: 9 }, (_, n) => watchOf({ number: 90 + n }).id),
    },
  ],
  'watch-changed': [
    ...(['pause', 'resume', 'unmute', 'delete', 'restore'] as const).map((change) => ({
      kind: 'watch-changed' as const,
      change,
      watch,
      now: MONDAY,
    })),
    { kind: 'watch-changed', change: 'mute', watch: muted, now: MONDAY },
    { kind: 'watch-changed', change: 'resume', watch, announced: { kind: 'failed', reason: 'x' }, now: MONDAY },
  ],
  'watch-unchanged': (['pause', 'resume', 'restore'] as const).map((change) => ({
    kind: 'watch-unchanged',
    change,
    watch: change === 'pause' ? paused : watch,
  })),
  'watch-rejected': NEVER_PASS.map((reason) => ({ kind: 'watch-rejected', watch, reason, why: reason })),
  'watch-too-late': [{ kind: 'watch-too-late', watch, why: 'too-late' }],
  'watch-deleted': [{ kind: 'watch-deleted', watch, why: 'deleted' }],
  'watch-elsewhere': (['not-yours', 'not-found', 'missing-scope', 'no-answer'] as const).flatMap((fault) =>
    [true, false].map((isOwn) => ({
      kind: 'watch-elsewhere' as const,
      watch,
      fault,
      isOwn,
      why: 'elsewhere' as const,
    })),
  ),
  'watch-unreadable': [{ kind: 'watch-unreadable', id: watch.id, why: 'unreadable' }],
  'watch-unknown': [{ kind: 'watch-unknown', word: 'x'.repeat(200), why: 'unknown-watch' }],
};

const NOBODY = { accounts: [], linked: [], unlinked: [], empty: [] };
const SOME = { ...NOBODY, unlinked: ['U3', 'U4'] };
const alert = { watch, run: { id: toRunId(watch.id as never, MONDAY), slot: MONDAY }, now: MONDAY };
const REASONS: readonly RunReason[] = ['slack-unreachable', 'rate-limited', 'broken', 'slack-refused:new_code'];
const PAUSES: readonly PauseReason[] = ['unreadable', 'slack-refused-thrice:some_new_code', ...NEVER_PASS];

/** All that the app says of watches but for answers to commands. */
export const WATCH_NOTICES: Readonly<Record<string, (reader: Reader) => readonly Reply[]>> = {
  alerts: (reader) =>
    RULES.flatMap((rule) => {
      const facts = { watch: watchOf({ rule }), since: MONDAY, now: MONDAY };
      return [
        alertReply(reader, { ...facts, alert: alertOf(rule) }),
        headReply(reader, { ...facts, alert: alertOf(rule) }, statesOf(['alice', 'bob', 'carol'])),
        headReply(reader, { ...facts, alert: alertOf(rule, MANY) }, statesOf(MANY)),
      ];
    }),
  'the line that announces a watch': (reader) => [watch, direct, long].map((one) => announcementReply(reader, one)),
  'alerts that failed': (reader) => REASONS.map((reason) => failedNotice(reader, alert, reason)),
  'pauses of watches': (reader) => PAUSES.map((reason) => pausedNotice(reader, refused, reason)),
  'changes of watches by others': (reader) =>
    (['edit', 'pause', 'resume', 'mute', 'unmute', 'delete', 'restore'] as const).map((kind) =>
      changedNotice(reader, { kind, watch: muted, by: 'U5' }, MONDAY),
    ),
  'alerts whose fate is unknown': (reader) => [
    unknownNotice(reader, alert, { arrivedActionId: ACTIONS.watchArrived, againActionId: ACTIONS.watchAgain }),
    ...(['arrived', 'again', 'settled'] as const).map((kind) => unknownAnsweredReply(reader, { kind, digest: watch })),
    ...(['gone', 'unread'] as const).map((kind) => unknownAnsweredReply(reader, { kind })),
    unknownAnsweredReply(reader, { kind: 'elsewhere', digest: watch, fault: 'not-yours' }),
  ],
  'saved watches': (reader) =>
    [
      { watch, announced: { kind: 'posted' } as const, wasPaused: false },
      { watch: direct, announced: { kind: 'failed', reason: 'x' } as const, wasPaused: true },
      { watch, announced: { kind: 'refused', reason: 'not_in_channel' } as const, wasPaused: true },
      { watch: paused, announced: undefined, wasPaused: true },
    ].flatMap((settled) => [NOBODY, SOME].map((who) => savedNotice(reader, { ...settled, who }))),
};

/** The form of a watch with each rule, new and edited, and what stands in its place. */
export function viewsOfWatches(reader: Reader): readonly ModalView[] {
  const context = { edited: { id: '123456789', ownerId: 'U1' }, channelId: 'C1' };
  return [
    ...RULE_KINDS.flatMap((kind) =>
      [context, { ...context, edited: undefined }].map((one) =>
        watchFormView(reader, { ...emptyWatchForm('alice' as AccountId), kind }, one),
      ),
    ),
    loadingWatchView(reader),
    ...(['reaches', 'falls-below', 'disappears'] as const).map((kind) =>
      watchWordsView(reader, [toRichText([metFromStartSentence(reader, kind, MANY as AccountId[])])]),
    ),
  ];
}

/** What may be wrong with a watch's form beside what may be with a digest's. */
export const WATCH_FORM_FAULTS: readonly WatchFormFault[] = [
  { field: 'followers', kind: 'not-a-number', text: 'x'.repeat(99) },
  { field: 'absolute', kind: 'not-a-number', text: '0' },
  { field: 'percent', kind: 'not-a-percentage', text: '-1' },
  { field: 'followers', kind: 'followers-missing' },
  { field: 'absolute', kind: 'amount-missing' },
  { field: 'absolute', kind: 'two-amounts' },
  { field: 'accounts', kind: 'too-many-watched', count: 1234 },
  { field: 'kind', kind: 'watch-gone' },
  { field: 'kind', kind: 'too-many-watches' },
  ...(['not-yours', 'not-found', 'missing-scope', 'no-answer'] as const).map(
    (fault) => ({ field: 'channel', kind: 'watch-elsewhere', fault }) as const,
  ),
  { field: 'channel', kind: 'channel-missing' },
];
