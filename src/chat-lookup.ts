import type { Dispatcher } from 'undici';
import type { Config } from './config.ts';
import type { DroppedCounts } from './followstats/events/dropped-counts.ts';
import type { ReadProfiles } from './followstats/names/ports.ts';
import type { CheckFollows, ReadRelations } from './followstats/relations/ports.ts';
import type { LookupMany } from './followstats/types.ts';
import { type Budgets, createBudgets } from './lookup/budget/budgets.ts';
import { withWaitNote } from './lookup/budget/with-wait-note.ts';
import {
  composeCall,
  composeCheckFollows,
  composeLookup,
  composeReadProfiles,
  composeReadRelations,
} from './lookup/compose.ts';
import type { Recorder } from './lookup/recorder.ts';
import type { OnCacheRead } from './lookup/with-cache.ts';
import type { OnChatCall } from './tencent/call-outcome.ts';
import { type ChatCommand, createChat } from './tencent/chat.ts';
import type { OnOperatorFault } from './tencent/error-codes.ts';
import { CHECKED_PER_CALL, followCheck } from './tencent/follow-check.ts';
import { followGet, RELATIONS_PER_CALL } from './tencent/follow-get.ts';
import { ACCOUNTS_PER_CALL, followGetInfo } from './tencent/follow-get-info.ts';
import { CONNECTIONS, NAME_CONNECTIONS } from './tencent/pool.ts';
import { PROFILES_PER_CALL, portraitGet } from './tencent/portrait-get.ts';
import { systemTimers, type Timers } from './timers.ts';

/** What a test may replace of the look-up. */
export interface LookupSeams {
  /** Unix milliseconds. */
  readonly now?: () => number;
  readonly random?: () => number;
  /** The first wait before asking again, milliseconds. */
  readonly retryDelayMs?: number;
  readonly timers?: Timers;
  /** Stands in for what the app never exceeds of a Chat command, calls a second: a bench's Chat has limits of its own. */
  readonly mostCallsPerSecond?: number;
}

/** Takes note of what is asked of Chat; each is called as the function it is handed to says. */
export interface ChatNotes {
  readonly chatCallBegan: OnChatCall;
  /** @returns to be called when the permit is there */
  readonly permitAsked: (command: string) => () => void;
  /** Of counts alone: no answer waits for names. */
  readonly watchWaiting: (count: () => number) => void;
  readonly cacheRead: OnCacheRead;
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
  /** Absent: only the answers say so. */
  readonly onOperatorFault?: OnOperatorFault;
  /** Whose counts must be read anew, though they are cached or being read. */
  readonly droppedCounts?: Pick<DroppedCounts, 'on'> | undefined;
  /** Absent: nothing is counted. */
  readonly notes?: ChatNotes | undefined;
}

/** Everything that is read of Chat, each under the budget of its own Chat command. */
export interface ChatReads {
  /** That which all commands, refreshes and digests share. */
  readonly lookup: LookupMany;
  readonly readRelations: ReadRelations;
  readonly checkFollows: CheckFollows;
  readonly readProfiles: ReadProfiles;
}

const RETRY_DELAY_MS = 25;
/** Of what Chat documents for a command: from there on it sends its owner an alarm, and other callers of the same app need some, too. */
const SHARE = 0.8;

/**
 * Returns what reads Chat: `tencent/` under `lookup/`. A file of its own, so that callers that want nothing else load neither
 * Slack nor the store.
 */
export function createChatReads(
  config: Config,
  dispatcher: Dispatcher,
  seams: LookupSeams = {},
  parts: LookupParts = {},
): ChatReads {
  const { recorder, droppedCounts, onDate, onOperatorFault, notes, monotonic = () => performance.now() } = parts;
  const { budgets = createBudgets({ now: monotonic }) } = parts;
  const { now = Date.now, random = Math.random, retryDelayMs = RETRY_DELAY_MS, timers = systemTimers } = seams;
  const { callsPerSecond, ...tencent } = config.tencent;
  const chat = createChat({
    ...tencent,
    dispatcher,
    now,
    random,
    onDate,
    onCall: notes?.chatCallBegan,
    onOperatorFault,
  });

  /** A command's calls, under the budget of its own name. */
  function callsOf<Asked, Answered>(command: ChatCommand<Asked, Answered>) {
    const most = seams.mostCallsPerSecond ?? SHARE * command.documentedPerSecond;
    const atMost = Math.min(callsPerSecond, most);
    const shared = budgets(command.name, atMost);
    const budget = notes ? withWaitNote(shared, () => notes.permitAsked(command.name)) : shared;
    return { budget, callsPerSecond: atMost, call: composeCall(chat(command), budget, monotonic) };
  }

  const retrying = { retryDelayMs, random, timers };
  const lookup = composeLookup({
    ...callsOf(followGetInfo),
    ...retrying,
    accountsPerCall: ACCOUNTS_PER_CALL,
    connections: CONNECTIONS,
    cache: config.cache,
    recorder,
    droppedCounts,
    watchWaiting: notes?.watchWaiting,
    onCacheRead: notes?.cacheRead,
    now,
    monotonic,
  });
  return {
    lookup,
    readRelations: composeReadRelations({ ...callsOf(followGet), ...retrying, perCall: RELATIONS_PER_CALL }),
    checkFollows: composeCheckFollows({ ...callsOf(followCheck), ...retrying, size: CHECKED_PER_CALL, lookup }),
    readProfiles: composeReadProfiles({
      ...callsOf(portraitGet),
      ...retrying,
      accountsPerCall: PROFILES_PER_CALL,
      connections: NAME_CONNECTIONS,
      monotonic,
    }),
  };
}
