import type { Dispatcher } from 'undici';
import type { Config } from './config.ts';
import type { LookupMany } from './followstats/types.ts';
import { type Budgets, createBudgets } from './lookup/budget/budgets.ts';
import { composeCall, composeLookup } from './lookup/compose.ts';
import type { Recorder } from './lookup/recorder.ts';
import { type ChatCommand, createChat } from './tencent/chat.ts';
import { ACCOUNTS_PER_CALL, followGetInfo } from './tencent/follow-get-info.ts';
import { CONNECTIONS } from './tencent/pool.ts';
import { systemTimers, type Timers } from './timers.ts';

/** What a test may replace of the look-up. */
export interface LookupSeams {
  /** Unix milliseconds. */
  readonly now?: () => number;
  readonly random?: () => number;
  /** The first wait before asking again, milliseconds. */
  readonly retryDelayMs?: number;
  readonly timers?: Timers;
}

/** What the look-up takes from the store, where there is one. */
interface LookupParts {
  readonly recorder?: Recorder | undefined;
  /** Absent: the budget is this process's alone, and learned anew. */
  readonly budgets?: Budgets | undefined;
  /** Monotonic milliseconds; that of `budgets`. Absent: the process's. */
  readonly monotonic?: () => number;
}

const RETRY_DELAY_MS = 25;

/**
 * Returns the look-up that all commands, refreshes and digests share: `tencent/` under `lookup/`. A file of its own, so that
 * callers that want nothing else load neither Slack nor the store.
 */
export function createLookup(
  config: Config,
  dispatcher: Dispatcher,
  seams: LookupSeams = {},
  { recorder, monotonic = () => performance.now(), budgets = createBudgets({ now: monotonic }) }: LookupParts = {},
): LookupMany {
  const { now = Date.now, random = Math.random, retryDelayMs = RETRY_DELAY_MS, timers = systemTimers } = seams;
  const { callsPerSecond, ...tencent } = config.tencent;
  const chat = createChat({ ...tencent, dispatcher, now, random });

  /** A command's calls, under the budget of its own name. */
  function callsOf<Asked, Answered>(command: ChatCommand<Asked, Answered>) {
    const budget = budgets(command.name, callsPerSecond);
    return { budget, call: composeCall(chat(command), budget, monotonic) };
  }

  return composeLookup({
    ...callsOf(followGetInfo),
    accountsPerCall: ACCOUNTS_PER_CALL,
    connections: CONNECTIONS,
    cache: config.cache,
    retryDelayMs,
    recorder,
    now,
    monotonic,
    random,
    timers,
  });
}
