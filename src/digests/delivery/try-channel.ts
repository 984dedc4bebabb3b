import type { Asker } from '../../followstats/access/rules.ts';
import type { Announce, Announced, Digests } from '../ports.ts';
import { nextRun } from '../schedule/schedule.ts';
import type { Digest } from '../types.ts';

/** What came of trying a digest's channel. */
export interface ChannelTry {
  /** As it is after that. */
  readonly digest: Digest;
  readonly announced: Announced;
}

/** Tries the channel of a digest. Rejects when the store fails. */
export type TryChannel = (digest: Digest, by: Asker) => Promise<ChannelTry>;

interface Options {
  readonly digests: Pick<Digests, 'read' | 'pause' | 'pauseAnew' | 'resume' | 'nextPlan'>;
  readonly announce: Announce;
}

/**
 * Finds out whether a digest's channel takes posts, by the line that announces it. Rejected for good, the digest is paused, for
 * the reason of now; else one that was paused is resumed, also where Slack didn't say: then its next slot finds that out.
 */
export function createTryChannel({ digests, announce }: Options): TryChannel {
  return async (digest, by) => {
    const { id, schedule, state } = digest;
    const isPaused = state.kind === 'paused';
    const { now } = await digests.nextPlan();
    const announced = await announce(isPaused ? { ...digest, nextRunAt: nextRun(schedule, now) } : digest);
    if (announced.kind !== 'refused') {
      if (isPaused) await digests.resume(id, by);
    } else if (state.kind === 'active') await digests.pause(id, announced.reason, 'system');
    else if (state.reason !== announced.reason) await digests.pauseAnew(id, announced.reason);
    return { digest: (await digests.read(id)) ?? digest, announced };
  };
}
