import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createChatServer } from '../../src/demo/chat/server.ts';
import { seedWorkspace } from '../../src/demo/slack/seed.ts';
import type { Channel, Message } from '../../src/demo/slack/types.ts';
import { createWorkspace } from '../../src/demo/slack/workspace.ts';
import type { Workspace } from '../../src/demo/slack/workspace-types.ts';
import type { Run } from '../../src/digests/runs.ts';
import type { DigestId } from '../../src/digests/types.ts';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import { scheduleOf } from '../digests/schedule/sample-schedules.ts';
import { createMovedClock } from '../moved-clock.ts';
import { accounts } from '../store/contracts/askers.ts';
import { type Replicas, startReplicas } from './replicas.ts';

/** How much is asked of the app. */
export interface Soak {
  readonly store: StoreOptions;
  readonly replicas: number;
  /** All due at the same minute, each in a channel of its own. */
  readonly digests: number;
  readonly slots: number;
  /** How often a replica is killed with -9; the slots are spread over them. */
  readonly kills: number;
  readonly random: () => number;
}

export interface SoakReport {
  readonly kills: number;
  /** Slots that should have been delivered. */
  readonly slots: number;
  readonly posts: number;
  /** Slots that Slack holds more than one post of. */
  readonly twice: readonly string[];
  /** Slots without a final record, or whose record says something else than the channel. */
  readonly wrong: readonly string[];
  /** How often Slack's answer was lost, and how often it said 429. */
  readonly lost: number;
  readonly limited: number;
  /** How many of the runs are in each state, and why. */
  readonly states: Readonly<Record<string, number>>;
}

const SDK_APP_ID = 1400000000;
const SECRET_KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e';
const OWNER = 'U0ANDERS001';
const HOUR = 3_600_000;
/** A whole hour; the first slot is the next one. */
const START = Date.parse('2026-11-23T08:00:00Z');

/** The clock of a slot's hour: it is moved in steps, each as long as nobody would call a stall. */
const STEP_MS = 5000;
const STEP_TAKES_MS = 150;
/** Leases, retries and the owner's answers fit into this much of it. */
const STEPS_AFTER_SLOT = 28;
/** Kills come in the first of these steps, while there is most to do. */
const STEPS_OF_KILLS = 6;
/** How long a replica that has just become ready may work, at most, before it is killed. */
const WORKS_MS = 500;
/** A person looks at the channel before they answer, and takes at least so long. */
const OWNER_TAKES_MS = 2000;
const MOST_ROUNDS_AFTER = 20;

/** Delivers the slots of many digests while replicas are killed and Slack's answers get lost, and counts what came of it. */
export async function soakDigests(soak: Soak): Promise<SoakReport> {
  const clock = createMovedClock(START);
  const chat = await createChatServer({
    sdkAppId: SDK_APP_ID,
    secretKey: SECRET_KEY,
    admins: ['administrator'],
    accounts: ['alice', 'bob'],
    follows: [['bob', 'alice']],
  });
  const slack = await openSlack(soak, clock.now);
  await createDigests(soak, clock.now);
  const replicas = startReplicas(soak.replicas, toEnv(soak.store, slack, chat.url), START);
  const owner = createOwner(slack);
  let kills = 0;
  let lost = 0;
  let limited = 0;
  setFaults(slack, soak.random);

  async function step(): Promise<void> {
    clock.moveTo(clock.now() + STEP_MS);
    replicas.moveTo(clock.now());
    await sleep(STEP_TAKES_MS);
    await owner.answer();
  }

  try {
    await untilReady(replicas, soak.replicas);
    for (let slot = 1; slot <= soak.slots; slot += 1) {
      clock.moveTo(START + slot * HOUR);
      replicas.moveTo(clock.now());
      // As many kills as this slot's share.
      const share = Math.round((soak.kills * slot) / soak.slots) - kills;
      const at = Array.from({ length: share }, () => Math.floor(soak.random() * STEPS_OF_KILLS));
      for (let n = 0; n < STEPS_AFTER_SLOT; n += 1) {
        // Whoever is killed had the whole app running.
        for (const _ of at.filter((killedAt) => killedAt === n)) {
          await untilReady(replicas, soak.replicas);
          await sleep(soak.random() * WORKS_MS);
          await replicas.killOne(soak.random());
          kills += 1;
        }
        await step();
      }
      await untilReady(replicas, soak.replicas);
    }
    lost = countFaults(slack, 'lost');
    limited = countFaults(slack, 'limited');
    slack.setFaults([]);
    await untilReady(replicas, soak.replicas);
    let runs: readonly Run[] = [];
    for (let round = 0; round < MOST_ROUNDS_AFTER; round += 1) {
      for (let n = 0; n < STEPS_AFTER_SLOT; n += 1) await step();
      if (soak.store.kind === 'postgres') {
        runs = await readRuns(soak, clock.now);
        if (runs.every(isFinal)) break;
      } else if (round >= 2) break;
    }
    await replicas.stop();
    runs = await readRuns(soak, clock.now);
    return { kills, lost, limited, ...judge(soak, runs, slack.postsWith('followstats_digest')) };
  } finally {
    await replicas.stop();
    await Promise.all([chat.close(), slack.close()]);
  }
}

const isFinal = ({ state }: Run): boolean => ['posted', 'skipped', 'failed', 'missed'].some((one) => one === state);

