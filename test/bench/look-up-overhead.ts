import { createLookup } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createFollowGraphSeed } from '../../src/demo/chat/seed.ts';
import type { AccountId } from '../../src/followstats/types.ts';
import { createPool } from '../../src/tencent/pool.ts';
import { createBareLoop } from './bare-loop.ts';
import { CHAT, startChatProcess } from './chat-process.ts';
import { median } from './statistics.ts';

const ACCOUNTS = 4000;
const ROUNDS = 15;
const CONCURRENCY = 8;

interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

async function measure(work: () => Promise<ReadonlyMap<string, unknown>>): Promise<Cost> {
  const startedAt = performance.now();
  const before = process.cpuUsage();
  const { size } = await work();
  if (size !== ACCOUNTS) throw new Error(`answered ${size} of ${ACCOUNTS} accounts`);
  const { user, system } = process.cpuUsage(before);
  return { wall: ((performance.now() - startedAt) * 1000) / ACCOUNTS, cpu: (user + system) / ACCOUNTS };
}

/** What the app's look-up stack (cache off) costs an account, over a bare loop doing the same calls. Microseconds. */
export async function benchLookUpOverhead(): Promise<Record<string, string>> {
  const chat = await startChatProcess(ACCOUNTS);
  const accounts = createFollowGraphSeed(ACCOUNTS).accounts as readonly AccountId[];
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-none',
    SLACK_APP_TOKEN: 'xapp-none',
    TENCENT_SDK_APP_ID: String(CHAT.sdkAppId),
    TENCENT_SECRET_KEY: CHAT.secretKey,
    TENCENT_BASE_URL: chat.url,
    CACHE_TTL_SECONDS: '0',
  });
  const pool = createPool(chat.url);
  const ours = createLookup(config, pool);
  const bare = createBareLoop(chat.url, CONCURRENCY);
  const rounds: { readonly ours: Cost; readonly bare: Cost }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Alternating who goes first, so that neither always meets the warmer machine.
    const first = round % 2 === 0 ? await measure(() => ours(accounts)) : undefined;
    const bareCost = await measure(() => bare.lookup(accounts));
    rounds.push({ ours: first ?? (await measure(() => ours(accounts))), bare: bareCost });
  }
  await Promise.all([pool.close(), bare.close()]);
  chat.stop();
  const of = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.slice(3).map(pick));
  return {
    'wall µs an account: app / bare loop': `${of((r) => r.ours.wall).toFixed(1)} / ${of((r) => r.bare.wall).toFixed(1)}`,
    'wall, ratio': of((r) => r.ours.wall / r.bare.wall).toFixed(2),
    'CPU µs an account: app / bare loop': `${of((r) => r.ours.cpu).toFixed(1)} / ${of((r) => r.bare.cpu).toFixed(1)}`,
    'CPU, ratio': of((r) => r.ours.cpu / r.bare.cpu).toFixed(2),
  };
}
