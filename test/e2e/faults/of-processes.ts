import pg from 'pg';
import { renderManifest } from '../../../manifest/render.ts';
import { createApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { createChatServer } from '../../../src/demo/chat/server.ts';
import { seedWorkspace } from '../../../src/demo/slack/seed.ts';
import { createWorkspace } from '../../../src/demo/slack/workspace.ts';
import type { DigestId } from '../../../src/digests/types.ts';
import { openStore } from '../../../src/store/open.ts';
import { createLogSink } from '../../log-sink.ts';
import { startReplicas } from '../../soak/replicas.ts';
import { appEnv, SDK_APP_ID, SECRET_KEY } from '../app-env.ts';
import { createDigest, MINUTE, NINE } from '../digest-world.ts';
import { createProcessWorld, type ProcessWorld } from '../process-world.ts';
import { CHANNELS, createWorld, PEOPLE } from '../world.ts';
import type { MadeFaults, MakeFault, Seen } from './fault-row.ts';
import { folderFor } from './folder-for.ts';
import { newDatabase } from './of-stores.ts';
import { asRead, shownIn, unusualLines } from './seen.ts';

const tick = () => new Promise((resolve) => setTimeout(resolve, 50));
const place = { personId: PEOPLE.admin, channelId: CHANNELS.community };
/** What is owed to people, in the store. */
const OWED = 'owed:';
/** More than after which a replica is taken for dead. */
const LONG_MS = 60_000;

interface Killed {
  readonly typed: string;
  /** Makes the command wait; resolves with what lets it go on. */
  readonly hold: (world: ProcessWorld, databaseUrl: string) => Promise<() => Promise<void>>;
}

/** A replica is killed with -9 once it has acknowledged a command, and another one starts. */
function killed({ typed, hold }: Killed): MakeFault {
  return async (scope): Promise<Seen> => {
    const { store: options, env } = await newDatabase(scope);
    const world = await createProcessWorld();
    scope.defer(() => world.close());
    const { slack, chat, dataFolder } = world;
    const first = world.start('http', env);
    scope.defer(() => first.kill('SIGKILL'));
    await world.ready(first, 'http');
    const { expiringValues, close } = await openStore(options);
    scope.defer(close);
    const release = await hold(world, 'url' in options ? options.url : '');
    await slack.type({ ...place, text: `/followstats ${typed}` });
    first.kill('SIGKILL');
    await first.ended;
    await release();
    const owed = await expiringValues.under(OWED);
    // Lets the time pass after which another replica speaks for it.
    for (const [key, text] of owed) {
      const value = JSON.parse(text);
      await expiringValues.set(key, JSON.stringify({ ...value, at: value.at - LONG_MS }), 10 * LONG_MS);
    }
    const since = slack.mark();
    const log = createLogSink();
    const config = { ...appEnv({ slack, chat, dataFolder }), FOLLOWSTATS_ADMINS: PEOPLE.admin, ...env };
    const next = createApp(readConfig(config), { logDestination: log, interruptedWatchedMs: 1000 });
    scope.defer(() => next.stop());
    await next.start();
    await slack.waitForMessage({ ...place, since, timeoutMs: 60_000 });
    await next.stop();
    const shown = shownIn(world, place.personId);
    return {
      person: shown,
      operator: unusualLines(log.lines),
      kept: [
        { what: 'people told', of: owed.size, kept: shown.length },
        { what: 'answers still owed', of: 0, kept: (await expiringValues.under(OWED)).size },
      ],
    };
  };
}

/** Holds up every reading of who may do what. */
async function lockGrants(databaseUrl: string): Promise<() => Promise<void>> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query('begin');
  await client.query('lock table grants in access exclusive mode');
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}

