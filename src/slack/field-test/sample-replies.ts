import { createDigestChart } from '../../digests/report/digest-chart.ts';
import { createDigestReport } from '../../digests/report/digest-report.ts';
import type { PostedRun, RunId } from '../../digests/runs.ts';
import { readSchedule } from '../../digests/schedule/schedule.ts';
import { readWatchId, type Watch } from '../../digests/watches/types.ts';
import type { History } from '../../followstats/history/history.ts';
import { createReport, type Report } from '../../followstats/reports/report.ts';
import type { Resolved } from '../../followstats/reports/resolve.ts';
import type { AccountId, Lookup } from '../../followstats/types.ts';
import { digestReply } from '../blocks/digests/digest-post.ts';
import { HELP_ANSWERS } from '../blocks/help/help.ts';
import { HISTORY_ANSWERS } from '../blocks/history/history.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { reportReply } from '../blocks/reports/report.ts';
import { watchListReply } from '../blocks/watches/watch-list.ts';
import type { Reader } from '../words/reader.ts';

/** An answer of the app's, as it would be sent, with made-up accounts and numbers. */
export interface SampleReply {
  readonly name: string;
  readonly reply: Reply;
}

const DAY = 86_400_000;
const FACTS = { maxAccounts: 100, cacheSeconds: 60 };
/** What the buttons hold; no store has it, so that they do nothing. */
const VALUE = 'field-test';

/** One answer of each form that the app sends to messages; together they hold every kind of block. @param now Unix milliseconds */
export function sampleReplies(reader: Reader, now: number): readonly SampleReply[] {
  return [
    { name: 'a sentence', reply: sentences(reader, ['followstats field test']) },
    {
      name: 'help',
      reply: HELP_ANSWERS.help(reader, { kind: 'help', role: 'admin' }, { ...FACTS, buttonValue: VALUE }),
    },
    {
      name: 'all commands',
      reply: HELP_ANSWERS.help(reader, { kind: 'help', role: 'admin', all: true }, { ...FACTS, buttonValue: VALUE }),
    },
    { name: 'a look-up of one account', reply: lookUp(reader, 1, now) },
    { name: 'a look-up of twelve accounts', reply: lookUp(reader, 12, now) },
    { name: 'a look-up of a hundred accounts and more', reply: lookUp(reader, 120, now) },
    { name: 'a list of watches', reply: watches(reader, now) },
    { name: 'a history with two charts', reply: history(reader, now) },
    { name: 'a first digest, with bars', reply: digest(reader, now, 1) },
    { name: 'a digest, with lines', reply: digest(reader, now, 8) },
  ];
}

const accountOf = (n: number): AccountId => `field_${n}` as AccountId;
const counts = (n: number, readAt: number) => ({ followers: 1000 + 7 * n, following: 20 + n, mutual: 10 + n, readAt });
const found = (n: number, readAt: number): Lookup => ({ kind: 'found', ...counts(n, readAt) });
const named = (accounts: readonly AccountId[]): Resolved => ({ accounts, linked: [], unlinked: [], empty: [] });

function reportOf(count: number, now: number): Report {
  const accounts = Array.from({ length: count }, (_, n) => accountOf(n));
  const missing: Lookup = { kind: 'failed', failure: { code: 'missing_account', upstream: { code: 30003, info: '' } } };
  return createReport(named([...accounts, ...(count > 1 ? [accountOf(count)] : [])]), {
    answers: new Map([...accounts.map((account, n) => [account, found(n, now)] as const), [accountOf(count), missing]]),
    askedAt: now,
    baselines: new Map(accounts.map((account, n) => [account, counts(n - 1, now - 2 * DAY)])),
  });
}

function lookUp(reader: Reader, count: number, now: number): Reply {
  return reportReply(reader, reportOf(count, now), { buttonValue: VALUE });
}

function watches(reader: Reader, now: number): Reply {
  const id = readWatchId('1');
  if (!id) throw new Error('an id that is always right is wrong');
  const watch: Watch = {
    ...{ id, rule: { kind: 'disappears' }, channelId: 'C0', accounts: [accountOf(0)], lists: [], ownerId: 'U0' },
    ...{
      state: { kind: 'active' },
      mutedUntil: undefined,
      nextPollAt: now,
      createdAt: now,
      editedBy: 'U0',
      editedAt: now,
    },
  };
  const rest = {
    unreadable: [],
    restorable: [],
    from: undefined,
    total: 1,
    latest: new Map(),
    nobody: new Set<never>(),
    now,
  };
  return watchListReply(reader, { kind: 'watch-list', watches: [watch], ...rest });
}

function history(reader: Reader, now: number): Reply {
  const instants = Array.from({ length: 14 }, (_, n) => now - (13 - n) * DAY);
  const readings = instants.map((at, n) => (n < 4 ? undefined : counts(n, at)));
  const shown: History = {
    who: named([accountOf(0)]),
    span: '30d',
    at: now,
    instants,
    accounts: [{ account: accountOf(0), readings, first: counts(4, instants[4] ?? now) }],
    unkept: [],
    joining: { kind: 'curve', instants: instants.slice(0, 5), followers: [100, 300, 500, 700, 900], readAt: now },
  };
  return HISTORY_ANSWERS.history(reader, { kind: 'history', history: shown }, { ...FACTS, buttonValue: VALUE });
}

/** The last of so many posts. */
function digest(reader: Reader, now: number, posts: number): Reply {
  const read = readSchedule({ zone: 'UTC', cron: '0 9 * * *' });
  if ('fault' in read) throw new Error('a schedule that is always right is wrong');
  const points: PostedRun[] = [];
  let report: ReturnType<typeof createDigestReport> | undefined;
  for (let n = 0; n < posts; n += 1) {
    const at = now - (posts - 1 - n) * DAY;
    const rows = Array.from({ length: 5 }, (_, one) => ({ account: accountOf(one), lookup: found(one * (n + 1), at) }));
    report = createDigestReport({ rows, thresholds: {}, readAt: at, last: points.at(-1), week: new Map() });
    points.push({ slot: at, postedAt: at, readings: report.readings } as PostedRun);
  }
  if (!report) throw new Error('a digest without a post');
  return digestReply(reader, report, {
    ...{ title: 'followstats field test', schedule: read.schedule, slot: now, isLate: false, missedBefore: 0 },
    chart: createDigestChart(points, read.schedule.zone),
    run: '0-1' as RunId,
  });
}
