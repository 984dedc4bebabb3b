import { createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { seedHistory } from './past/seed-history.ts';

/** How the app's process begins; JSON, its only argument. */
export interface AppStart {
  /** How far the demo's clock is ahead of the machine's, milliseconds. */
  readonly aheadMs: number;
  /** When given, the store holds a year of counts when the app starts, up to this moment, Unix milliseconds. */
  readonly historyUntil: number | undefined;
  /** From when on that store has heard of who came and left, Unix milliseconds; when not given, from the app's start on. */
  readonly heardSince: number | undefined;
}

/** What the demo asks of the app's process. Each call is answered once. */
export type AppCall = { readonly id: number } & (
  | { readonly kind: 'clock-moved'; readonly aheadMs: number }
  | { readonly kind: 'next-slot' }
  | { readonly kind: 'slots-settled' }
);

/** The answer to the call of that id. `slot`: Unix milliseconds, when that was asked for and there is one. */
export interface AppAnswer {
  readonly id: number;
  readonly slot?: number | undefined;
  /** Why it couldn't be done. */
  readonly failed?: string;
}

const { aheadMs, historyUntil, heardSince }: AppStart = JSON.parse(process.argv[2] ?? '{}');
const config = readConfig(process.env);
if (historyUntil !== undefined) await seedHistory(config.store, historyUntil, heardSince);

// The app as `main.ts` starts it, but by the demo's clock.
let movedMs = aheadMs;
const listeners = new Set<() => void>();
const app = createApp(config, {
  now: () => Date.now() + movedMs,
  // What waits for a time, such as a channel's next post, waits for the demo's.
  monotonic: () => performance.now() + movedMs - aheadMs,
  // The clock may jump by days, and no webhook is lost on the way.
  hearingEveryMs: 250,
  // It may also jump from one reading of an account to the next, and both are of their day.
  gatheredMs: 0,
  onClockMoved: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
});

async function answer(call: AppCall): Promise<number | undefined> {
  switch (call.kind) {
    case 'clock-moved':
      movedMs = call.aheadMs;
      for (const listener of listeners) listener();
      return undefined;
    case 'next-slot':
      return app.nextSlot();
    case 'slots-settled':
      await app.slotsSettled();
      return undefined;
  }
}

process.on('message', async (call: AppCall) => {
  const { id } = call;
  const answered: AppAnswer = await answer(call).then(
    (slot) => ({ id, slot }),
    (error: unknown) => ({ id, failed: String(error) }),
  );
  if (process.connected) process.send?.(answered);
});

async function end(): Promise<void> {
  await app.stop();
  process.exit(0);
}
// The demo itself is gone when the channel to it is.
for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(event, () => void end());

await app.start();
