import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runKillRounds } from '../store/kill-rounds.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { createSeededRandom } from './seeded-random.ts';

const ROUNDS = 100;

/** A hundred kills of a writing process on each engine, a line each. */
export async function benchKills(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-bench-'));
  const postgres = await startPostgres();
  const lines: string[] = [];
  for (const [engine, options] of [
    ['SQLite', { kind: 'sqlite', folder }],
    ['Postgres', { kind: 'postgres', url: postgres.url }],
  ] as const) {
    const { kills, killedOpening, acknowledged, lost, halves } = await runKillRounds(
      options,
      ROUNDS,
      createSeededRandom(9),
    );
    lines.push(
      `${engine}: ${kills} kills (${killedOpening} while opening), ${acknowledged} writes acknowledged, ${lost} lost, ${halves} half done`,
    );
  }
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  return lines;
}
