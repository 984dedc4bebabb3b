import type { Dispatcher } from 'undici';
import type { Config } from './config.ts';
import type { CheckFollows, ReadRelations } from './followstats/relations/ports.ts';
import type { LookupMany } from './followstats/types.ts';
import { type Budgets, createBudgets } from './lookup/budget/budgets.ts';
import { composeCall, composeCheckFollows, composeLookup, composeReadRelations } from './lookup/compose.ts';
import type { Recorder } from './lookup/recorder.ts';
import { type ChatCommand, createChat } from './tencent/chat.ts';
import { CHECKED_PER_CALL, followCheck } from './tencent/follow-check.ts';
import { followGet, RELATIONS_PER_CALL } from './tencent/follow-get.ts';
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
  /** Called with the `Date` header of each of Chat's answers. */
  readonly onDate?: (date: string) => void;
}

/** Everything that is read of Chat, each under the budget of its own Chat command. */
export interface ChatReads {
  /** That which all commands, refreshes and digests share. */
  readonly lookup: LookupMany;
  readonly readRelations: ReadRelations;
  readonly checkFollows: CheckFollows;
}

const RETRY_DELAY_MS = 25;

/**
 * Returns what reads Chat: `tencent/` under `lookup/`. A file of its own, so that callers that want nothing else load neither
 * Slack nor the store.
 */
export function createChatReads(
  config: Config,
  dispatcher: Dispatcher,
  seams: LookupSeams = {},
  {
    recorder,
    onDate,
    monotonic = () => performance.now(),
    budgets = createBudgets({ now: monotonic }),
  }: LookupParts = {},
): ChatReads {
  const { now = Date.now, random = Math.random, retryDelayMs = RETRY_DELAY_MS, timers = systemTimers } = seams;
  const { callsPerSecond, ...tencent } = config.tencent;
  const chat = createChat({ ...tencent, dispatcher, now, random, onDate });

  /** A command's calls, under the budget of its own name. */
  function callsOf<Asked, Answered>(command: ChatCommand<Asked, Answered>) {
    const budget = budgets(command.name, callsPerSecond);
    return { budget, call: composeCall(chat(command), budget, monotonic) };
  }

  const retrying = { retryDelayMs, random, timers };
  const lookup = composeLookup({
    ...callsOf(followGetInfo),
    ...retrying,
    accountsPerCall: ACCOUNTS_PER_CALL,
    connections: CONNECTIONS,
    cache: config.cache,
    recorder,
    now,
    monotonic,
  });
  return {
    lookup,
    readRelations: composeReadRelations({ ...callsOf(followGet), ...retrying, perCall: RELATIONS_PER_CALL }),
    checkFollows: composeCheckFollows({ ...callsOf(followCheck), ...retrying, size: CHECKED_PER_CALL, lookup }),
  };
}
