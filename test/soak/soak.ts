import { quantile } from '../bench/statistics.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { judgeKilled, judgeMixed } from './judge-soak.ts';
import { soakKilledReplicas } from './killed-replicas.ts';
import type { Tally } from './load/tally.ts';
import { soakMixedLoad } from './mixed-load.ts';
import { readSoakArgs, type SoakArgs, USAGE, UsageError } from './soak-args.ts';

/*
 * `npm run soak` has the real app work for half an hour, and says what didn't hold; the exit code is 1 then. The app is a process of
 * its own, the stand-ins of Slack and Chat are in this one.
 */

const KILL_EVERY_MS = 20_000;
const COMMANDS_PER_SECOND = 15;

interface Outcome {
  readonly report: Tally;
  /** What didn't hold. */
  readonly faults: readonly string[];
}

async function soakLoad({ minutes, callsPerSecond }: SoakArgs, log: (line: string) => void): Promise<Outcome> {
  const report = await soakMixedLoad({ minutes, callsPerSecond, log });
  return { report, faults: judgeMixed(report, callsPerSecond) };
}

async function soakReplicas({ minutes, postgres }: SoakArgs, log: (line: string) => void): Promise<Outcome> {
  const server = postgres === undefined ? await startPostgres() : undefined;
  try {
    const databaseUrl = postgres ?? server?.url ?? '';
    const report = await soakKilledReplicas({
      ...{ minutes, databaseUrl, log },
      killEveryMs: KILL_EVERY_MS,
      perSecond: COMMANDS_PER_SECOND,
    });
    return { report, faults: judgeKilled(report) };
  } finally {
    await server?.stop();
  }
}

/** The report in figures: lists by their length. */
function figuresOf({ answerMs, unanswered, ...report }: Tally): Readonly<Record<string, unknown>> {
  const counts = Object.entries(report).map(([name, value]) => [name, Array.isArray(value) ? value.length : value]);
  return {
    ...Object.fromEntries(counts),
    unanswered: unanswered.length,
    ...(answerMs.length > 0 && { answerMs: { half: quantile(answerMs, 0.5), most: quantile(answerMs, 0.99) } }),
  };
}

async function main(): Promise<number> {
  const args = readSoakArgs(process.argv.slice(2));
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const { report, faults } = await (args.scenario === 'load' ? soakLoad : soakReplicas)(args, log);
  const said = {
    scenario: args.scenario,
    minutes: args.minutes,
    held: faults.length === 0,
    faults,
    ...figuresOf(report),
  };
  process.stdout.write(`${args.json ? JSON.stringify(said) : JSON.stringify(said, undefined, 2)}\n`);
  return faults.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n${USAGE}\n`);
  process.exitCode = 2;
}