function judge({ digests, slots }: Soak, runs: readonly Run[], posts: readonly Message[]) {
  const postsOf = Map.groupBy(posts, ({ metadata }) => String(metadata?.event_payload.delivery_id));
  const runOf = new Map(runs.map((run) => [String(run.id), run]));
  const wanted = Array.from({ length: digests }, (_, n) =>
    Array.from({ length: slots }, (_, slot) => `${n + 1}-${START + (slot + 1) * HOUR}`),
  ).flat();
  const states: Record<string, number> = {};
  for (const { state, reason } of runs) {
    const key = reason ? `${state}: ${reason}` : String(state);
    states[key] = (states[key] ?? 0) + 1;
  }
  const ids = new Set<string>([...wanted, ...postsOf.keys(), ...runOf.keys()]);
  const wrong = [...ids].flatMap((id) => {
    const [run, count] = [runOf.get(id), postsOf.get(id)?.length ?? 0];
    if (!run) return [`${id}: no record, ${count} posts`];
    const isRight = isFinal(run) && (run.state === 'posted') === count > 0;
    return isRight ? [] : [`${id}: ${run.state} ${run.reason ?? ''}, ${count} posts`];
  });
  const twice = [...postsOf].flatMap(([id, { length }]) => (length > 1 ? [`${id}: ${length}`] : []));
  return { slots: wanted.length, posts: posts.length, twice, wrong, states };
}

async function readRuns({ store: options, digests, slots }: Soak, now: () => number): Promise<readonly Run[]> {
  const store = await openStore({ ...options, now });
  const logs = Array.from({ length: digests }, (_, n) => store.runs.log(String(n + 1) as DigestId, slots * 2));
  return (await Promise.all(logs).finally(store.close)).flat();
}

async function createDigests({ store: options, digests }: Soak, now: () => number): Promise<void> {
  const store = await openStore({ ...options, now });
  for (let n = 0; n < digests; n += 1) {
    await store.digests.create(
      {
        title: `Digest ${n}`,
        channelId: channelOf(n),
        accounts: accounts('alice', 'bob'),
        lists: [],
        schedule: scheduleOf('0 * * * *'),
        chart: false,
        onlyIfChanged: false,
        thresholds: {},
        language: undefined,
      },
      { personId: OWNER, channelId: channelOf(n) },
    );
  }
  await store.close();
}

const channelOf = (n: number): string => `C0SOAK${String(n).padStart(4, '0')}`;

async function openSlack({ digests }: Soak, now: () => number): Promise<Workspace> {
  const seed = seedWorkspace();
  const [like] = seed.channels;
  const channels = Array.from({ length: digests }, (_, n): Channel => ({ ...(like as Channel), id: channelOf(n) }));
  const manifest = readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8');
  return createWorkspace({ ...seed, channels: [...seed.channels, ...channels], manifest, now });
}

function setFaults(slack: Workspace, random: () => number): void {
  const seed = Math.floor(random() * 1e6);
  slack.setFaults(
    [
      { kind: 'rate-limit', method: 'chat.postMessage', retryAfterSeconds: 10, share: 0.1 },
      // Of the other nine tenths.
      { kind: 'lose-answer', method: 'chat.postMessage', share: 0.2 / 0.9 },
    ],
    seed,
  );
}

function countFaults(slack: Workspace, kind: 'lost' | 'limited'): number {
  const posts = slack.apiCalls.filter(({ method }) => method === 'chat.postMessage');
  return posts.filter(({ status }) => status === (kind === 'limited' ? 429 : 0)).length;
}

function toEnv(store: StoreOptions, slack: Workspace, chatUrl: string): Readonly<Record<string, string>> {
  const { botToken, appToken } = slack.credentials;
  return {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: slack.apiUrl,
    TENCENT_SDK_APP_ID: String(SDK_APP_ID),
    TENCENT_SECRET_KEY: SECRET_KEY,
    TENCENT_BASE_URL: chatUrl,
    FOLLOWSTATS_ADMINS: OWNER,
    ...(store.kind === 'postgres' ? { DATABASE_URL: store.url } : { DATA_DIR: store.folder }),
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
  };
}

async function untilReady(replicas: Replicas, count: number): Promise<void> {
  for (const until = Date.now() + 60_000; replicas.ready() < count; await sleep(20)) {
    if (Date.now() > until) throw new Error(`only ${replicas.ready()} of ${count} replicas became ready`);
  }
}

/** The digests' owner: looks into the channel when asked whether a post arrived, and presses the button that is true. */
function createOwner(slack: Workspace) {
  const asked = new Map<string, number>();

  function questions(): readonly { readonly message: Message; readonly run: string }[] {
    const direct = slack.channels.filter(({ id }) => id.startsWith('D'));
    return direct
      .flatMap(({ id }) => slack.messagesFor(OWNER, id))
      .flatMap((message) => {
        const [, run] = /"value":"(\d+-\d+)"/.exec(JSON.stringify(message.blocks)) ?? [];
        return run ? [{ message, run }] : [];
      });
  }

  return {
    async answer(): Promise<void> {
      for (const { message, run } of questions()) {
        const since = asked.get(message.ts);
        if (since === undefined) asked.set(message.ts, Date.now());
        if (since === undefined || Date.now() - since < OWNER_TAKES_MS) continue;
        const isThere = slack
          .postsWith('followstats_digest')
          .some(({ metadata }) => metadata?.event_payload.delivery_id === run);
        const actionId = isThere ? 'followstats_digest_arrived' : 'followstats_digest_again';
        // No replica may be there to take it; the button is still there the next time.
        await slack.press({ personId: OWNER, ts: message.ts, actionId }).catch(() => undefined);
      }
    },
  };
}
