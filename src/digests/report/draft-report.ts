import { AppError, type Failure } from '../../errors.ts';
import type { Lists } from '../../followstats/lists/lists.ts';
import type { Row } from '../../followstats/reports/report.ts';
import type { Snapshots } from '../../followstats/reports/snapshots.ts';
import type { AccountId, LookupMany, LookupOptions } from '../../followstats/types.ts';
import type { RunLog } from '../run-ports.ts';
import type { PostedRun } from '../runs.ts';
import type { DigestId, DigestSpec } from '../types.ts';
import { CHART_SLOTS, createDigestChart, type DigestChart } from './digest-chart.ts';
import { createDigestReport, type DigestReport } from './digest-report.ts';
import { weekBaselineAt } from './weeks.ts';

/** What a digest would say, or why nothing. */
export type Drafted =
  | {
      readonly kind: 'drafted';
      readonly report: DigestReport;
      /** `undefined` when it is switched off, or nothing could be read. */
      readonly chart: DigestChart | undefined;
      /** What it was compared with. */
      readonly last: PostedRun | undefined;
    }
  /** It names no account, and its lists are empty or gone. */
  | { readonly kind: 'no-accounts' }
  /** The look-up failed as a whole. `asked`: of how many accounts. */
  | { readonly kind: 'unread'; readonly failure: Failure; readonly asked: number };

interface Circumstances {
  /** Whose posts it follows; `undefined` for a digest that isn't saved yet. */
  readonly id: DigestId | undefined;
  /** Unix milliseconds: which slot it is made for. */
  readonly slot: number;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly options: LookupOptions;
}

/** Rejects when the store fails, or with a bug; a look-up that fails as a whole is `unread`. */
export type DraftReport = (
  spec: Pick<DigestSpec, 'accounts' | 'lists' | 'schedule' | 'chart' | 'thresholds'>,
  circumstances: Circumstances,
) => Promise<Drafted>;

interface Options {
  readonly lists: Pick<Lists, 'read'>;
  readonly runs: Pick<RunLog, 'posted'>;
  readonly snapshots: Pick<Snapshots, 'before'>;
  readonly lookup: LookupMany;
}

/** Makes the report of a digest: its accounts as they are now, against its last posts and the week before. */
export function createDraftReport({ lists, runs, snapshots, lookup }: Options): DraftReport {
  async function lookUp(accounts: readonly AccountId[], options: LookupOptions) {
    try {
      return await lookup(accounts, options);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return error;
    }
  }

  return async ({ schedule, chart, thresholds, ...named }, { id, slot, now, options }) => {
    const accounts = await readAccounts(named, lists);
    if (accounts.length === 0) return { kind: 'no-accounts' };
    const [answers, posted, week] = await Promise.all([
      lookUp(accounts, options),
      id ? runs.posted(id, slot, CHART_SLOTS - 1) : [],
      snapshots.before(accounts, weekBaselineAt(now())),
    ]);
    if (answers instanceof AppError) return { kind: 'unread', failure: answers.failure, asked: accounts.length };
    const rows = accounts.map((account) => toRow(account, answers));
    const last = posted.at(-1);
    const report = createDigestReport({ rows, readAt: now(), last, week, thresholds });
    const points = [...posted, { postedAt: report.period.to, readings: report.readings }];
    return { kind: 'drafted', report, chart: chart ? createDigestChart(points, schedule.zone) : undefined, last };
  };
}

/** The accounts of a digest at this moment, each once: those it names, then those of its lists in their order. */
async function readAccounts(
  { accounts, lists: names }: Pick<DigestSpec, 'accounts' | 'lists'>,
  lists: Pick<Lists, 'read'>,
): Promise<readonly AccountId[]> {
  if (names.length === 0) return [...new Set(accounts)];
  const known = await lists.read(names);
  return [...new Set([...accounts, ...names.flatMap((name) => known.get(name)?.accounts ?? [])])];
}

function toRow(account: AccountId, answers: Awaited<ReturnType<LookupMany>>): Row {
  const lookup = answers.get(account);
  // The contract of LookupMany, checked where it would otherwise turn into a silently missing row.
  if (!lookup) throw new Error('a look-up answered without one of its accounts');
  return { account, lookup };
}
