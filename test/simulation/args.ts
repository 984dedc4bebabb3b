import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Args {
  /** Absent: a fresh one. */
  readonly seed: number | undefined;
  /** Virtual days. */
  readonly days: number;
  readonly json: boolean;
  /** Every line of the trace is printed as it happens. */
  readonly trace: boolean;
  /** The name of a bug to plant first; see `planted/`. */
  readonly plant: string | undefined;
}

export const USAGE = 'npm run simulate -- [--seed N] [--days D] [--json] [--trace] [--plant BUG]';

/** @throws {Error} with one sentence when it can't be read */
export function readArgs(args: readonly string[]): Args {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      days: { type: 'string', default: '30' },
      json: { type: 'boolean', default: false },
      trace: { type: 'boolean', default: false },
      plant: { type: 'string' },
    },
  });
  const { seed, days, json, trace, plant } = values;
  return {
    seed: seed === undefined ? undefined : readWhole('--seed', seed),
    days: readWhole('--days', days),
    ...{ json, trace, plant },
  };
}

function readWhole(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} takes a whole number of at most nine digits, not “${text}”`);
  return Number(text);
}
