import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundle } from '../../manifest/image/bundle.ts';
import { createProcessWorld } from '../e2e/process-world.ts';
import { imageCommand, imageEnv, ROOT } from '../image/dockerfile.ts';
import { residentMb } from './resident.ts';
import { median } from './statistics.ts';

const ROUNDS = 7;
/** By then what a start leaves to do is done, and no look at the store or at Slack is under way. */
const IDLE_MS = 4000;

interface Contender {
  readonly name: string;
  readonly main: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Start {
  readonly readyMs: number;
  readonly idleMb: number;
}

/** What is started, the image's bundle in `folder`. */
function contenders(folder: string): readonly Contender[] {
  const [, ...flags] = imageCommand().slice(0, -1);
  const preload = `--import ${join(ROOT, 'src/compile-cache.ts')}`;
  const { MALLOC_ARENA_MAX = '' } = imageEnv();
  const main = relative(ROOT, join(folder, 'main.mjs'));
  return [
    { name: 'bare Bolt', main: 'test/bench/bare-bolt.mjs' },
    { name: 'sources', main: 'src/main.ts' },
    { name: 'sources, compiled before (npm start)', main: 'src/main.ts', env: { NODE_OPTIONS: preload } },
    { name: 'bundle', main },
    { name: 'bundle as the image starts it', main, env: { NODE_OPTIONS: flags.join(' '), MALLOC_ARENA_MAX } },
  ];
}

/** One start in HTTP mode with an embedded store of its own. */
async function startOnce({ main, env = {} }: Contender): Promise<Start> {
  const world = await createProcessWorld({}, main);
  try {
    const startedAt = performance.now();
    const app = world.start('http', env);
    await app.says(/"ready"/);
    const readyMs = performance.now() - startedAt;
    await sleep(IDLE_MS);
    const idleMb = residentMb(app.pid);
    app.kill('SIGTERM');
    await app.ended;
    return { readyMs, idleMb };
  } finally {
    await world.close();
  }
}

/** Memory at rest and time from the start to ready, turn about; a line for each contender. Each is started once before. */
export async function benchStart(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-bench-'));
  try {
    await bundle(folder);
    const all = contenders(folder);
    const starts = new Map(all.map(({ name }) => [name, [] as Start[]]));
    for (const contender of all) await startOnce(contender);
    for (let round = 0; round < ROUNDS; round += 1)
      for (const contender of all) starts.get(contender.name)?.push(await startOnce(contender));
    const least = median((starts.get('bare Bolt') ?? []).map(({ idleMb }) => idleMb));
    return all.map(({ name }) => {
      const these = starts.get(name) ?? [];
      const memory = these.map(({ idleMb }) => idleMb);
      const times = these.map(({ readyMs }) => readyMs);
      const ratio = (median(memory) / least).toFixed(2);
      return `    ${name.padEnd(38)}idle ${spread(memory)} MB, ${ratio} × bare Bolt; ready after ${spread(times)} ms`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function spread(values: readonly number[]): string {
  return `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)})`;
}
