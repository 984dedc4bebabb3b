import type { DemoTime } from '../demo-time.ts';

/** When the next digest is due, as far as it is known: the app is asked for it, and the page doesn't wait for that. */
export interface SlotWatch {
  /** Unix milliseconds of the demo's clock; `undefined` when none is due, or nothing is known yet. */
  nextSlotAt(): number | undefined;
  /** Asks the app again, once at a time; calls `onChanged` when it says something new. Never rejects. */
  refresh(): Promise<void>;
}

/** @param time absent: no digest is ever due */
export function createSlotWatch(time: DemoTime | undefined, onChanged: () => void): SlotWatch {
  let known: number | undefined;
  let running: Promise<void> | undefined;
  let again = false;

  async function ask(source: DemoTime): Promise<void> {
    do {
      again = false;
      // An app that has ended has no plan.
      const next = await source.nextSlotAt().catch(() => undefined);
      if (next === known) continue;
      known = next;
      onChanged();
    } while (again);
  }

  return {
    nextSlotAt: () => known,
    async refresh() {
      if (!time) return;
      again = true;
      running ??= ask(time).finally(() => {
        running = undefined;
      });
      await running;
    },
  };
}
