import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { readVersions } from './build-info.ts';

/** What is the same for as long as the process lives. */
interface Options {
  /** `sqlite` or `postgres`. */
  readonly store: string;
  /** `http` or `socket`. */
  readonly mode: string;
  /** Milliseconds of a clock that nothing sets back. */
  readonly monotonic: () => number;
}

/** Ends what was begun, with what came of it. */
type EndWith = (outcome: string) => void;

/**
 * What the app counts and times for Prometheus. Each room is handed one of these functions and knows no more of it. Values of labels
 * come from closed sets of the rooms: a name, an id or a text of a person's would make a series each, and be read by others.
 */
export interface Metrics {
  /** The page, in Prometheus' text format. */
  read(): Promise<{ readonly contentType: string; readonly text: string }>;
  /** A person's command has ended. `ms`: from when it was read until its answer was sent. */
  commandEnded(command: { readonly kind: string; readonly outcome: string; readonly ms: number }): void;
  /** A request of Slack's was read. @returns to be called when it was acknowledged */
  requestCame(): () => void;
  /** A call to Chat leaves. @returns to be called when it has ended */
  chatCallBegan(command: string): EndWith;
  /** A call to Chat asks for its permit. @returns to be called when it has it */
  permitAsked(command: string): () => void;
  /** Takes what says how many accounts wait to be asked about; it is asked whenever the page is read. */
  watchWaiting(count: () => number): void;
  /** Accounts were looked for in the cache. */
  cacheRead(hits: number, misses: number): void;
  /** A call to Slack has ended. */
  slackCallEnded(method: string, outcome: string): void;
  /** Runs of digests have ended. */
  digestRunsEnded(state: string, runs: number): void;
  /** A digest was posted, so many milliseconds after it was due. */
  digestPosted(latenessMs: number): void;
  /** An alert of a watch has ended. */
  alertEnded(outcome: string): void;
  /** A webhook of Chat's was answered. */
  webhookCame(outcome: string): void;
  /** The store begins a statement or a step of a transaction. @returns to be called when it has ended, well or not */
  storeOperationBegan(operation: string): () => void;
}

/* Buckets in seconds. Each list has a bound at the limit that is promised or alerted on, and is finer below it. */

/** Slack gives an acknowledgement three seconds, and it should take milliseconds. */
const ACK = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
/** A look-up ends within 25 s, and says that it takes longer after 5; sending its answer comes on top. */
const ANSWER = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 25, 35];
/** Chat answers within some tens of milliseconds, allows itself 3 s, and is given 8 s unless configured otherwise, at most 20. */
const CHAT_CALL = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 8, 20];
/** A permit comes at once while there is room; who waits for more than a look-up's 25 s is gone. */
const BUDGET_WAIT = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25];
/** A digest is due within seconds; it is tried again for 15 minutes, called overdue after that, and missed after a day. */
const LATENESS = [1, 5, 15, 30, 60, 120, 300, 900, 3600, 10_800, 86_400];
/** SQLite reads within a millisecond and syncs a write in some; a statement of Postgres' is given 15 s. */
const STORE = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 15];

/** Known from the start, so that the first failure is seen as a rise from 0. */
const RUN_STATES = ['posted', 'skipped', 'failed', 'unknown', 'missed'];
const WEBHOOK_OUTCOMES = ['kept', 'waiting', 'lost'];

