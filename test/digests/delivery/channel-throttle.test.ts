import { expect, test } from 'vitest';
import { createChannelThrottle } from '../../../src/digests/delivery/channel-throttle.ts';

const GAP_MS = 40;
const open = () => createChannelThrottle({ gapMs: GAP_MS, now: () => performance.now() });
const { signal } = new AbortController();

test('a channel’s posts come a gap apart, in the order asked for; other channels don’t wait', async () => {
  const pace = open();
  const startedAt = performance.now();
  const order: string[] = [];
  const turn = async (name: string, channelId: string) => {
    await pace(channelId, signal);
    order.push(name);
    return performance.now() - startedAt;
  };
  const [first = 0, second = 0, third = 0] = await Promise.all([
    turn('first', 'C1'),
    turn('second', 'C1'),
    turn('third', 'C1'),
    turn('other', 'C2'),
  ]);
  expect(order).toEqual(['first', 'other', 'second', 'third']);
  // Timers may be a millisecond early.
  expect(second - first).toBeGreaterThanOrEqual(GAP_MS - 2);
  expect(third).toBeGreaterThanOrEqual(2 * GAP_MS - 2);
});

test('a wait ends with its signal', async () => {
  const pace = open();
  const stop = new AbortController();
  await pace('C1', stop.signal);
  const turn = pace('C1', stop.signal);
  stop.abort();
  await expect(turn).rejects.toThrow();
});
