import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Soak, type SoakReport, soakDigests } from '../soak/digest-soak.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { createSeededRandom } from './seeded-random.ts';

const FULL = { digests: 40, slots: 15, random: createSeededRandom(11) };

/** Forty digests on the same minute for fifteen slots, with kills, lost answers and 429s, on each engine. */
export async function benchDigests(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-bench-'));
  const postgres = await startPostgres();
  const soaks: readonly [string, Soak][] = [
    ['three replicas on Postgres', { ...FULL, store: { kind: 'postgres', url: postgres.url }, replicas: 3, kills: 60 }],
    ['one process on SQLite', { ...FULL, store: { kind: 'sqlite', folder }, replicas: 1, kills: 100 }],
  ];
  const lines: string[] = [];
  for (const [title, soak] of soaks) lines.push(...describe(title, await soakDigests(soak)));
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  return lines;
}

function describe(title: string, { kills, slots, posts, twice, wrong, lost, limited, states }: SoakReport) {
  return [
    `${title}: ${kills} kills, ${lost} answers lost, ${limited} times 429; ${slots} slots, ${posts} posts, ` +
      `${twice.length} slots posted twice, ${wrong.length} without a true record`,
    `  ${Object.entries(states)
      .map(([state, count]) => `${count} ${state}`)
      .join(', ')}`,
    ...[...twice, ...wrong].map((line) => `  ${line}`),
  ];
}
