import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelId } from '../../followstats/ids.ts';

/** Waits for a channel's turn. @throws the signal's reason when it aborts */
export type ChannelThrottle = (channelId: ChannelId, signal: AbortSignal) => Promise<void>;

interface Options {
  /** From one turn of a channel to the next, milliseconds. */
  readonly gapMs: number;
  /** Milliseconds of a clock that nothing sets back. */
  readonly now: () => number;
}

/** Gives each channel one turn per gap, in the order asked for. What other replicas post is Slack's to count. */
export function createChannelThrottle({ gapMs, now }: Options): ChannelThrottle {
  const free = new Map<string, number>();

  return async (channelId, signal) => {
    const at = now();
    for (const [other, next] of free) if (next <= at) free.delete(other);
    const turn = free.get(channelId) ?? at;
    free.set(channelId, turn + gapMs);
    if (turn > at) await sleep(turn - at, undefined, { signal });
  };
}
