import { setTimeout as sleep } from 'node:timers/promises';
import type { DigestId } from '../../src/digests/types.ts';
import { openStore, type Store } from '../../src/store/open.ts';
import { residentMb } from '../bench/resident.ts';
import { createSeededRandom } from '../bench/seeded-random.ts';
import { median } from '../bench/statistics.ts';
import { scheduleOf } from '../digests/schedule/sample-schedules.ts';
import { createDigest } from '../e2e/digest-world.ts';
import { runNode } from '../e2e/node-process.ts';
import { createActs } from './load/acts.ts';
import { createAsk } from './load/ask.ts';
import { createCallRate } from './load/call-rate.ts';
import { flow } from './load/pace.ts';
import { openSoakStage } from './load/soak-stage.ts';
import { newTally, type Tally } from './load/tally.ts';
import { changeWeather } from './load/weather.ts';

interface Options {
  readonly minutes: number;
  /** Of each Chat command, for all the app does; people ask for 80 % of it. */
  readonly callsPerSecond: number;
  /** Share of the time after which the app counts as warm. */
  readonly warmUp?: number;
  readonly log?: (line: string) => void;
}

/** What came of a mixed load on one app. */
export interface MixedReport extends Tally {
  /** The app's resident memory once it was warm, and at the end: medians of a tenth of the time, MB. */
  readonly warmMb: number;
  readonly endMb: number;
  /** Calls of Chat in all, the most of one command in any second, and those that Chat turned away as too many. */
  readonly calls: number;
  readonly most: number;
  readonly tooMany: number;
  readonly storms: number;
  readonly digestRuns: Readonly<Record<string, number>>;
  readonly webhooks: number;
  readonly webhooksLost: number;
}

const PEOPLE = 80;
const ACCOUNTS = 60_000;
const BATCH = 20;
const ASKED_SHARE = 0.8;
const FORGET_MS = 90_000;
const PATIENCE_MS = 90_000;
/** None comes more often than every quarter of an hour, so with so many one is due each minute. */
const DIGESTS = 15;

/** Runs one app under a mixed load with faults that come and go. */
export async function soakMixedLoad(options: Options): Promise<MixedReport> {
  const { minutes, callsPerSecond, warmUp = 0.2, log = () => {} } = options;
  const webhookToken = 'soak-token';
  const stage = await openSoakStage({ people: PEOPLE, accounts: ACCOUNTS, callsPerSecond, webhookToken });
  const { slack, chat, askers, accounts, env, dataFolder } = stage;
  await withStore(dataFolder, async (store) => {
    for (let n = 0; n < DIGESTS; n += 1)
      await createDigest(store, {
        title: `Creators ${n}`,
        schedule: scheduleOf(`${n},${n + 15},${n + 30},${n + 45} * * * *`),
      });
  });
  const app = runNode('src/main.ts', [], { ...env, LOG_LEVEL: 'info' });
  const tally = newTally();
  const rate = createCallRate();
  const random = createSeededRandom(7);
  const samples: number[] = [];
  try {
    const [, port] = await app.says(/"port":(\d+).*"ready"/);
    slack.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
    chat.sendWebhooksTo({ url: `http://127.0.0.1:${port}/tencent/webhook`, token: webhookToken });
    const ask = createAsk({ slack, tally, patienceMs: PATIENCE_MS });
    // As many calls as are asked for, in commands that each need a few.
    const each = Math.min(100, BATCH * Math.max(1, Math.round(callsPerSecond / 32)));
    const acts = createActs({ slack, chat, ask, random, accounts, each });
    const perSecond = (callsPerSecond * ASKED_SHARE * BATCH) / each;
    const ends = Date.now() + minutes * 60_000;
    let counted = 0;

    async function look(): Promise<void> {
      while (Date.now() < ends) {
        await sleep(1000);
        samples.push(residentMb(app.pid));
        rate.add(chat.calls.slice(counted));
        counted = chat.calls.length;
        if (samples.length % 30 !== 0) continue;
        chat.forget(Date.now() - FORGET_MS);
        counted = chat.calls.length;
        slack.forget(Date.now() - FORGET_MS);
        log(
          `${samples.length} s: ${samples.at(-1)?.toFixed(0)} MB, ${rate.total()} calls, at most ${rate.most()} in a second, ` +
            `${tally.acknowledged} acknowledged, ${tally.answered} answered, ${tally.excused} excused`,
        );
      }
    }

    const streams = [
      { perSecond, act: acts.fresh },
      ...[acts.cached, acts.history, acts.refresh, acts.list].map((act) => ({ perSecond: 1, act })),
      ...[acts.share, acts.home, acts.fans].map((act) => ({ perSecond: 0.3, act })),
      { perSecond: 5, act: async () => acts.follow() },
    ];
    const [storms] = await Promise.all([changeWeather(stage, ends), flow(askers, streams, ends), look()]);
    rate.add(chat.calls.slice(counted));
    await chat.settleWebhooks();
    app.kill('SIGTERM');
    await app.ended;
    const runs = await withStore(dataFolder, async (store) =>
      (
        await Promise.all(Array.from({ length: DIGESTS }, (_, n) => store.runs.log(`${n + 1}` as DigestId, 100)))
      ).flat(),
    );
    const digestRuns = Object.fromEntries(
      [...Map.groupBy(runs, ({ state }) => String(state))].map(([state, { length }]) => [state, length]),
    );
    const tenth = Math.max(1, Math.floor(samples.length / 10));
    const warmAt = Math.floor(samples.length * warmUp);
    return {
      ...tally,
      ...{ storms, digestRuns },
      warmMb: median(samples.slice(warmAt, warmAt + tenth)),
      endMb: median(samples.slice(-tenth)),
      ...{ calls: rate.total(), most: rate.most(), tooMany: rate.tooMany() },
      webhooks: chat.webhooks.length,
      webhooksLost: chat.webhooks.filter(({ isAcknowledged }) => !isAcknowledged).length,
    };
  } finally {
    app.kill('SIGKILL');
    await stage.close();
  }
}

async function withStore<Result>(folder: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore({ kind: 'sqlite', folder });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
