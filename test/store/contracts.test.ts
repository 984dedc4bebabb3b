import { CONTRACTS } from './contracts/all.ts';
import { describeEngines } from './engines.ts';

for (const [subject, contract] of Object.entries(CONTRACTS)) describeEngines(subject, contract);
