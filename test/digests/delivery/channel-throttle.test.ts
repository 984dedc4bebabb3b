import { expect, test } from 'vitest';
import { createChannelThrottle } from '../../../src/digests/delivery/channel-throttle.ts';
import { systemTimers } from '../../../src/timers.ts';

const GAP_MS = 40;
const { signal } = new AbortController();

test('a channel’s posts come a gap apart, in the order asked for; other channels don’t wait', async () => {
  let time = 0;
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  const throttle = createChannelThrottle({ gapMs: GAP_MS, now: () => time, timers: { sleep } });
  for (const channelId of ['C1', 'C1', 'C1', 'C2']) await throttle(channelId, signal);
  expect(waits).toEqual([GAP_MS, 2 * GAP_MS]);

  time = 3 * GAP_MS;
  await throttle('C1', signal);
  time += GAP_MS / 4;
  await throttle('C1', signal);
  expect(waits.slice(2)).toEqual([(3 * GAP_MS) / 4]);
});

test('a wait ends with its signal', async () => {
  const throttle = createChannelThrottle({ gapMs: GAP_MS, now: () => 0, timers: systemTimers });
  const stop = new AbortController();
  await throttle('C1', stop.signal);
  const turn = throttle('C1', stop.signal);
  stop.abort();
  await expect(turn).rejects.toThrow();
});
