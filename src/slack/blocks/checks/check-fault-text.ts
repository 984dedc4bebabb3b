import type { CheckFault } from '../../../followstats/checks/read.ts';
import { writeAccount } from '../../../followstats/typed/who.ts';
import type { FaultWords } from '../kit/fault-words.ts';
import { typed } from '../kit/typed.ts';

/** What is wrong with a `check …` command. */
export const CHECK_FAULTS: Omit<FaultWords<CheckFault>, 'not-one-account'> = {
  'missing-check-account': ({ words: { checks } }) =>
    checks.missingAccount({ example: typed('check alice bob carol') }),
  'missing-check-others': ({ words: { checks } }, { one }) =>
    checks.missingOthers({
      example:
        one.kind === 'person'
          ? [typed('check'), ' ', { personId: one.personId }, ' ', { code: 'bob carol' }]
          : typed(`check ${writeAccount(one.account)} bob carol`),
    }),
};
