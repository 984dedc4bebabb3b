import type { Lists } from '../followstats/lists.ts';
import type { Row } from '../followstats/report.ts';
import type { Snapshots } from '../followstats/snapshots.ts';
import type { AccountId, LookupMany, LookupOptions } from '../followstats/types.ts';
import { CHART_SLOTS, createDigestChart, type DigestChart } from './digest-chart.ts';
import { createDigestReport, type DigestReport } from './digest-report.ts';
import type { DigestSpec, PostedRun } from './types.ts';
import { weekBaselineAt } from './week-ago.ts';

/** What a digest would say now. */
export type Drafted =
  | {
      readonly kind: 'drafted';
      readonly report: DigestReport;
      /** `undefined` when it is switched off, or nothing could be read. */
      readonly chart: DigestChart | undefined;
    }
  /** It names no account, and its lists are empty or gone. */
  | { readonly kind: 'no-accounts' };

/** Posts before this one that a draft needs: the baseline, and the chart's past. */
export const POSTS_BEFORE = CHART_SLOTS - 1;

interface Circumstances {
  /** Unix milliseconds: which slot it is made for. */
  readonly slot: number;
  /** The digest's last `POSTS_BEFORE` posts before the slot, oldest first. */
  readonly posted: readonly PostedRun[];
  readonly options: LookupOptions;
}

/** @throws {AppError} when nothing could be asked at all; what the store throws, too */
export type DraftReport = (
  spec: Pick<DigestSpec, 'accounts' | 'lists' | 'chart' | 'thresholds'>,
  circumstances: Circumstances,
) => Promise<Drafted>;

interface Options {
  readonly lists: Pick<Lists, 'read'>;
  readonly snapshots: Pick<Snapshots, 'before'>;
  readonly lookup: LookupMany;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Reads a digest's accounts and says what there is to say of them, against its last posts and the week before. */
export function createDraftReport({ lists, snapshots, lookup, now }: Options): DraftReport {
  return async ({ accounts: own, lists: names, chart, thresholds }, { slot, posted, options }) => {
    const held = names.length > 0 ? await lists.read(names) : new Map<never, never>();
    const accounts = [...new Set([...own, ...names.flatMap((name) => held.get(name)?.accounts ?? [])])];
    if (accounts.length === 0) return { kind: 'no-accounts' };

    const answers = await lookup(accounts, options);
    const readAt = now();
    const report = createDigestReport({
      rows: accounts.map((account) => toRow(account, answers)),
      readAt,
      last: posted.at(-1),
      week: await snapshots.before(accounts, weekBaselineAt(readAt)),
      thresholds,
    });
    const points = [...posted, { slot, marks: report.marks }];
    return { kind: 'drafted', report, chart: chart ? createDigestChart(points) : undefined };
  };
}

function toRow(account: AccountId, answers: Awaited<ReturnType<LookupMany>>): Row {
  const lookup = answers.get(account);
  // The contract of LookupMany, checked where it would otherwise turn into a silently missing row.
  if (!lookup) throw new Error('a look-up answered without one of its accounts');
  return { account, lookup };
}
