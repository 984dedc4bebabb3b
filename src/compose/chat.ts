import { LRUCache } from 'lru-cache';
import type { Dispatcher } from 'undici';
import { type ChatNotes, type ChatReads, createChatReads, type LookupSeams } from '../chat-lookup.ts';
import type { Config } from '../config.ts';
import { createDroppedCounts, type DroppedCounts } from '../followstats/events/dropped-counts.ts';
import { createNames, type KeptName, NO_NAMES } from '../followstats/names/names.ts';
import type { Names } from '../followstats/names/ports.ts';
import { withNames } from '../followstats/names/with-names.ts';
import type { AccountId } from '../followstats/types.ts';
import type { Logger } from '../logger.ts';
import { createBudgets } from '../lookup/budget/budgets.ts';
import type { Recorder } from '../lookup/recorder.ts';
import type { Store } from '../store/open.ts';
import { systemTimers } from '../timers.ts';
import { createChatFaultLog } from './chat-fault-log.ts';

interface Options {
  readonly config: Config;
  readonly seams: LookupSeams;
  readonly store: Pick<Store, 'leasePermits' | 'learnedBursts'>;
  readonly recorder: Recorder;
  /** Of Chat. */
  readonly dispatcher: Dispatcher;
  /** Monotonic milliseconds. */
  readonly monotonic: () => number;
  /** Called with the `Date` header of each of Chat's answers. */
  readonly onDate: (date: string) => void;
  /** Absent: nothing is counted. */
  readonly notes: ChatNotes | undefined;
  readonly log: Logger;
}

/** What is read of Chat, as all of the app uses it. */
export interface ChatParts extends Pick<ChatReads, 'lookup' | 'readRelations' | 'checkFollows'> {
  readonly names: Names;
  /** Says whose counts must be read anew. */
  readonly droppedCounts: DroppedCounts;
}

/** Each name has a time of its own. */
const NAMES_KEPT = { ttl: 1, ttlResolution: 0 };

/** Wires what reads Chat: with the budget that all replicas have together, and with names beside the counts. */
export function composeChat(options: Options): ChatParts {
  const { config, seams, store, recorder, dispatcher, monotonic, onDate, notes, log } = options;
  const { now = Date.now, timers = systemTimers } = seams;
  const budgets = createBudgets({
    leasePermits: store.leasePermits,
    learnedBursts: store.learnedBursts,
    now: monotonic,
    onLeaseError: (error) => log.warn({ err: error }, 'the store gives no shares of the call budget; calling slower'),
    onLearnedBurstError: (error) => log.warn({ err: error }, 'how many calls Chat takes at once was not read or kept'),
  });
  const droppedCounts = createDroppedCounts();
  const { readProfiles, ...reads } = createChatReads(
    config,
    dispatcher,
    { ...seams, timers },
    {
      recorder,
      budgets,
      monotonic,
      droppedCounts,
      onDate,
      notes,
      onOperatorFault: createChatFaultLog({ log, now: monotonic }),
    },
  );
  const names = config.hasNames
    ? createNames({
        readProfiles,
        kept: new LRUCache<AccountId, KeptName>({ max: config.cache.maxAccounts, ...NAMES_KEPT, perf: { now } }),
        onError: (error, restMs) => log.warn({ err: error, restMs }, 'Chat gives no names; answers go without'),
        ...{ now, timers },
      })
    : NO_NAMES;
  return { ...reads, lookup: withNames(reads.lookup, names.read), names, droppedCounts };
}
