import { expect, test } from 'vitest';
import { createSeededRandom } from '../bench/seeded-random.ts';
import { describePostgres } from '../store/engines.ts';
import { temporaryFolder } from '../store/new-store.ts';
import { type Soak, soakDigests } from './digest-soak.ts';

/** Processes are started and killed for real; `npm run bench -- digests` does it with the whole numbers. */
const TIME_LIMIT_MS = 90_000;
const SMALL = { digests: 6, slots: 2, kills: 3 };

async function expectExactlyOnce(soak: Omit<Soak, 'random'>): Promise<void> {
  const report = await soakDigests({ ...soak, random: createSeededRandom(7) });
  expect(report).toMatchObject({ kills: soak.kills, twice: [], wrong: [] });
  expect(report.posts).toBeGreaterThan(report.slots / 2);
}

describePostgres('three replicas', (newStore) => {
  test(
    'that are killed while Slack’s answers get lost post each slot once, or say why not',
    async () => expectExactlyOnce({ ...SMALL, store: await newStore(), replicas: 3 }),
    TIME_LIMIT_MS,
  );
});

test(
  'one process on the embedded store that is killed posts each slot once, or says why not',
  () => expectExactlyOnce({ ...SMALL, store: { kind: 'sqlite', folder: temporaryFolder() }, replicas: 1 }),
  TIME_LIMIT_MS,
);
