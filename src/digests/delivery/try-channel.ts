import type { Announce, Digests, TryChannel } from '../ports.ts';
import { nextRun } from '../schedule/schedule.ts';

interface Options {
  readonly digests: Pick<Digests, 'read' | 'pause' | 'pauseAnew' | 'resume' | 'nextPlan'>;
  readonly announce: Announce;
}

/**
 * Finds out whether a digest's channel takes posts, by the line that announces it. Rejected for good, the digest is paused, for
 * the reason of now; else one that was paused is resumed, also where Slack didn't say: then its next slot finds that out.
 */
export function createTryChannel({ digests, announce }: Options): TryChannel {
  return async (digest, announcement, by) => {
    const { id, schedule, state } = digest;
    const isPaused = state.kind === 'paused';
    const { now } = await digests.nextPlan();
    const coming = isPaused ? { ...digest, nextRunAt: nextRun(schedule, now) } : digest;
    const announced = await announce(coming, announcement);
    if (announced.kind !== 'refused') {
      if (isPaused) await digests.resume(id, by);
    } else if (state.kind === 'active') await digests.pause(id, announced.reason, 'system');
    else if (state.reason !== announced.reason) await digests.pauseAnew(id, announced.reason);
    return { digest: (await digests.read(id)) ?? digest, announced };
  };
}
