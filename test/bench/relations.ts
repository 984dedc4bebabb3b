import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createChatReads } from '../../src/chat-lookup.ts';
import { createChatServer } from '../../src/demo/chat/server.ts';
import { createRelationLists } from '../../src/followstats/relations/relation-lists.ts';
import type { AccountId } from '../../src/followstats/types.ts';
import { makeExport } from '../../src/slack/relations/make-export.ts';
import { createReaders, USUAL } from '../../src/slack/words/reader.ts';
import { createPool } from '../../src/tencent/pool.ts';
import { systemTimers } from '../../src/timers.ts';
import { configOf } from './contender.ts';
import { mean, median, quantile } from './statistics.ts';

const SDK_APP_ID = 1_400_000_000;
const KEY = '0123456789abcdef'.repeat(4);
const ADMIN = 'administrator';
const SIZES: Readonly<Record<string, number>> = { star: 5000, giant: 100_000 };
const ANSWER_MS = 30;
const ROUNDS = 5;
/** Other people's look-ups of one round: one every so many milliseconds. */
const LOOKUPS = 150;
const APART_MS = 20;
const OPENED = 20;

const others = Array.from({ length: LOOKUPS }, (_, n) => `user_${n}` as AccountId);
const line = (name: string, value: string) => `    ${name.padEnd(52)}${value}`;
const ms = (value: number) => `${value.toFixed(1)} ms`;

/** A list's first page, the file of a whole one, and what other people's look-ups take beside that. Chat is a process of its own. */
export async function* benchRelations(): AsyncGenerator<string> {
  const child = fork(import.meta.filename, ['serve'], { execArgv: [] });
  try {
    const [url] = await once(child, 'message');
    const baseUrl = String(url);
    const pool = createPool(baseUrl);
    const config = configOf({
      ...{ baseUrl, sdkAppId: SDK_APP_ID, secretKey: KEY, admin: ADMIN, from: ADMIN },
      ...{ limit: { calls: 160, perMs: 1000 }, cacheTtlMs: 0, cacheMax: 10_000 },
    } as Parameters<typeof configOf>[0]);
    const reads = createChatReads(config, pool);
    yield* await benchOpening(reads);
    yield* await benchBeside(reads);
    await pool.destroy();
  } finally {
    child.kill();
  }
}

type Reads = ReturnType<typeof createChatReads>;

async function benchOpening({ readRelations, lookup }: Reads): Promise<readonly string[]> {
  const kept = new Map<string, string>();
  const values = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: string) => void kept.set(key, value),
  };
  const lists = createRelationLists({ values, readRelations, lookup, nameOf: (_, name) => name });
  const lines: string[] = [];
  for (const [account, size] of Object.entries(SIZES)) {
    const took: number[] = [];
    for (let n = 0; n < OPENED; n += 1) {
      const at = performance.now();
      const asked = { personId: 'U1', account: account as AccountId, kind: 'fans' } as const;
      await lists.open(asked, { signal: new AbortController().signal });
      took.push(performance.now() - at);
    }
    lines.push(line(`first page of ${size} fans`, `${ms(median(took))}, 95 of 100: ${ms(quantile(took, 0.95))}`));
  }
  return lines;
}

/** The means of rounds in turn, without and with a file being made. */
async function benchBeside({ lookup, readRelations }: Reads): Promise<readonly string[]> {
  const reader = createReaders()(USUAL);
  const [without, beside, files]: [number[], number[], number[]] = [[], [], []];

  async function lookUpAll(): Promise<number> {
    const took = await Promise.all(
      others.map(async (account, n) => {
        await systemTimers.sleep(n * APART_MS);
        const at = performance.now();
        await lookup([account], { caller: account });
        return performance.now() - at;
      }),
    );
    return mean(took);
  }

  await lookUpAll();
  for (let round = 0; round < ROUNDS; round += 1) {
    without.push(await lookUpAll());
    const halt = new AbortController();
    const at = performance.now();
    const about = {
      readRelations,
      account: 'giant' as AccountId,
      kind: 'fans',
      signal: halt.signal,
      timers: systemTimers,
    } as const;
    const making = makeExport(reader, { ...about, onRows: () => {} }).then(({ rows }) => {
      files.push(performance.now() - at);
      return rows;
    });
    beside.push(await lookUpAll());
    if ((await making) !== SIZES.giant) throw new Error('the file lacks some');
  }
  const ratios = beside.map((value, n) => value / (without[n] ?? Number.NaN));
  return [
    line('a file of 100,000 fans', `${(median(files) / 1000).toFixed(1)} s`),
    line('another’s look-up, no file being made', `${ms(median(without))} (${spread(without)})`),
    line('the same beside it', `${ms(median(beside))} (${spread(beside)}), ${median(ratios).toFixed(2)} ×`),
  ];
}

const spread = (values: readonly number[]): string => `${ms(Math.min(...values))} to ${ms(Math.max(...values))}`;

async function serve(): Promise<void> {
  const server = await createChatServer({
    ...{ sdkAppId: SDK_APP_ID, secretKey: KEY, admins: [ADMIN], follows: [] },
    accounts: [...Object.keys(SIZES), ...others],
    audience: (id) => SIZES[id] ?? 0,
    latencyMs: () => ANSWER_MS,
  });
  process.send?.(server.url);
}

if (process.argv[2] === 'serve' && process.send) await serve();
