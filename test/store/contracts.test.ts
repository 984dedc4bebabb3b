import { tickingClock } from '../contracts/askers.ts';
import { auditContract } from '../contracts/audit-contract.ts';
import { digestsContract } from '../contracts/digests-contract.ts';
import { grantsContract } from '../contracts/grants-contract.ts';
import { linksContract } from '../contracts/links-contract.ts';
import { listsContract } from '../contracts/lists-contract.ts';
import { runsContract } from '../contracts/runs-contract.ts';
import { snapshotsContract } from '../contracts/snapshots-contract.ts';
import { describeEngines, openNew } from './engines.ts';

// With a clock that ticks, the order given is the order of the entries.
describeEngines('grants', (newStore) => grantsContract(() => openNew(newStore, tickingClock())));
describeEngines('links', (newStore) => linksContract(() => openNew(newStore, tickingClock())));
describeEngines('lists', (newStore) => listsContract(() => openNew(newStore, tickingClock())));
describeEngines('audit', (newStore) => auditContract((now) => openNew(newStore, now)));
describeEngines('snapshots', (newStore) => snapshotsContract((now) => openNew(newStore, now)));
describeEngines('digests', (newStore) => digestsContract((now) => openNew(newStore, now)));
describeEngines('runs', (newStore) => runsContract((now) => openNew(newStore, now)));
