import { CONTENDERS, type ContenderName, type RoundReport } from './round.ts';
import { median } from './statistics.ts';
import type { Row } from './table.ts';
import type { Target, Workload } from './workload.ts';

export type Reports = Readonly<Record<ContenderName, readonly RoundReport[]>>;

const CPU = { most: 1.5, digits: 2 } as const;
const STALL = { most: 30, digits: 0 } as const;
/** A floor that makes so much fewer calls leaves accounts unanswered, and its CPU says nothing. */
const FEWER_CALLS = 0.05;

/** One row for each figure of a workload, then what every workload is held to. */
export function toRows(workload: Workload, reports: Reports): readonly Row[] {
  const names = [...new Set([...Object.keys(workload.targets), ...figureNames(reports)])];
  const figures = names.map((name) => {
    const target = workload.targets[name];
    const over = target?.over === 'worst' ? worstOf(target) : median;
    const scores = scoresOf(reports, (report) => report.figures[name] ?? Number.NaN, over);
    return { measure: name, target: target ?? { digits: 3 }, scores };
  });
  return [
    ...figures,
    ...overFloor(workload, reports),
    { measure: "CPU over the floor's", target: CPU, scores: cpuScores(reports) },
    { measure: 'CPU µs an account', target: { digits: 1 }, scores: scoresOf(reports, cpuOfAccount, median) },
    { measure: 'event loop stalled, ms', target: STALL, scores: scoresOf(reports, ({ stallMs }) => stallMs, median) },
  ];
}

/** Medians over medians: a round of one contender and a round of another share nothing but the machine. */
function overFloor({ overFloor: wanted }: Workload, reports: Reports): readonly Row[] {
  if (!wanted) return [];
  const { figure, target } = wanted;
  const scores = scoresOf(reports, ({ figures }) => figures[figure] ?? Number.NaN, median);
  const floor = scores[CONTENDERS.indexOf('floor')] ?? Number.NaN;
  return [{ measure: `${figure}, over the floor's`, target, scores: scores.map((score) => (score ?? 0) / floor) }];
}

function cpuOfAccount({ cpuMs, accounts }: RoundReport): number {
  return accounts > 0 ? (cpuMs * 1000) / accounts : Number.NaN;
}

function figureNames(reports: Reports): readonly string[] {
  return Object.keys(reports.ours[0]?.figures ?? {}).filter((name) => name !== 'answered');
}

function worstOf({ least }: Target): (values: readonly number[]) => number {
  return (values) => (least === undefined ? Math.max(...values) : Math.min(...values));
}

function scoresOf(
  reports: Reports,
  of: (report: RoundReport) => number,
  over: (values: readonly number[]) => number,
): Row['scores'] {
  return CONTENDERS.map((name) => over(reports[name].map(of)));
}

/** Ratios within a round, since the machine's speed changes between rounds; `undefined` where the floor did less. */
function cpuScores(reports: Reports): Row['scores'] {
  return CONTENDERS.map((name) => {
    const ratios = reports[name].flatMap(({ calls, cpuMs }, round) => {
      const floor = reports.floor[round];
      if (!floor || floor.calls < calls * (1 - FEWER_CALLS)) return [];
      return [cpuMs / floor.cpuMs];
    });
    return ratios.length > 0 ? median(ratios) : undefined;
  });
}
