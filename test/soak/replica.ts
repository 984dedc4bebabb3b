import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createMovedClock } from '../moved-clock.ts';

/** What a replica is told by its parent: how it is set up, once, and then what time it is. */
export type ReplicaOrder =
  | { readonly kind: 'start'; readonly env: Readonly<Record<string, string>>; readonly at: number }
  | { readonly kind: 'clock'; readonly at: number };

const [order] = await new Promise<[ReplicaOrder]>((resolve) =>
  process.once('message', (message) => resolve([message as ReplicaOrder])),
);
if (order.kind !== 'start') throw new Error('a replica is started first');

const clock = createMovedClock(order.at);
process.on('message', (next: ReplicaOrder) => clock.moveTo(next.at));
// Its parent is gone, or wants it to end as an operator would.
process.on('disconnect', () => void app.stop().then(() => process.exit(0)));

const app = createApp(readConfig(order.env), {
  ...{ now: clock.now, onClockMoved: clock.onMoved },
  ...{ retryDelayMs: 1, gatheredMs: 0 },
});
await app.start();
process.send?.('ready');
