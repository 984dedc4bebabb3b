import { tickingClock } from './contracts/askers.ts';
import { auditContract } from './contracts/audit-contract.ts';
import { claimContract } from './contracts/claim-contract.ts';
import { digestsContract } from './contracts/digests-contract.ts';
import { expiringValuesContract } from './contracts/expiring-values-contract.ts';
import { grantsContract } from './contracts/grants-contract.ts';
import { linksContract } from './contracts/links-contract.ts';
import { listsContract } from './contracts/lists-contract.ts';
import { planningContract } from './contracts/planning-contract.ts';
import { runLogContract } from './contracts/run-log-contract.ts';
import { runStepsContract } from './contracts/run-steps-contract.ts';
import { snapshotsContract } from './contracts/snapshots-contract.ts';
import { unknownRunsContract } from './contracts/unknown-runs-contract.ts';
import { describeEngines, openNew } from './engines.ts';

// With a clock that ticks, the order given is the order of the entries.
describeEngines('grants', (newStore) => grantsContract(() => openNew(newStore, tickingClock())));
describeEngines('links', (newStore) => linksContract(() => openNew(newStore, tickingClock())));
describeEngines('lists', (newStore) => listsContract(() => openNew(newStore, tickingClock())));
describeEngines('audit', (newStore) => auditContract((now) => openNew(newStore, now)));
describeEngines('snapshots', (newStore) => snapshotsContract((now) => openNew(newStore, now)));
describeEngines('values with an expiry', (newStore) => expiringValuesContract((now) => openNew(newStore, now)));
describeEngines('digests', (newStore) => digestsContract((now) => openNew(newStore, now)));
describeEngines('planning', (newStore) => planningContract((now) => openNew(newStore, now)));
describeEngines('claims', (newStore) => claimContract((now) => openNew(newStore, now)));
describeEngines('steps of a run', (newStore) => runStepsContract((now) => openNew(newStore, now)));
describeEngines('unknown runs', (newStore) => unknownRunsContract((now) => openNew(newStore, now)));
describeEngines('the log of runs', (newStore) => runLogContract((now) => openNew(newStore, now)));
