import type { ChannelId } from '../../followstats/ids.ts';
import type { Timers } from '../../timers.ts';

/** Waits until a channel may have its next post. Rejects with the signal's reason when it aborts. */
export type ChannelThrottle = (channelId: ChannelId, signal: AbortSignal) => Promise<void>;

interface Options {
  /** From one post of a channel to the next, milliseconds. */
  readonly gapMs: number;
  /** Milliseconds of a clock that nothing sets back. */
  readonly now: () => number;
  readonly timers: Pick<Timers, 'sleep'>;
}

/** Lets one post through per channel and gap, in the order of the calls. What other replicas post is Slack's to count. */
export function createChannelThrottle({ gapMs, now, timers }: Options): ChannelThrottle {
  const free = new Map<string, number>();

  return async (channelId, signal) => {
    const at = now();
    for (const [other, next] of free) if (next <= at) free.delete(other);
    const start = free.get(channelId) ?? at;
    free.set(channelId, start + gapMs);
    if (start > at) await timers.sleep(start - at, signal);
  };
}
