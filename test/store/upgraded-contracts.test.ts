import { describe } from 'vitest';
import { CONTRACTS } from './contracts/all.ts';
import { VERSIONS } from './dumps/dumps.ts';
import { describeUpgraded } from './dumps/upgraded-store.ts';

/** The others become the very same schema (`upgrade.test.ts`); all contracts over each of them would take CI minutes. */
const OLDEST = VERSIONS[0] as string;

describeUpgraded(OLDEST, (newStore) => {
  for (const [subject, contract] of Object.entries(CONTRACTS)) describe(subject, () => contract(newStore));
});