/** Makes the metrics of one app, in a registry of their own. */
export function createMetrics({ store, mode, monotonic }: Options): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const commands = new Counter({
    name: 'followstats_commands_total',
    help: 'Commands that people gave, however they gave them, by what came of them.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const ack = new Histogram({
    name: 'followstats_ack_seconds',
    help: 'From when a request of Slack was read until it was acknowledged.',
    buckets: ACK,
    registers,
  });
  const answer = new Histogram({
    name: 'followstats_answer_seconds',
    help: 'From when a command was read until its answer was sent, or could not be.',
    labelNames: ['kind'],
    buckets: ANSWER,
    registers,
  });
  const chatCalls = new Counter({
    name: 'followstats_chat_calls_total',
    help: 'Calls made to Tencent Cloud Chat, repeats and hedges included.',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const chatCall = new Histogram({
    name: 'followstats_chat_call_seconds',
    help: 'How long calls to Tencent Cloud Chat took.',
    labelNames: ['command'],
    buckets: CHAT_CALL,
    registers,
  });
  const budgetWait = new Histogram({
    name: 'followstats_budget_wait_seconds',
    help: 'How long calls to Tencent Cloud Chat waited for their share of the call budget.',
    labelNames: ['command'],
    buckets: BUDGET_WAIT,
    registers,
  });
  const waitingCounts: (() => number)[] = [];
  new Gauge({
    name: 'followstats_waiting_accounts',
    help: 'Accounts that wait to be asked about at this moment.',
    registers,
    collect() {
      this.set(waitingCounts.reduce((sum, count) => sum + count(), 0));
    },
  });
  const cache = new Counter({
    name: 'followstats_cache_total',
    help: 'Accounts that were looked for in the cache.',
    labelNames: ['result'],
    registers,
  });
  const slackCalls = new Counter({
    name: 'followstats_slack_calls_total',
    help: 'Calls made to Slack, repeats included.',
    labelNames: ['method', 'outcome'],
    registers,
  });
  const digestRuns = new Counter({
    name: 'followstats_digest_runs_total',
    help: 'Slots of digests that have ended, by their state.',
    labelNames: ['state'],
    registers,
  });
  const lateness = new Histogram({
    name: 'followstats_digest_lateness_seconds',
    help: 'How long after it was due a digest was posted.',
    buckets: LATENESS,
    registers,
  });
  const alerts = new Counter({
    name: 'followstats_watch_alerts_total',
    help: 'Alerts of watches that have ended, by what came of them.',
    labelNames: ['outcome'],
    registers,
  });
  const webhooks = new Counter({
    name: 'followstats_webhooks_total',
    help: 'Webhooks of Tencent Cloud Chat, by what came of them.',
    labelNames: ['outcome'],
    registers,
  });
  const statements = new Histogram({
    name: 'followstats_store_seconds',
    help: 'How long statements of the store and the steps of its transactions took.',
    labelNames: ['operation'],
    buckets: STORE,
    registers,
  });
  new Gauge({
    name: 'followstats_build_info',
    help: 'Always 1; its labels say what runs.',
    labelNames: ['version', 'node', 'store', 'mode'],
    registers,
  }).set({ ...readVersions(), store, mode }, 1);

  for (const state of RUN_STATES) digestRuns.inc({ state }, 0);
  for (const outcome of RUN_STATES) alerts.inc({ outcome }, 0);
  for (const outcome of WEBHOOK_OUTCOMES) webhooks.inc({ outcome }, 0);
  for (const result of ['hit', 'miss']) cache.inc({ result }, 0);

  /** @returns gives the seconds since now */
  function startClock(): () => number {
    const startedAt = monotonic();
    return () => (monotonic() - startedAt) / 1000;
  }

  return {
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    commandEnded({ kind, outcome, ms }) {
      commands.inc({ kind, outcome });
      answer.observe({ kind }, toSeconds(ms));
    },
    requestCame() {
      const seconds = startClock();
      return () => ack.observe(seconds());
    },
    chatCallBegan(command) {
      const seconds = startClock();
      return (outcome) => {
        chatCalls.inc({ command, outcome });
        chatCall.observe({ command }, seconds());
      };
    },
    permitAsked(command) {
      const seconds = startClock();
      return () => budgetWait.observe({ command }, seconds());
    },
    watchWaiting: (count) => void waitingCounts.push(count),
    cacheRead(hits, misses) {
      cache.inc({ result: 'hit' }, hits);
      cache.inc({ result: 'miss' }, misses);
    },
    slackCallEnded: (method, outcome) => slackCalls.inc({ method, outcome }),
    digestRunsEnded: (state, runs) => digestRuns.inc({ state }, runs),
    digestPosted: (latenessMs) => lateness.observe(toSeconds(latenessMs)),
    alertEnded: (outcome) => alerts.inc({ outcome }),
    webhookCame: (outcome) => webhooks.inc({ outcome }),
    storeOperationBegan(operation) {
      const seconds = startClock();
      return () => statements.observe({ operation }, seconds());
    },
  };
}

/** Of a time by a clock that may be set back meanwhile. */
const toSeconds = (ms: number): number => Math.max(0, ms) / 1000;
