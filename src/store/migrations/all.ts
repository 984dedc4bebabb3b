import type { Migration } from 'kysely/migration';
import type { Engine } from '../clock.ts';
import { addAccountIndexes } from './account-indexes.ts';
import { createDigestForms } from './digest-forms.ts';
import { createDigestTables } from './digest-tables.ts';
import { createExpiringValuesTable } from './expiring-values.ts';
import { createFirstTables } from './first-tables.ts';
import { createEventTables } from './follow-events.ts';
import { createHomesTable } from './homes.ts';
import { createJoiningCurvesTable } from './joining-curves.ts';
import { createLearnedBurstsTable } from './learned-bursts.ts';
import { addLeasedAt } from './leased-at.ts';
import { createWatchTables } from './watch-tables.ts';

/** By which a database is known as the app's, of whatever version. */
export const FIRST_MIGRATION = '2026-11-first-tables';

/** In the order of their names. One that was released is never changed again. */
export function createMigrations(engine: Engine): Readonly<Record<string, Migration>> {
  return {
    [FIRST_MIGRATION]: createFirstTables(engine),
    '2026-12-digests': createDigestTables(engine),
    '2026-12-forms': createDigestForms(engine),
    '2026-12-values': createExpiringValuesTable(engine),
    '2027-01-bursts': createLearnedBurstsTable(engine),
    '2027-02-leased-at': addLeasedAt,
    '2027-03-account-indexes': addAccountIndexes,
    '2027-04-homes': createHomesTable(engine),

    '2027-05-events': createEventTables(engine),
    '2027-06-joining-curves': createJoiningCurvesTable(engine),
    '2027-07-watches': createWatchTables(engine),
  };
}
