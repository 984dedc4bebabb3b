import { createChance } from '../../chance.ts';
import { ApiError } from '../api-error.ts';
import { isObject, type JsonObject } from '../json-values.ts';
import { type ContentRule, createContentRules, mostTaken } from '../messages/content-rules.ts';
import { rejectsContent } from '../messages/rejects-content.ts';
import type { SlackFault } from '../types.ts';

/** A fault of one request, as opposed to one of some blocks or channels. */
export type RequestFault = Exclude<SlackFault, { readonly kind: 'refuse-blocks' | 'channel-rate' }>;

export interface Faults {
  /** Replaces all faults set before, and starts the random sequence of shares anew. */
  set(faults: readonly SlackFault[], seed?: number): void;
  /** Returns the fault of the next request of this method with these arguments; counts as one of its `times`. */
  take(method: string, args?: JsonObject): RequestFault | undefined;
  /** Block types that this workspace rejects at present. */
  rejectedBlocks(): ReadonlySet<string>;
  /**
   * What the workspace's own rules say of a request, besides its faults: throws what they reject, and remembers what they take.
   * @throws {ApiError} as the rules say
   */
  judge(method: string, args: JsonObject): void;
  /** Whether the rules take this content, whatever the documents say. @param content the arguments of a request, or its view */
  isKnownTaken(content: unknown): boolean;
  /** The most characters that the rules have seen taken in one post; 0 where they say nothing. */
  readonly mostPosted: number;
  /** Counts one post to the channel. Returns false when that is one too many within a second. */
  mayPost(channelId: string): boolean;
}

const SECOND_MS = 1_000;

/**
 * Creates the faults of a workspace: none at first, and what it takes other than the documents say.
 *
 * @param elapsedMs A clock that tests don't move, milliseconds: they move the workspace's own by days between two posts,
 * and a rate is about real time.
 */
export function createFaults(
  elapsedMs: () => number = () => performance.now(),
  rules: readonly ContentRule[] = [],
): Faults {
  const judge = createContentRules(rules);
  const taken = new WeakSet<object>();
  let rejected: ReadonlySet<string> = new Set();
  let due: { readonly fault: RequestFault; left: number }[] = [];
  let perSecond = Number.POSITIVE_INFINITY;
  let chance = createChance(1);
  const posts = new Map<string, readonly number[]>();

  return {
    set: (faults, seed = 1) => {
      chance = createChance(seed);
      rejected = new Set(faults.flatMap((fault) => (fault.kind === 'refuse-blocks' ? fault.types : [])));
      perSecond = Math.min(...faults.map((fault) => (fault.kind === 'channel-rate' ? fault.perSecond : Infinity)));
      due = faults.filter(isRequestFault).map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
    },
    take: (method, args = {}) => {
      const fits = (fault: RequestFault) => fault.kind !== 'refuse-content' || rejectsContent(fault, args);
      const next = due.find(
        ({ fault, left }) => fault.method === method && left > 0 && fits(fault) && chance() < (fault.share ?? 1),
      );
      if (next) next.left -= 1;
      return next?.fault;
    },
    rejectedBlocks: () => rejected,
    judge: (method, args) => {
      const verdict = judge(method, args);
      if (verdict?.kind === 'rejected')
        throw new ApiError(verdict.code, { response_metadata: { messages: verdict.messages } });
      if (verdict) for (const content of [args, args.view]) if (isObject(content)) taken.add(content);
    },
    isKnownTaken: (content) => isObject(content) && taken.has(content),
    mostPosted: mostTaken(rules, 'post'),
    mayPost: (channelId) => {
      const at = elapsedMs();
      const recent = (posts.get(channelId) ?? []).filter((earlier) => at - earlier < SECOND_MS);
      if (recent.length >= perSecond) return false;
      posts.set(channelId, [...recent, at]);
      return true;
    },
  };
}

function isRequestFault(fault: SlackFault): fault is RequestFault {
  return fault.kind !== 'refuse-blocks' && fault.kind !== 'channel-rate';
}
