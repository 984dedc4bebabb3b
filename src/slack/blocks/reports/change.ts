import { createDescribeDelta } from '../../../followstats/reports/delta.ts';
import type { Row } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import type { Inline } from '../kit/inline.ts';
import { writeSince } from '../kit/instant.ts';
import { MISSING } from '../kit/table.ts';

/** How many followers more or fewer than at the baseline, negative when it fell; `undefined` without a baseline. */
export function changeOf({ lookup, baseline }: Row): number | undefined {
  return lookup.kind === 'found' && baseline ? lookup.followers - baseline.followers : undefined;
}

/** Writes changes: `+36`, `−12`, `0`, and `–` where there is nothing to compare with. */
export function createWriteChange({ locale }: Reader): (by: number | undefined) => string {
  const describe = createDescribeDelta(locale);
  return (by) => (by === undefined ? MISSING : describe({ by, ratio: undefined }));
}

/** Writes since when something has changed: as text for one reader, as an instant where many read it, each in their own zone. */
export type WriteSince = (at: number) => Inline;

/** @param now Unix milliseconds; `undefined` where many read it */
export function createWriteSince(reader: Reader, now: number | undefined): WriteSince {
  return (at) => (now === undefined ? { time: at } : writeSince(reader, at, now));
}

/** Since when the changes of some rows are. */
export interface Since {
  readonly at: Inline;
  /** Whether those of some rows began later. */
  readonly orLater: boolean;
}

/** Since when the changes of these rows are; `undefined` when none has any. */
export function sinceOf(rows: readonly Row[], write: WriteSince): Since | undefined {
  const instants = rows.flatMap(({ lookup, baseline }) =>
    lookup.kind === 'found' && baseline ? [baseline.readAt] : [],
  );
  if (instants.length === 0) return undefined;
  const earliest = instants.reduce((least, one) => Math.min(least, one));
  const shown = new Set(instants.map((at) => nameOf(write(at))));
  return { at: write(earliest), orLater: shown.size > 1 };
}

/** Instants of one minute look the same. */
function nameOf(since: Inline): string {
  return typeof since === 'object' && 'time' in since ? `${Math.floor(since.time / 60_000)}` : JSON.stringify(since);
}
