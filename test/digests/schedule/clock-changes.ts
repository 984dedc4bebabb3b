import { IANAZone } from 'luxon';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Instants at which a zone's offset changes, Unix milliseconds. No two changes of one zone are closer than a week. */
function changesOf(zone: IANAZone, from: number, to: number): readonly number[] {
  const changes: number[] = [];
  for (let at = from; at < to; at += 7 * DAY) {
    let [before, after] = [at, Math.min(at + 7 * DAY, to)];
    if (zone.offset(before) === zone.offset(after)) continue;
    while (after - before > MINUTE) {
      const middle = Math.floor((before + after) / 2 / MINUTE) * MINUTE;
      if (zone.offset(middle) === zone.offset(before)) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  return changes;
}

export interface ClockChange {
  /** The first instant of the new offset, Unix milliseconds. */
  readonly at: number;
  /** One zone of all that change in the same way at the same instants. */
  readonly name: string;
}

/** Every change of every zone that this runtime knows, zones that always agree named once. */
export function clockChanges(from: number, to: number): readonly ClockChange[] {
  const zones = new Map<string, ClockChange[]>();
  for (const name of Intl.supportedValuesOf('timeZone')) {
    const zone = IANAZone.create(name);
    const changes = changesOf(zone, from, to);
    const fingerprint = [zone.offset(from), ...changes.flatMap((at) => [at, zone.offset(at)])].join(' ');
    if (!zones.has(fingerprint))
      zones.set(
        fingerprint,
        changes.map((at) => ({ at, name })),
      );
  }
  return [...zones.values()].flat();
}

/** A minute on the clock of a zone. */
export interface WallTime {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

/** An instant, and the times that the clock has reached with it: one, none when it shows a time again, many after a gap. */
export interface Tick {
  readonly at: number;
  readonly reached: readonly WallTime[];
}

/** A zone's clock over a span, minute by minute. */
export function ticksOf(zoneName: string, from: number, to: number): readonly Tick[] {
  const zone = IANAZone.create(zoneName);
  const ticks: Tick[] = [];
  let latest = from / MINUTE - 1 + zone.offset(from - MINUTE);
  for (let at = from; at <= to; at += MINUTE) {
    const shown = at / MINUTE + zone.offset(at);
    const reached = Array.from({ length: Math.max(0, shown - latest) }, (_, n) => toWallTime(latest + 1 + n));
    ticks.push({ at, reached });
    latest = Math.max(latest, shown);
  }
  return ticks;
}

function toWallTime(minutes: number): WallTime {
  const day = Math.floor(minutes / 1440);
  // 1 January 1970 was a Thursday.
  return { weekday: ((day + 3) % 7) + 1, hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60 };
}
