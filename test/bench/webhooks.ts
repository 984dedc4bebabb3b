import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { followBody, unfollowBody, WEBHOOK_TOKEN, webhookQuery } from '../e2e/webhook-request.ts';
import { createWorld, type World } from '../e2e/world.ts';
import { startPostgres } from '../store/postgres-server.ts';
import { median, quantile } from './statistics.ts';

const PER_SECOND = 500;
const SECONDS = 60;
const ROUNDS = 40;
const REPLICAS = 3;

const line = (name: string, value: string) => `    ${name.padEnd(36)}${value}`;
const ms = (values: readonly number[], share: number) => quantile(values, share).toFixed(0);

/** How soon webhooks are answered at a rate that holds for a minute, and how soon every replica shows what one was told. */
export async function benchWebhooks(): Promise<readonly string[]> {
  const postgres = await startPostgres();
  const lines: string[] = [];
  for (const [name, env] of [
    ['embedded', {}],
    ['Postgres', { DATABASE_URL: postgres.url }],
  ] as const) {
    lines.push(line(`${name}: ${PER_SECOND}/s for ${SECONDS} s`, await measureAnswers(env)));
  }
  lines.push(line(`${REPLICAS} replicas: the new count`, await measureReplicas(postgres.url)));
  await postgres.stop();
  return lines;
}

const openWorld = (env: Readonly<Record<string, string>>): Promise<World> =>
  createWorld({ env: { ...env, TENCENT_WEBHOOK_TOKEN: WEBHOOK_TOKEN, LOG_LEVEL: 'warn' } });

/** Sent when each is due, whatever became of those before: what waits for a slow answer counts as slow, too. */
async function measureAnswers(env: Readonly<Record<string, string>>): Promise<string> {
  const world = await openWorld(env);
  // As many as Chat might have under way; what waits for one of them counts as slow.
  const pool = new Pool(world.url, { connections: 64 });
  const took: number[] = [];
  let refused = 0;
  const startedAt = performance.now();
  const sending: Promise<void>[] = [];
  for (let n = 0; n < PER_SECOND * SECONDS; n += 1) {
    const dueAt = startedAt + (n * 1000) / PER_SECOND;
    const waitMs = dueAt - performance.now();
    if (waitMs > 1) await sleep(waitMs);
    const write = n % 3 === 0 ? unfollowBody : followBody;
    const send = async () => {
      const body = write(`fan_${n % 5000}`, [`user_${n % 700}`]);
      const path = `/tencent/webhook?${webhookQuery(body.CallbackCommand)}`;
      const answer = await pool.request({ method: 'POST', path, body: JSON.stringify(body) });
      await answer.body.dump();
      took.push(performance.now() - dueAt);
      if (answer.statusCode !== 200) refused += 1;
    };
    sending.push(send());
  }
  await Promise.all(sending);
  const kept = world.app.webhookCounts.get('kept') ?? 0;
  await pool.close();
  await world.stop();
  return `${took.length - refused} of ${PER_SECOND * SECONDS} answered, ${kept} kept by then; p50 ${ms(took, 0.5)}, p99 ${ms(took, 0.99)}, most ${ms(took, 1)} ms`;
}

/** From the webhook's answer until a command at each replica shows the count that came with it. */
async function measureReplicas(url: string): Promise<string> {
  const world = await openWorld({ DATABASE_URL: url });
  const urls = [world.url];
  while (urls.length < REPLICAS) urls.push((await world.startReplica()).url);
  const took: number[] = [];
  let calls = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const expected = round % 2 === 0 ? 'bob · 2 followers' : 'bob · 1 follower ';
    for (const at of urls) await askAt(world, at);
    const before = world.chat.calls.length;
    world.chat[round % 2 === 0 ? 'follow' : 'unfollow']('carol', 'bob');
    await world.chat.settleWebhooks();
    const answeredAt = performance.now();
    for (const at of urls) while (!(await askAt(world, at)).startsWith(expected.trim())) await sleep(1);
    took.push(performance.now() - answeredAt);
    calls += world.chat.calls.length - before;
  }
  await world.stop();
  const perReplica = (calls / ROUNDS / REPLICAS).toFixed(2);
  return `p50 ${median(took).toFixed(0)}, p99 ${ms(took, 0.99)} ms after the answer at all, ${perReplica} calls to Chat each`;
}

async function askAt(world: World, url: string): Promise<string> {
  world.slack.setRequestUrl(`${url}/slack/events`);
  return (await world.ask('/followstats bob')).text;
}
