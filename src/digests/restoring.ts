/** A digest that was deleted can be restored for so long, milliseconds by the store's clock: it is kept at least until then. */
export const RESTORABLE_MS = 10 * 60_000;

/** Whether a digest that was deleted can still be restored. @param now Unix milliseconds, as `deletedAt` */
export function isRestorable(deletedAt: number, now: number): boolean {
  return now - deletedAt < RESTORABLE_MS;
}
