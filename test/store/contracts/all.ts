import { type NewStore, openNew } from '../new-store.ts';
import { tickingClock } from './askers.ts';
import { auditContract } from './audit-contract.ts';
import { claimContract } from './claim-contract.ts';
import { digestsContract } from './digests-contract.ts';
import { eventsContract, hearingContract, joiningCurvesContract } from './events-contract.ts';
import { expiringValuesContract } from './expiring-values-contract.ts';
import { grantsContract } from './grants-contract.ts';
import { homesContract } from './homes-contract.ts';
import { knownAccountsContract } from './known-accounts-contract.ts';
import { learnedBurstsContract } from './learned-bursts-contract.ts';
import { linksContract } from './links-contract.ts';
import { listsContract } from './lists-contract.ts';
import { overdueContract } from './overdue-contract.ts';
import { planningContract } from './planning-contract.ts';
import { runLogContract } from './run-log-contract.ts';
import { runStepsContract } from './run-steps-contract.ts';
import { snapshotsContract } from './snapshots-contract.ts';
import { unknownRunsContract } from './unknown-runs-contract.ts';
import { watchesContract } from './watches-contract.ts';

/** Subject → what every store does, whatever database it is over and wherever that comes from. */
export const CONTRACTS: Readonly<Record<string, (newStore: NewStore) => void>> = {
  // With a clock that ticks, the order given is the order of the entries.
  grants: (newStore) => grantsContract(() => openNew(newStore, tickingClock())),
  links: (newStore) => linksContract(() => openNew(newStore, tickingClock())),
  lists: (newStore) => listsContract(() => openNew(newStore, tickingClock())),
  audit: (newStore) => auditContract((now) => openNew(newStore, now)),
  'known accounts': (newStore) => knownAccountsContract((now) => openNew(newStore, now)),
  snapshots: (newStore) => snapshotsContract((now) => openNew(newStore, now)),
  'values with an expiry': (newStore) => expiringValuesContract((now) => openNew(newStore, now)),
  'follow events': (newStore) => eventsContract((now) => openNew(newStore, now)),
  'times of webhooks': (newStore) => hearingContract((now) => openNew(newStore, now)),
  'joining curves': (newStore) => joiningCurvesContract((now) => openNew(newStore, now)),
  'open Homes': (newStore) => homesContract((now) => openNew(newStore, now)),
  'learned bursts': (newStore) => learnedBurstsContract(newStore),
  digests: (newStore) => digestsContract((now) => openNew(newStore, now)),
  planning: (newStore) => planningContract((now) => openNew(newStore, now)),
  'overdue runs': (newStore) => overdueContract((now) => openNew(newStore, now)),
  claims: (newStore) => claimContract((now) => openNew(newStore, now)),
  'steps of a run': (newStore) => runStepsContract((now) => openNew(newStore, now)),
  'unknown runs': (newStore) => unknownRunsContract((now) => openNew(newStore, now)),
  'the log of runs': (newStore) => runLogContract((now) => openNew(newStore, now)),
  watches: (newStore) => watchesContract((now) => openNew(newStore, now)),
};
