import { openDatabase, type Store, type StoreOptions } from '../../store/open.ts';
import { createDemoCounts, STARS } from '../chat/demo-audience.ts';

type AccountId = Parameters<Store['snapshots']['before']>[0][number];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** As the app itself thins what it keeps: hourly for 30 days, daily before. */
const HOURLY_FOR_MS = 30 * DAY_MS;
const YEAR_MS = 365 * DAY_MS;
/** Rows of one statement: five parameters each, and SQLite takes 32,766. */
const CHUNK = 2000;

/**
 * Writes a year of counts of the demo's stars into a store, as if the app had read them: up to an hour before the present, Unix
 * milliseconds, by the same curve that goes on from there. Twelve accounts are some 12,700 rows. Rejects as
 * `openStore`.
 * @param heardSince from when on the app is to have taken webhooks until the present, Unix milliseconds; without it it hasn't
 */
export async function seedHistory(options: StoreOptions, present: number, heardSince?: number): Promise<void> {
  const countsAt = createDemoCounts(present);
  const rows = momentsBefore(present).flatMap((at) =>
    Object.keys(STARS).map((account) => ({ account: account as AccountId, read_at: at, ...countsAt(account, at) })),
  );
  const { db, close } = await openDatabase(options);
  try {
    // As rows: `record` takes one reading of each account, with a sync of the disk each time, and would keep all of these.
    for (let from = 0; from < rows.length; from += CHUNK)
      await db
        .insertInto('snapshots')
        .values(rows.slice(from, from + CHUNK))
        .execute();
    if (heardSince !== undefined)
      await db
        .insertInto('hearing_spans')
        .values({ id: 'before the demo', kind: 'hearing', began_at: heardSince, ended_at: present, events: 0 })
        .execute();
  } finally {
    await close();
  }
}

/** Oldest first. */
function momentsBefore(present: number): readonly number[] {
  const moments: number[] = [];
  for (let at = present - YEAR_MS; at <= present - HOUR_MS; at += at < present - HOURLY_FOR_MS ? DAY_MS : HOUR_MS)
    moments.push(at);
  return moments;
}
