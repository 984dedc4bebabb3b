import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createChatReads } from '../../src/chat-lookup.ts';
import { readConfig } from '../../src/config.ts';
import { seedWorkspace } from '../../src/demo/slack/seed.ts';
import { createWorkspace } from '../../src/demo/slack/workspace.ts';
import type { AccountId, LookupMany } from '../../src/followstats/types.ts';
import { createRecorder } from '../../src/lookup/recorder.ts';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import { createPool } from '../../src/tencent/pool.ts';
import { runNode } from '../e2e/node-process.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { residentMb } from './resident.ts';
import { startStandIn } from './stand-in.ts';
import { median } from './statistics.ts';
import { accountsFrom } from './workload.ts';

const LOOKUPS = 60;
const ACCOUNTS = 100;
const STARTS = 5;
const IDLE_MS = 5000;

const line = (name: string, value: string) => `    ${name.padEnd(36)}${value}`;
const nameOf = ({ kind }: StoreOptions) => (kind === 'sqlite' ? 'embedded' : 'Postgres');

/** What the store costs: a look-up's time with it over without, the start, the memory. */
export async function benchStore(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-bench-'));
  const postgres = await startPostgres();
  const lines: string[] = [];
  for (const options of [
    { kind: 'sqlite', folder },
    { kind: 'postgres', url: postgres.url },
  ] as const) {
    lines.push(line(`${nameOf(options)}: look-up with / without`, await compareLookups(options)));
    lines.push(...(await measureStarts(options)));
  }
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  return lines;
}

/** Turn about, so that both meet the same machine. */
async function compareLookups(options: StoreOptions): Promise<string> {
  const chat = await startStandIn(7);
  const store = await openStore(options);
  const now = () => performance.now();
  const onError = (error: unknown) => {
    throw error;
  };
  const recorder = createRecorder({ snapshots: store.snapshots, now, onError });
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-none',
    SLACK_APP_TOKEN: 'xapp-none',
    TENCENT_SDK_APP_ID: '1400000000',
    TENCENT_SECRET_KEY: '0123456789abcdef'.repeat(4),
    TENCENT_BASE_URL: chat.url,
    TENCENT_MAX_CALLS_PER_SECOND: '10000',
  });
  const pool = createPool(chat.url);
  const seams = { mostCallsPerSecond: Number.POSITIVE_INFINITY };
  const took = { with: [] as number[], without: [] as number[] };
  const stacks = {
    with: createChatReads(config, pool, seams, { recorder }).lookup,
    without: createChatReads(config, pool, seams).lookup,
  };
  let asked = 0;
  for (let n = 0; n < LOOKUPS * 2; n += 1) {
    const which = n % 2 === 0 ? 'with' : 'without';
    took[which].push(await timeOf(stacks[which], accountsFrom(asked, ACCOUNTS)));
    asked += ACCOUNTS;
    await recorder.drain();
  }
  await store.close();
  await pool.destroy();
  chat.stop();
  const [a, b] = [median(took.with), median(took.without)];
  return `${a.toFixed(1)} / ${b.toFixed(1)} ms, ratio ${(a / b).toFixed(3)}`;
}

async function timeOf(lookup: LookupMany, accounts: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  await lookup(accounts as readonly AccountId[]);
  return performance.now() - startedAt;
}

async function measureStarts(options: StoreOptions): Promise<readonly string[]> {
  const manifest = readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8');
  const slack = await createWorkspace({ ...seedWorkspace(), manifest });
  const env = {
    SLACK_BOT_TOKEN: slack.credentials.botToken,
    SLACK_SIGNING_SECRET: slack.credentials.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    TENCENT_SDK_APP_ID: '1400000000',
    TENCENT_SECRET_KEY: '0123456789abcdef'.repeat(4),
    TENCENT_BASE_URL: 'http://127.0.0.1:9',
    FOLLOWSTATS_VIEWERS: '*',
    HOST: '127.0.0.1',
    PORT: '0',
    ...(options.kind === 'sqlite' ? { DATA_DIR: options.folder } : { DATABASE_URL: options.url }),
  };
  const readyMs: number[] = [];
  const residentMbs: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const startedAt = performance.now();
    const app = runNode('src/main.ts', [], env);
    const [, port] = await app.says(/"port":(\d+).*"ready"/);
    if (!(await fetch(`http://127.0.0.1:${port}/readyz`)).ok) throw new Error('the app said ready and is not');
    readyMs.push(performance.now() - startedAt);
    await sleep(IDLE_MS);
    residentMbs.push(residentMb(app.pid));
    app.kill('SIGTERM');
    await app.ended;
  }
  await slack.close();
  return [
    line(`${nameOf(options)}: start to /readyz`, `${median(readyMs).toFixed(0)} ms`),
    line(`${nameOf(options)}: idle, resident`, `${median(residentMbs).toFixed(0)} MB`),
  ];
}
