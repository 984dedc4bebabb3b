import type { DemoClock } from './clock.ts';
/** The demo's time, and what it stops at. */
export interface DemoTime {
  readonly clock: DemoClock;
  /** When the next digest is due, Unix milliseconds of the demo's clock; `undefined` when none is. */
  nextSlotAt(): Promise<number | undefined>;
  /** Moves to just after the next slot, and resolves once its post, or whatever came of it, is there. */
  moveToNextSlot(): Promise<void>;
  /** Moves forward, stopping at every slot on the way. @param byMs milliseconds */
  move(byMs: number): Promise<void>;
  /** Jumps without stopping, as if the app had been down: what is due meanwhile comes late. @param byMs milliseconds */
  beDown(byMs: number): Promise<void>;
}
