import { Cron } from 'croner';
import { type CronFault, type CronLine, readCronLine } from './cron-line.ts';
import { createWallClock } from './wall-clock.ts';
import { readZone, type Zone } from './zone.ts';

/**
 * When a digest comes: the times that a cron line names on the clocks of a zone. One rule for every line, hourly ones
 * too: each time on the clock is one slot. Where clocks go back, a time that comes twice runs the first time only (an
 * hourly digest then pauses for the doubled hour); where they go forward, a time that is left out runs at the first
 * instant after it, and falls together with the slot that is there anyway.
 */
export interface Schedule {
  readonly line: CronLine;
  readonly zone: Zone;
}

/** 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The simple form of a schedule: one time on some days of the week. */
export interface Weekly {
  /** In order, each once, at least one. */
  readonly days: readonly Weekday[];
  /** `HH:MM`, 24 hours. */
  readonly time: string;
}

/** A fault of a schedule. `text`: what was typed, untrusted. */
export type ScheduleFault =
  | CronFault
  | { readonly kind: 'no-days' }
  | { readonly kind: 'not-a-time'; readonly text: string }
  | { readonly kind: 'unknown-zone'; readonly text: string };

/** A schedule as a person gives it: a cron line, or days with a time. */
export type TypedSchedule = { readonly zone: string } & (
  | { readonly cron: string }
  | { readonly days: readonly Weekday[]; readonly time: string }
);

/** Reads either form into one; the first fault, from the zone on. */
export function readSchedule(
  typed: TypedSchedule,
): { readonly schedule: Schedule } | { readonly fault: ScheduleFault } {
  const zone = readZone(typed.zone);
  if (!zone) return { fault: { kind: 'unknown-zone', text: typed.zone } };
  const read = 'cron' in typed ? readCronLine(typed.cron) : readWeekly(typed.days, typed.time);
  return 'fault' in read ? read : { schedule: { line: read.line, zone } };
}

function readWeekly(days: readonly Weekday[], text: string) {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
  if (hour === undefined || minute === undefined) return { fault: { kind: 'not-a-time', text } } as const;
  if (days.length === 0) return { fault: { kind: 'no-days' } } as const;
  return readCronLine(`${Number(minute)} ${Number(hour)} * * ${writeDays(days)}`);
}

function writeDays(days: readonly Weekday[]): string {
  const ordered = WEEKDAYS.filter((day) => days.includes(day));
  if (ordered.length === WEEKDAYS.length) return '*';
  const written = ordered.join(',');
  return written === '1,2,3,4,5' ? '1-5' : written;
}

/** The simple form of a schedule; `undefined` when its line says more than that form can. */
export function toWeekly({ line }: Schedule): Weekly | undefined {
  // No `L` and no `#`: those days come once a month.
  const [, minute, hour, weekdays = ''] = /^(\d+) (\d+) \* \* ([0-9A-KM-Z,*/-]+)$/.exec(line) ?? [];
  if (minute === undefined || hour === undefined) return undefined;
  // croner knows every way of writing weekdays; a week of its runs shows which they are.
  const cron = new Cron(`0 0 * * ${weekdays}`, { mode: '5-part', utcOffset: 0 });
  const named = new Set(cron.nextRuns(7, new Date(0)).map((date) => date.getUTCDay() || 7));
  return {
    days: WEEKDAYS.filter((day) => named.has(day)),
    time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`,
  };
}

/**
 * The first slot after an instant.
 * @param after Unix milliseconds, exclusive
 * @returns Unix milliseconds, a whole minute
 */
export function nextRun(schedule: Schedule, after: number): number {
  for (const slot of slotsAfter(schedule, after)) return slot;
  // `readCronLine` rejects lines that never come.
  throw new Error('a schedule ended');
}

/** The first `count` slots after an instant, in order. */
export function nextRuns(schedule: Schedule, after: number, count: number): readonly number[] {
  return slotsAfter(schedule, after).take(count).toArray();
}

/**
 * The slots of a span of time, in order.
 * @param from Unix milliseconds, inclusive
 * @param to Unix milliseconds, inclusive
 * @param most no more than this many, the earliest
 */
export function slotsBetween(schedule: Schedule, from: number, to: number, most: number): readonly number[] {
  const slots: number[] = [];
  for (const slot of slotsAfter(schedule, from - 1).take(most)) {
    if (slot > to) break;
    slots.push(slot);
  }
  return slots;
}

/** croner finds the times on a clock that is never changed, and the zone's clock says when each of them is reached. */
function* slotsAfter({ line, zone }: Schedule, after: number): Generator<number, undefined> {
  const cron = new Cron(line, { mode: '5-part', utcOffset: 0 });
  const clock = createWallClock(zone);
  let latest = after;
  // Where clocks have just gone back, times below the one shown are still ahead on the wall, but their slots are over.
  let wallTime = cron.nextRun(new Date(clock.show(after) - 1));
  while (wallTime) {
    const slot = clock.reach(wallTime.getTime());
    if (slot > latest) {
      yield slot;
      latest = slot;
    }
    wallTime = cron.nextRun(wallTime);
  }
  return undefined;
}
