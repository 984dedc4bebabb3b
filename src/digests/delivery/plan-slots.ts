import { nextRun, type Schedule, slotsBetween } from '../schedule/schedule.ts';

/** A slot that was missed is still delivered when it is younger than this; an older one only recorded. */
export const LATEST_DELIVERY_MS = 24 * 3_600_000;

/** A post this long after its slot says that it is late; queues and retries of an app that is running are shorter. */
const LATE_AFTER_MS = 2 * 60_000;

/** Slots of one plan: what a transaction can hold. A digest that was down for longer is planned again at once. */
const MOST_SLOTS = 200;

/** What becomes of a digest's slots up to now. */
export interface SlotPlan {
  /** The slot to deliver, Unix milliseconds. */
  readonly due: number | undefined;
  /** Slots that are only recorded, in order. */
  readonly missed: readonly number[];
  /** The first slot not planned here; past when there are too many for one plan. */
  readonly nextRunAt: number;
}

/**
 * Plans a digest's slots: the latest one up to now is due, if it is under 24 hours old; those before it were missed.
 * @param digest `nextRunAt` has come
 * @param now Unix milliseconds, by the store's clock
 */
export function planSlots(digest: { readonly schedule: Schedule; readonly nextRunAt: number }, now: number): SlotPlan {
  const slots = slotsBetween(digest.schedule, digest.nextRunAt, now, MOST_SLOTS);
  const latest = slots.at(-1) ?? digest.nextRunAt;
  const nextRunAt = nextRun(digest.schedule, latest);
  const isDelivered = slots.length > 0 && nextRunAt > now && now - latest < LATEST_DELIVERY_MS;
  return isDelivered
    ? { due: latest, missed: slots.slice(0, -1), nextRunAt }
    : { due: undefined, missed: slots, nextRunAt };
}

/** Whether a post at this instant has to say that it is late. */
export function isLate(slot: number, now: number): boolean {
  return now - slot > LATE_AFTER_MS;
}
