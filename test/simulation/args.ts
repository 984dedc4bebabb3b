import { parseArgs } from 'node:util';

/** What decides everything of one run. */
export interface Run {
  readonly seed: number;
  /** Virtual days. */
  readonly days: number;
  /** The name of a bug to plant first; see `planted/`. */
  readonly plant: string | undefined;
  /** The address of a Postgres whose user may create databases; absent: SQLite. */
  readonly postgres: string | undefined;
}

/** What the command line asks for. */
export interface Args extends Omit<Run, 'seed'> {
  /** Of the first run; absent: a fresh one. */
  readonly seed: number | undefined;
  /** How many runs, each with the seed after that of the one before. */
  readonly runs: number;
  readonly json: boolean;
  /** Every line of the trace is printed as it happens. */
  readonly trace: boolean;
  /** A mark that no run reaches is a failure. */
  readonly everyMark: boolean;
}

/** Says in one sentence what is wrong with a command line. */
export class UsageError extends Error {}

export const USAGE =
  'npm run simulate -- [--seed N] [--days D] [--runs R] [--plant BUG] [--postgres URL] [--trace] [--every-mark] [--json]';
/** Of a seed and of days: nine digits. */
const MOST = 999_999_999;
const MOST_RUNS = 10_000;

/** @throws {UsageError} when it can't be read */
export function readArgs(args: readonly string[]): Args {
  const { seed, days, runs, postgres, plant, json, trace, 'every-mark': everyMark } = parse(args);
  const read = {
    seed: seed === undefined ? undefined : readWhole('--seed', seed, 0, MOST),
    days: readWhole('--days', days, 1, MOST),
    runs: readWhole('--runs', runs, 1, MOST_RUNS),
    postgres: postgres === undefined ? undefined : readAddress(postgres),
    ...{ plant, json, trace, everyMark },
  };
  if (read.trace && read.runs > 1) throw new UsageError('--trace shows one run, so it takes no --runs');
  return read;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        days: { type: 'string', default: '30' },
        runs: { type: 'string', default: '1' },
        plant: { type: 'string' },
        postgres: { type: 'string' },
        json: { type: 'boolean', default: false },
        trace: { type: 'boolean', default: false },
        'every-mark': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    // Its first sentence names the argument; the others say how to give one that begins with a hyphen.
    throw new UsageError((error as Error).message.split(/[.\n]/)[0]);
  }
}

function readWhole(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`${name} takes a whole number from ${least} to ${most}, not “${text}”`);
}

/** The text isn't repeated: it may hold a password. */
function readAddress(text: string): string {
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol === 'postgres:' || protocol === 'postgresql:') return text;
  throw new UsageError('--postgres takes an address that begins with postgres://');
}

/** A run as the command line takes it. */
export function toArgs({ seed, days, plant, postgres }: Run): readonly string[] {
  return [
    ...['--seed', String(seed), '--days', String(days)],
    ...(plant === undefined ? [] : ['--plant', plant]),
    ...(postgres === undefined ? [] : ['--postgres', postgres]),
  ];
}

/** The command that does a run again. An address may hold a password, and stays out of it. */
export function toReplay(run: Run): string {
  const shown = { ...run, postgres: run.postgres === undefined ? undefined : 'URL' };
  return `npm run simulate -- ${toArgs(shown).join(' ')}`;
}
