import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';

/** Sent by the demo when its clock was moved, and sent back once the app goes by it. */
export interface ClockMoved {
  /** How far the demo's clock is ahead of the machine's, milliseconds. */
  readonly aheadMs: number;
}

// The app as `main.ts` starts it, but by the demo's clock.
let aheadMs = 0;
const listeners = new Set<() => void>();
const app = createApp(readConfig(process.env), {
  now: () => Date.now() + aheadMs,
  onClockMoved: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
});

process.on('message', (moved: ClockMoved) => {
  ({ aheadMs } = moved);
  for (const listener of listeners) listener();
  process.send?.(moved);
});

async function end(): Promise<void> {
  await app.stop();
  process.exit(0);
}
// The demo itself is gone when the channel to it is.
for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(event, () => void end());

await app.start();
