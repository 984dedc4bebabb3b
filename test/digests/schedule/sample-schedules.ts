import { readSchedule, type Schedule } from '../../../src/digests/schedule/schedule.ts';

/** Takes it as given that the line and the zone are right. */
export function scheduleOf(cron: string, zone = 'UTC'): Schedule {
  const read = readSchedule({ cron, zone });
  if ('fault' in read) throw new Error(`${cron} ${zone}: ${read.fault.kind}`);
  return read.schedule;
}

export const iso = (instant: number): string => new Date(instant).toISOString();
