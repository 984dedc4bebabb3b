import { mean } from './statistics.ts';

/** What the stand-in saw since the last report, by its own monotonic clock. Times in milliseconds. */
export interface CallReport {
  /** Calls that arrived, rejected ones included. */
  readonly calls: number;
  readonly rejected: number;
  /** Most calls within any sliding second. */
  readonly mostInASecond: number;
  /** From a call's arrival to its answer, over answers that were not made late on purpose. 0 without any. */
  readonly slowestMs: number;
  readonly meanMs: number;
}

/** Keeps what a report needs, as cheaply as can be: it runs beside what is measured. */
export interface CallLog {
  arrived(at: number): void;
  rejected(): void;
  answered(ms: number): void;
  /** What happened since the last report. */
  report(): CallReport;
}

export function createCallLog(): CallLog {
  let arrivals: number[] = [];
  let answers: number[] = [];
  let rejected = 0;
  return {
    arrived(at) {
      arrivals.push(at);
    },
    rejected() {
      rejected += 1;
    },
    answered(ms) {
      answers.push(ms);
    },
    report() {
      const report = {
        calls: arrivals.length,
        rejected,
        mostInASecond: mostWithin(arrivals, 1000),
        slowestMs: answers.reduce((slowest, ms) => Math.max(slowest, ms), 0),
        meanMs: answers.length > 0 ? mean(answers) : 0,
      };
      arrivals = [];
      answers = [];
      rejected = 0;
      return report;
    },
  };
}

/** @param times ascending */
function mostWithin(times: readonly number[], lengthMs: number): number {
  let most = 0;
  let first = 0;
  for (const [last, at] of times.entries()) {
    while ((times[first] as number) <= at - lengthMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
