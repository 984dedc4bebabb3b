import { type AccessFault, MOST_SUBJECTS } from '../../../followstats/access/read.ts';
import type { FaultWords } from '../kit/fault-words.ts';
import { mayDo } from '../kit/offer.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';

const EXAMPLES = { allow: typed('allow @priya viewer'), revoke: typed('revoke @priya') };

/** Anyone may ask about themselves, and about another person only some. */
const ABOUT_ANOTHER = { command: 'why <@U0>' } as const;

/** The faults of commands about access in words, each with a right example. */
export const ACCESS_FAULTS: FaultWords<AccessFault> = {
  'no-subject': ({ words }, { subcommand }) => words.access.faults.noSubject({ example: EXAMPLES[subcommand] }),
  'not-a-subject': ({ words }, { subcommand, word }) =>
    words.access.faults.notASubject({ word: shownWord(word), example: EXAMPLES[subcommand] }),
  'not-a-role': ({ words }, { word }) =>
    words.access.faults.notARole({ word: shownWord(word), example: EXAMPLES.allow }),
  'second-role': ({ words }, { word }) =>
    words.access.faults.secondRole({ word: shownWord(word), example: EXAMPLES.allow }),
  'too-many-subjects': ({ words }, { subcommand, count }) =>
    words.access.faults.tooManySubjects({ count, max: MOST_SUBJECTS, example: EXAMPLES[subcommand] }),
  'words-behind-access': ({ words }, { word }) =>
    words.access.faults.surplusWord({ word: shownWord(word), access: typed('access'), why: typed('why @priya') }),
  'not-one-person': (reader, { word }) => {
    const { notOnePerson, notAboutOneself } = reader.words.access.faults;
    const named = { word: shownWord(word), why: typed('why') };
    return mayDo(reader, ABOUT_ANOTHER)
      ? notOnePerson({ ...named, example: typed('why @priya') })
      : notAboutOneself(named);
  },
};
