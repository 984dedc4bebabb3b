import { type AccessFault, MOST_SUBJECTS } from '../../../followstats/access/read.ts';
import type { FaultOffers, FaultWords } from '../kit/fault-words.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';
import { letSomeoneIn, seeAccess } from './rule-controls.ts';

const EXAMPLES = { allow: typed('allow @priya viewer'), revoke: typed('revoke @priya') };

/** The faults of commands about access in words, each with a right example. */
export const ACCESS_FAULTS: FaultWords<AccessFault> = {
  'no-subject': ({ words }, { subcommand }) => words.access.faults.noSubject({ example: EXAMPLES[subcommand] }),
  'not-a-subject': ({ words }, { subcommand, word }) =>
    words.access.faults.notASubject({ word: shownWord(word), example: EXAMPLES[subcommand] }),
  'not-a-role': ({ words }, { word, meantRole }) =>
    meantRole
      ? words.access.faults.meantRole({ word: shownWord(word), role: { code: meantRole } })
      : words.access.faults.notARole({ word: shownWord(word), example: EXAMPLES.allow }),
  'second-role': ({ words }, { word }) =>
    words.access.faults.secondRole({ word: shownWord(word), example: EXAMPLES.allow }),
  'too-many-subjects': ({ words }, { subcommand, count }) =>
    words.access.faults.tooManySubjects({ count, max: MOST_SUBJECTS, example: EXAMPLES[subcommand] }),
  'words-behind-access': ({ words }, { word }) =>
    words.access.faults.surplusWord({ word: shownWord(word), access: typed('access'), why: typed('why @priya') }),
  'not-one-person': ({ words }, { word }) =>
    words.access.faults.notOnePerson({ word: shownWord(word), example: typed('why @priya'), why: typed('why') }),
};

/** The controls that go with them; of a mistyped role the command that was meant is offered with every other subject's. */
export const ACCESS_FAULT_OFFERS: FaultOffers<AccessFault> = {
  'no-subject': (reader, { subcommand, rightly }) => [
    subcommand === 'allow' ? letSomeoneIn(reader, rightly) : seeAccess(reader),
  ],
  'not-a-subject': (reader, { subcommand, rightly }) => [
    subcommand === 'allow' ? letSomeoneIn(reader, rightly) : seeAccess(reader),
  ],
  'not-a-role': (reader, { rightly }) => [letSomeoneIn(reader, rightly)],
  'second-role': (reader, { rightly }) => [letSomeoneIn(reader, rightly)],
  'too-many-subjects': (reader) => [seeAccess(reader)],
  'words-behind-access': (reader) => [seeAccess(reader)],
};
