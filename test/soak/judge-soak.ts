import type { KilledReport } from './killed-replicas.ts';
import type { Tally } from './load/tally.ts';
import type { MixedReport } from './mixed-load.ts';

/** The most that memory may have grown since the app was warm. */
const MOST_GROWTH = 1.1;
/** Calls that left within a second come within a little more of one: the stand-in shares its machine, and its thread, with all else. */
const ARRIVAL = 1.1;
const MOST_SHOWN = 10;

/** What didn't hold of a soak with one app; empty: all did. @param callsPerSecond its budget for each Chat command */
export function judgeMixed(report: MixedReport, callsPerSecond: number): readonly string[] {
  const { warmMb, endMb, most, tooMany, webhooksLost } = report;
  const growth = endMb / warmMb;
  return [
    ...judgeTally(report),
    ...(growth > MOST_GROWTH
      ? [`memory grew to ${growth.toFixed(2)} × what it was after the warm-up (${warmMb.toFixed(0)} MB)`]
      : []),
    ...(most > callsPerSecond * ARRIVAL ? [`Chat was called ${most} times in a second, of ${callsPerSecond}`] : []),
    ...(tooMany > 0 ? [`Chat turned ${tooMany} calls away as too many`] : []),
    ...(webhooksLost > 0 ? [`${webhooksLost} webhooks were not acknowledged`] : []),
  ];
}

/** What didn't hold of a soak with replicas that are killed. */
export function judgeKilled(report: KilledReport): readonly string[] {
  const { lostChanges } = report;
  return [
    ...judgeTally(report),
    ...(lostChanges.length > 0 ? [`${lostChanges.length} changes were told as done and aren't in the store`] : []),
    ...lostChanges.slice(0, MOST_SHOWN).map((change) => `  ${change}`),
  ];
}

function judgeTally({ unanswered, acknowledged }: Tally): readonly string[] {
  return [
    ...(acknowledged === 0 ? ['nothing was acknowledged'] : []),
    ...(unanswered.length > 0 ? [`${unanswered.length} acknowledged commands came to nothing`] : []),
    ...unanswered.slice(0, MOST_SHOWN).map((what) => `  ${what}`),
  ];
}
