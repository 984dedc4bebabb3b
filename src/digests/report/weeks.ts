const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A weekly digest isn't read to the second, and a week has an hour more or less where clocks change. */
const SLACK_MS = 2 * HOUR;

/** @returns for which instant to ask `Snapshots.before`, to compare `now` (Unix milliseconds) with seven days ago */
export function weekBaselineAt(now: number): number {
  return now - 7 * DAY + SLACK_MS;
}

/** Whether a reading may stand for seven days ago: it is at most a day older than that. */
export function isWeekOld(readAt: number, now: number): boolean {
  return readAt <= weekBaselineAt(now) && readAt >= now - 8 * DAY - SLACK_MS;
}

/** Whether a week has passed between two slots, or near enough. */
export function isWeekApart(earlierSlot: number, slot: number): boolean {
  return slot - earlierSlot >= 7 * DAY - SLACK_MS;
}