const killedInDigest: MakeFault = async (scope) => {
  const folder = folderFor(scope);
  const chat = await createChatServer({
    ...{ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY, admins: ['administrator'] },
    ...{ accounts: ['alice', 'bob'], follows: [] },
  });
  scope.defer(() => chat.close());
  let at = NINE - MINUTE;
  const slack = await createWorkspace({ ...seedWorkspace(), manifest: renderManifest(), now: () => at });
  scope.defer(() => slack.close());
  const now = () => at;
  const store = await openStore({ kind: 'sqlite', folder, now });
  await createDigest(store, {});
  await store.close();
  const env = {
    ...appEnv({ slack, chat, dataFolder: folder, mode: 'socket' }),
    ...{ FOLLOWSTATS_ADMINS: PEOPLE.admin, LOG_LEVEL: 'silent' },
  };
  const replicas = startReplicas(1, env, at);
  scope.defer(replicas.stop);
  const moveTo = (to: number) => {
    at = to;
    replicas.moveTo(to);
  };
  await slack.socketConnected();
  slack.setFaults([{ kind: 'hang', method: 'chat.postMessage', times: 1 }]);
  moveTo(NINE);
  while (!slack.apiCalls.some(({ method }) => method === 'chat.postMessage')) await tick();
  await replicas.killOne(0);
  // Past the lease, and past the time that a post may take to be seen; as fast as the next replica gets on.
  let isAsked = false;
  const asked = slack.waitForMessage({
    personId: PEOPLE.admin,
    matches: ({ text }) => text.includes('may or may not have arrived'),
    timeoutMs: 50_000,
  });
  const over = () => {
    isAsked = true;
  };
  asked.then(over, over);
  while (!isAsked) {
    if (replicas.ready() > 0) moveTo(at + 10_000);
    await tick();
  }
  const question = await asked;
  await slack.press({ personId: PEOPLE.admin, ts: question.ts, actionId: 'followstats_digest_again' });
  await slack.waitForMessage({
    ...place,
    matches: ({ metadata }) => metadata?.event_type === 'followstats_digest',
  });
  await replicas.stop();
  const left = await openStore({ kind: 'sqlite', folder, now });
  const runs = await left.runs.log('1' as DigestId, 10);
  await left.close();
  return {
    person: [`the owner, in direct messages: ${asRead(question.text, slack)}`],
    operator: [`the digest’s log: ${runs.map(({ state }) => state).join('; ')}`],
    kept: [{ what: 'posts, after the owner asked for it', of: 1, kept: slack.postsWith('followstats_digest').length }],
  };
};

const QUESTIONS = 10;

/** The app is stopped while ten questions wait for Chat. */
const stoppedUnderLoad: MakeFault = async (scope) => {
  const world = await createWorld({
    chat: { latencyMs: () => 300 },
    env: { LOG_LEVEL: 'info', FOLLOWSTATS_NAMES: 'off', CACHE_TTL_SECONDS: '0' },
    seams: { progressAfterMs: 60_000 },
  });
  scope.defer(() => world.stop());
  const typing = Array.from({ length: QUESTIONS }, () => world.slack.type({ ...place, text: '/followstats alice' }));
  const acknowledged = (await Promise.all(typing)).filter(({ error }) => error === undefined).length;
  await world.app.stop();
  const shown = shownIn(world, place.personId);
  return {
    person: [...new Set(shown)],
    operator: [
      ...unusualLines(world.log.lines),
      `log, info: ${world.log.named('stopped').length > 0 ? 'stopped' : ''}`,
    ],
    // One whose acknowledgement came late is answered, too.
    kept: [{ what: 'answers', of: acknowledged, kept: Math.min(shown.length, acknowledged) }],
  };
};

export const OF_PROCESSES: MadeFaults = {
  'killed with -9 in the middle of a look-up': killed({
    typed: 'alice',
    async hold({ chat }) {
      chat.setFaults([{ kind: 'hang' }]);
      return async () => chat.setFaults([]);
    },
  }),
  'killed with -9 in the middle of a change': killed({
    typed: 'allow @priya',
    hold: (_, databaseUrl) => lockGrants(databaseUrl),
  }),
  'killed with -9 while it posts a digest': killedInDigest,
  'told to stop while ten questions wait for Chat': stoppedUnderLoad,
};
