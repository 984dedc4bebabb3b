import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/store/open.ts';
import { createSeededRandom } from '../bench/seeded-random.ts';
import { describeEngines, describePostgres } from './engines.ts';
import { runKillRounds } from './kill-rounds.ts';

/** `npm run bench -- kill-9` does a hundred. */
const ROUNDS = 4;

describeEngines('a store', (newStore) => {
  test('a process killed with -9 while it writes has lost nothing that was acknowledged', async () => {
    const report = await runKillRounds(await newStore(), ROUNDS, createSeededRandom(3));
    expect(report).toMatchObject({ kills: ROUNDS, lost: 0, halves: 0 });
    expect(report.acknowledged).toBeGreaterThan(ROUNDS);
  });
});

describePostgres('a store', (newStore) => {
  test('a commit is acknowledged once it is synced', async () => {
    const { db, close } = await openDatabase(await newStore());
    onTestFinished(() => close());
    const shown = async (setting: string) => (await sql`show ${sql.raw(setting)}`.execute(db)).rows[0];
    expect(await shown('synchronous_commit')).toEqual({ synchronous_commit: 'on' });
    expect(await shown('fsync')).toEqual({ fsync: 'on' });
  });
});
