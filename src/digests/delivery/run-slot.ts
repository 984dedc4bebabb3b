import pRetry from 'p-retry';
import type { ChannelId } from '../../followstats/ids.ts';
import type { Timers } from '../../timers.ts';
import type { PostOutcome } from '../ports.ts';
import type { Claim, RunWork } from '../run-ports.ts';
import type { PostedReadings, RunReason, RunState } from '../runs.ts';
import type { Digest } from '../types.ts';
import type { ChannelThrottle } from './channel-throttle.ts';
import { LEASE_MS } from './keep-lease.ts';
import type { Circumstances, Prepared } from './prepare-post.ts';
import { type Decision, decidePosted, decideUnposted, PUT_BACK, retryOrFail } from './slot-decision.ts';

/** What became of a run in its holder's hands; `let-go` when it turned out to be another's. */
export interface SlotEnd {
  readonly state: RunState | 'let-go';
  readonly reason: RunReason | undefined;
  /** Accounts that were looked up, and how many of them could not be read. */
  readonly accounts: number;
  readonly failed: number;
  /** Slack's own code, when it rejected the post. */
  readonly slackError: string | undefined;
}

/** `Of`: whose runs they are, digests or watches. */
interface Options<Of, Post> {
  readonly runs: Pick<RunWork<Of>, 'startPosting' | 'renew' | 'finish' | 'putOff'>;
  readonly preparePost: (claim: Claim<Of>, circumstances: Circumstances) => Promise<Prepared<Post>>;
  /** Renders a post, as `PrepareDigest`. */
  readonly prepareDigest: (
    post: Post,
    now: () => number,
  ) => Promise<(isStillOurs: () => Promise<boolean>) => Promise<PostOutcome>>;
  readonly throttle: ChannelThrottle;
  /** Called with what was thrown while the post was prepared; the run is then put off. */
  readonly onError: (error: unknown, claim: Claim<Of>) => void;
  /** Milliseconds of a clock that nothing sets back. */
  readonly now: () => number;
  readonly timers: Pick<Timers, 'timeout'>;
}

/**
 * Works on a run until it has ended or is put off.
 * @param halt aborts when the app stops or the run is another's; a run that isn't being posted yet is put back
 * @throws when the store fails: the run is then left to its lease
 */
export type RunSlot<Of = Digest> = (claim: Claim<Of>, halt: AbortSignal) => Promise<SlotEnd>;

/** The longest that Chat is asked in one attempt: as long as all retries may take. */
const LOOKUP_MS = 15 * 60_000;
/** How often a step is tried when the store fails right after a post; the lease is longer than these together. */
const INSIST = { retries: 4, minTimeout: 500, maxTimeout: 5000 };

/** How an attempt went before anything was sent: decided already, or a post that is ready. */
type Attempt = { readonly accounts: number; readonly failed: number } & (
  | { readonly kind: 'decided'; readonly decision: Decision }
  | {
      readonly kind: 'ready';
      readonly readings: PostedReadings;
      readonly reason: 'sign-of-life' | undefined;
      readonly send: (isStillOurs: () => Promise<boolean>) => Promise<PostOutcome>;
    }
);

type Counts = Pick<SlotEnd, 'accounts' | 'failed'>;

/** Makes the function that works on one run: look up, wait for the channel, post, and write down how it ended. */
export function createRunSlot<
  Of extends { readonly channelId: ChannelId },
  Post extends { readonly content: { readonly kind: string } },
>(options: Options<Of, Post>): RunSlot<Of> {
  const { runs, preparePost, prepareDigest, throttle, onError, now, timers } = options;

  /** Writes a decision down. */
  async function apply(claim: Claim<Of>, decision: Decision, { accounts, failed }: Counts): Promise<SlotEnd> {
    const { slackError } = decision;
    if (decision.kind === 'end') {
      const { end } = decision;
      const isDone = await runs.finish(claim, end);
      return isDone
        ? { state: end.state, reason: end.reason, slackError, accounts, failed }
        : letGo({ accounts, failed });
    }
    const { reason, waitMs } = decision;
    const isDone = await runs.putOff(claim, reason, waitMs);
    return isDone ? { state: 'due', reason, slackError, accounts, failed } : letGo({ accounts, failed });
  }

  /** Gets a post ready, and waits until its channel may have it. */
  async function prepare(claim: Claim<Of>, halt: AbortSignal, storeNow: () => number): Promise<Attempt> {
    const { run, digest } = claim;
    let counts: Counts = { accounts: 0, failed: 0 };
    const decided = (decision: Decision): Attempt => ({ kind: 'decided', decision, ...counts });
    try {
      // A run may have been claimed while the app began to stop.
      halt.throwIfAborted();
      const signal = AbortSignal.any([halt, timers.timeout(LOOKUP_MS)]);
      const prepared = await preparePost(claim, { now: storeNow, signal });
      counts = countsOf(prepared);
      if (prepared.kind !== 'post') return decided(halt.aborted ? PUT_BACK : decideUnposted(prepared, run, storeNow()));
      const { report, post } = prepared;
      const send = await prepareDigest(post, storeNow);
      await throttle(digest.channelId, halt);
      if (halt.aborted) return decided(PUT_BACK);
      const reason = post.content.kind === 'sign-of-life' ? 'sign-of-life' : undefined;
      return { kind: 'ready', readings: report.readings, reason, send, ...counts };
    } catch (error) {
      if (halt.aborted) return decided(PUT_BACK);
      onError(error, claim);
      return decided(retryOrFail(run, storeNow(), { reason: 'broken' }));
    }
  }

  return async (claim, halt) => {
    const { run } = claim;
    const startedAt = now();
    // The store's clock: it said when the run was claimed.
    const storeNow = () => Math.round(run.changedAt + now() - startedAt);
    const attempt = await prepare(claim, halt, storeNow);
    if (attempt.kind === 'decided') return apply(claim, attempt.decision, attempt);
    const { readings, reason, send } = attempt;
    if (!(await runs.startPosting(claim, readings, LEASE_MS))) return letGo(attempt);
    const outcome = await send(() => runs.renew(claim, LEASE_MS).catch(() => false));
    const decision = decidePosted(outcome, { run, reason, now: storeNow() });
    return pRetry(() => apply(claim, decision, attempt), INSIST);
  };
}

const letGo = ({ accounts, failed }: Counts): SlotEnd => ({
  state: 'let-go',
  reason: undefined,
  slackError: undefined,
  accounts,
  failed,
});

function countsOf(prepared: Prepared<unknown>): Counts {
  if (prepared.kind === 'no-accounts') return { accounts: 0, failed: 0 };
  if (prepared.kind === 'retry') return { accounts: prepared.asked, failed: prepared.asked };
  const { rows, read } = prepared.report;
  return { accounts: rows.length, failed: rows.length - read };
}
