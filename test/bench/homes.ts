import { createDigest } from '../e2e/digest-world.ts';
import { homesOf, said, sizeOf } from '../e2e/open-home.ts';
import { createWorld, PEOPLE } from '../e2e/world.ts';
import { median, quantile } from './statistics.ts';

const ROUNDS = 30;
const TEAMS = [0, 5, 500] as const;

interface Measured {
  readonly digests: number;
  readonly blocks: number;
  readonly bytes: number;
  /** Milliseconds each: from the event to the Home; from another person's command to the Home that shows it. */
  readonly opened: readonly number[];
  readonly changed: readonly number[];
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function measure(digests: number): Promise<Measured> {
  const world = await createWorld({ mode: 'socket', env: { LOG_LEVEL: 'warn' } });
  const homes = homesOf(world);
  await world.restart(async (store) => {
    for (let n = 0; n < digests; n += 1) await createDigest(store, { title: `Creators ${n}` });
  });
  const { blocks, bytes } = sizeOf(await homes.open(PEOPLE.admin));
  const [opened, changed]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    opened.push(await timeOf(() => homes.open(PEOPLE.admin)));
    const list = `list-${round}`;
    changed.push(
      await timeOf(async () => {
        await homes.type(`list create ${list} alice`);
        await homes.until(PEOPLE.admin, (view) => said(view).includes(`${round + 1} list`));
      }),
    );
  }
  await world.stop();
  return { digests, blocks, bytes, opened, changed };
}

/** How soon a Home is there, by how many digests there are; one process with the embedded store. */
export async function benchHomes(): Promise<readonly string[]> {
  // The first that a process shows takes longer.
  await measure(0);
  const all: Measured[] = [];
  for (const digests of TEAMS) all.push(await measure(digests));
  const ms = (values: readonly number[], share: number) => quantile(values, share).toFixed(0);
  const [least, most] = [all[0], all.at(-1)];
  const ratio = least && most ? median(most.opened) / median(least.opened) : Number.NaN;
  return [
    ...all.map(
      ({ digests, blocks, bytes, opened, changed }) =>
        `${digests} digests: ${blocks} blocks, ${(bytes / 1000).toFixed(1)} kB; opened within ${ms(opened, 0.5)} ms ` +
        `(p95 ${ms(opened, 0.95)}), a change shown within ${ms(changed, 0.5)} ms (p95 ${ms(changed, 0.95)})`,
    ),
    `opening ${most?.digests} digests takes ${ratio.toFixed(1)} times as long as opening none`,
  ];
}
