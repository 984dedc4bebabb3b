import { randomInt } from 'node:crypto';
import { enableCompileCache } from 'node:module';
import { type Args, type Run, readArgs, USAGE, UsageError } from './args.ts';
import { describeFigures, describeMarks, describeSums, describeUnreached, toLine } from './describe.ts';
import { explain } from './explain.ts';
import { simulateMany, unreachedOf } from './runs.ts';

// Most runs are short, and loading takes a second of each.
enableCompileCache();

const write = (line: string) => process.stdout.write(`${line}\n`);

/** Before the app is loaded, so that it is what gets loaded. */
async function plant(name: string): Promise<void> {
  const { plantBug } = await import('./planted/plant.ts');
  plantBug(await findBug(name));
}

async function findBug(name: string) {
  const { findBug: find } = await import('./planted/bugs.ts');
  try {
    return find(name);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** One run in this process, whose clock and randomness are gone then. @returns whether everything held */
async function runHere(run: Run, { trace, json, everyMark }: Args): Promise<boolean> {
  if (run.plant !== undefined) await plant(run.plant);
  const { simulate } = await import('./simulate.ts');
  const { postgresEngines } = await import('./parts/postgres-engine.ts');
  const { seed, days, postgres } = run;
  const result = await simulate({
    ...{ seed, days },
    ...(postgres !== undefined && { openEngine: postgresEngines(postgres) }),
    ...(trace && { onLine: (line) => write(json ? JSON.stringify(line) : toLine(line)) }),
  });
  const unreached = everyMark ? unreachedOf(result.marks) : [];
  if (json) write(JSON.stringify({ ...result, ...(everyMark && { unreached }) }));
  else
    for (const line of [describeFigures(result), describeMarks(result.marks), ...describeUnreached(unreached)])
      write(line);
  return !result.violation && unreached.length === 0;
}

/** Runs in processes of their own. @returns whether everything held in all of them */
async function runChildren(first: Run, { runs: count, json, everyMark }: Args): Promise<boolean> {
  const { runs, ...sums } = await simulateMany(first, count, async (run, result) => {
    if (json) return;
    write(describeFigures(result));
    if (result.violation) for (const line of await explain(run, result.violation)) write(line);
  });
  const unreached = everyMark ? unreachedOf(sums.marks) : [];
  if (json) write(JSON.stringify({ ...sums, ...(everyMark && { unreached }), runs }));
  else {
    if (count > 1) write(describeSums({ ...sums, runs }));
    for (const line of [describeMarks(sums.marks), ...describeUnreached(unreached)]) write(line);
  }
  return runs.every(({ violation }) => !violation) && unreached.length === 0;
}

async function main(): Promise<boolean> {
  const args = readArgs(process.argv.slice(2));
  if (args.plant !== undefined) await findBug(args.plant);
  const seed = args.seed ?? randomInt(1_000_000_000 - args.runs);
  // Known even when the run never ends; what reads JSON reads nothing else.
  if (args.seed === undefined) process[args.json ? 'stderr' : 'stdout'].write(`seed ${seed}\n`);
  const first = { seed, days: args.days, plant: args.plant, postgres: args.postgres };
  const isHere = args.runs === 1 && (args.json || args.trace);
  return isHere ? runHere(first, args) : runChildren(first, args);
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  const isUsage = error instanceof UsageError;
  process.stderr.write(isUsage ? `${error.message}\n${USAGE}\n` : `${(error as Error).stack ?? error}\n`);
  process.exitCode = isUsage ? 2 : 1;
}
// What a simulation left waiting waits for a clock that stands still.
process.exit();
