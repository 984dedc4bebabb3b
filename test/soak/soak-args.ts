import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface SoakArgs {
  /** `load`: one app under a mixed load; `replicas`: two behind a proxy, of which one is killed all the time. */
  readonly scenario: 'load' | 'replicas';
  readonly minutes: number;
  /** Of each Chat command. */
  readonly callsPerSecond: number;
  /** A Postgres whose database is empty; absent: one is started. For `replicas` alone. */
  readonly postgres: string | undefined;
  readonly json: boolean;
}

/** Says in one sentence what is wrong with a command line. */
export class UsageError extends Error {}

export const USAGE = 'npm run soak -- [load | replicas] [--minutes N] [--calls N] [--postgres URL] [--json]';
const MINUTES = { load: 30, replicas: 10 } as const;

/** @throws {UsageError} when it can't be read */
export function readSoakArgs(args: readonly string[]): SoakArgs {
  const { values, positionals } = parse(args);
  const [scenario = 'load', ...more] = positionals;
  if ((scenario !== 'load' && scenario !== 'replicas') || more.length > 0)
    throw new UsageError(`there is “load” and “replicas”, not “${positionals.join(' ')}”`);
  return {
    scenario,
    minutes: values.minutes === undefined ? MINUTES[scenario] : readNumber('--minutes', values.minutes, 0.05, 10_000),
    callsPerSecond: readNumber('--calls', values.calls, 1, 160),
    postgres: values.postgres,
    json: values.json,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        minutes: { type: 'string' },
        calls: { type: 'string', default: '160' },
        postgres: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    // Its first sentence names the argument.
    throw new UsageError((error as Error).message.split(/[.\n]/)[0]);
  }
}

function readNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`${name} takes a number from ${least} to ${most}, not “${text}”`);
}
