import { tickingClock } from '../contracts/askers.ts';
import { auditContract } from '../contracts/audit-contract.ts';
import { grantsContract } from '../contracts/grants-contract.ts';
import { linksContract } from '../contracts/links-contract.ts';
import { listsContract } from '../contracts/lists-contract.ts';
import { snapshotsContract } from '../contracts/snapshots-contract.ts';
import { describeEngines, openNew } from './engines.ts';

// With a clock that ticks, the order given is the order of the entries.
describeEngines('grants', (newStore) => grantsContract(() => openNew(newStore, tickingClock())));
describeEngines('links', (newStore) => linksContract(() => openNew(newStore, tickingClock())));
describeEngines('lists', (newStore) => listsContract(() => openNew(newStore, tickingClock())));
describeEngines('audit', (newStore) => auditContract((now) => openNew(newStore, now)));
describeEngines('snapshots', (newStore) => snapshotsContract((now) => openNew(newStore, now)));
