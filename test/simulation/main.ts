import { randomInt } from 'node:crypto';
import { enableCompileCache } from 'node:module';
import { readArgs, USAGE } from './args.ts';

// Most runs are short, and loading takes a second of each.
enableCompileCache();

const write = (line: string) => process.stdout.write(`${line}\n`);

/** Before the app is loaded, so that it is what gets loaded. */
async function plant(name: string): Promise<void> {
  const { plantBug } = await import('./planted/plant.ts');
  const { findBug } = await import('./planted/bugs.ts');
  plantBug(findBug(name));
}

async function main(): Promise<number> {
  const args = readArgs(process.argv.slice(2));
  if (args.plant !== undefined) await plant(args.plant);
  const { simulate } = await import('./simulate.ts');
  const { describeResult, toLine } = await import('./describe.ts');
  const seed = args.seed ?? randomInt(1_000_000_000);
  const onLine = args.trace ? { onLine: (line: Parameters<typeof toLine>[0]) => write(toLine(line)) } : {};
  const result = await simulate({ seed, days: args.days, ...onLine });
  const { latest, ...figures } = result;
  if (args.json) write(JSON.stringify(figures));
  else for (const line of describeResult(result)) write(line);
  return result.violation ? 1 : 0;
}

try {
  process.exit(await main());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n${USAGE}\n`);
  process.exit(2);
}
