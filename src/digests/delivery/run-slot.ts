import pRetry from 'p-retry';
import type { Claim, PostOutcome, PrepareDigest, RunEnd, Runs } from '../ports.ts';
import type { RunReason, RunState, WaitReason } from '../types.ts';
import { waitBeforeRetry } from './back-off.ts';
import type { ChannelThrottle } from './channel-throttle.ts';
import { LEASE_MS } from './keep-lease.ts';
import { toFailReason } from './permanent-errors.ts';
import type { createPreparePost, Prepared } from './prepare-post.ts';

/** What became of a run in its holder's hands; `let-go` when it turned out to be another's. */
export interface SlotEnd {
  readonly state: RunState | 'let-go';
  readonly reason: RunReason | undefined;
  /** Accounts asked about, and how many of them could not be read. */
  readonly accounts: number;
  readonly failed: number;
  /** Slack's own code, when it refused. */
  readonly refusal: string | undefined;
}

interface Options {
  readonly runs: Pick<Runs, 'startPosting' | 'renew' | 'finish' | 'putOff'>;
  readonly preparePost: ReturnType<typeof createPreparePost>;
  readonly prepareDigest: PrepareDigest;
  readonly pace: ChannelThrottle;
  /** Told of what was thrown on the way. */
  readonly onError: (error: unknown, claim: Claim) => void;
  /** Milliseconds of a clock that nothing sets back. */
  readonly now: () => number;
}

/**
 * Works on a run until it has ended or is put off.
 * @param halt aborts when the app stops or the run is another's; a run that isn't being posted yet is put back
 * @throws when the store fails: the run is then left to its lease
 */
export type RunSlot = (claim: Claim, halt: AbortSignal) => Promise<SlotEnd>;

/** The longest that Chat is asked in one attempt: as long as all retries may take. */
const LOOKUP_MS = 15 * 60_000;
/** A store that stumbles right after the post should still learn of it; the lease is longer than these together. */
const INSIST = { retries: 4, minTimeout: 500, maxTimeout: 5000 };

/** Slack's codes for trouble of its own that may pass, and of which it says that nothing was done. */
const PASSING: ReadonlySet<string> = new Set(['service_unavailable', 'team_added_to_org', 'request_timeout']);

export function createRunSlot({ runs, preparePost, prepareDigest, pace, onError, now: monotonic }: Options): RunSlot {
  return async (claim, halt) => {
    const { run } = claim;
    const startedAt = monotonic();
    // The store's clock: it said when the run was claimed.
    const now = () => Math.round(run.changedAt + monotonic() - startedAt);
    let counted = { accounts: 0, failed: 0 };
    const ended = (isDone: boolean, state: RunState, reason?: RunReason, refusal?: string): SlotEnd =>
      isDone
        ? { state, reason, refusal, ...counted }
        : { state: 'let-go', reason: undefined, refusal: undefined, ...counted };

    async function finish(end: RunEnd, refusal?: string): Promise<SlotEnd> {
      return ended(await runs.finish(claim, end), end.state, end.reason, refusal);
    }

    async function putOff(reason: WaitReason, waitMs: number | undefined, refusal?: string): Promise<SlotEnd> {
      if (waitMs === undefined) return finish({ state: 'failed', reason }, refusal);
      return ended(await runs.putOff(claim, reason, waitMs), 'due', reason, refusal);
    }

    const tryLater = (reason: WaitReason, retryAfterMs?: number, refusal?: string) =>
      putOff(reason, waitBeforeRetry(run, now(), retryAfterMs), refusal);

    async function prepare(): Promise<{ prepared: Prepared; send?: Awaited<ReturnType<PrepareDigest>> }> {
      const signal = AbortSignal.any([halt, AbortSignal.timeout(LOOKUP_MS)]);
      const prepared = await preparePost(claim, { now, signal });
      if ('report' in prepared) {
        const { rows, read } = prepared.report;
        counted = { accounts: rows.length, failed: rows.length - read };
      }
      if (prepared.kind === 'retry') counted = { accounts: prepared.asked, failed: prepared.asked };
      if (prepared.kind !== 'post') return { prepared };
      const send = await prepareDigest(prepared.post);
      await pace(claim.digest.channelId, halt);
      return { prepared, send };
    }

    const isStillOurs = () => runs.renew(claim, LEASE_MS).catch(() => false);

    function settle(outcome: PostOutcome, reason: 'sign-of-life' | undefined): Promise<SlotEnd> {
      switch (outcome.kind) {
        case 'posted': {
          const { channelId, ts } = outcome;
          return finish({ state: 'posted', reason, post: { channelId, ts, at: now() } });
        }
        case 'no-answer':
          return finish({ state: 'unknown', reason: 'no-answer' });
        case 'rate-limited':
          return tryLater('rate-limited', outcome.retryAfterMs);
        case 'unreachable':
          return tryLater('slack-unreachable');
        case 'refused': {
          const { code } = outcome;
          if (PASSING.has(code)) return tryLater('slack-unreachable', undefined, code);
          return finish({ state: 'failed', reason: toFailReason(code) }, code);
        }
      }
    }

    let made: Awaited<ReturnType<typeof prepare>>;
    try {
      // A run may have been claimed while the app began to stop.
      halt.throwIfAborted();
      made = await prepare();
    } catch (error) {
      if (halt.aborted) return putOff('out_of_time', 0);
      onError(error, claim);
      return tryLater('broken');
    }
    const { prepared, send } = made;
    if (halt.aborted) return putOff('out_of_time', 0);
    if (prepared.kind === 'no-accounts') return finish({ state: 'failed', reason: 'no-accounts' });
    if (prepared.kind === 'retry') return tryLater(prepared.code);
    if (prepared.kind === 'unchanged' || !send) return finish({ state: 'skipped', reason: 'unchanged' });

    if (!(await runs.startPosting(claim, prepared.report.marks, LEASE_MS))) return ended(false, 'due');
    const outcome = await send(isStillOurs);
    const reason = prepared.post.content.kind === 'sign-of-life' ? prepared.post.content.kind : undefined;
    return pRetry(() => settle(outcome, reason), INSIST);
  };
}
