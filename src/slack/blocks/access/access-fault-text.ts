import { type AccessFault, MOST_SUBJECTS } from '../../../followstats/access/read.ts';
import type { CommandFault } from '../../../followstats/commands/command.ts';
import { exampleOf } from '../kit/example.ts';
import type { FaultOffers, FaultWords } from '../kit/fault-words.ts';
import type { Sentence } from '../kit/inline.ts';
import { mayDo } from '../kit/offer.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';
import { letSomeoneIn, seeAccess } from './rule-controls.ts';

/** About whom was named, as far as that was typed right. */
const example = (name: 'allow' | 'revoke', { beginning }: Pick<CommandFault, 'beginning'>): Sentence =>
  exampleOf({ beginning: beginning ?? [{ kind: 'text', text: name, quoted: false }] });

/** Anyone may ask about themselves, and about another person only some. */
const ABOUT_ANOTHER = { command: 'why <@U0>' } as const;

/** The faults of commands about access in words, each with a right example. */
export const ACCESS_FAULTS: FaultWords<AccessFault> = {
  'no-subject': ({ words }, fault) => words.access.faults.noSubject({ example: example(fault.subcommand, fault) }),
  'not-a-subject': ({ words }, fault) =>
    words.access.faults.notASubject({ word: shownWord(fault.word), example: example(fault.subcommand, fault) }),
  'not-a-role': ({ words }, fault) =>
    fault.meantRole
      ? words.access.faults.meantRole({ word: shownWord(fault.word), role: { code: fault.meantRole } })
      : words.access.faults.notARole({ word: shownWord(fault.word), example: example('allow', fault) }),
  'second-role': ({ words }, fault) =>
    words.access.faults.secondRole({ word: shownWord(fault.word), example: example('allow', fault) }),
  'too-many-subjects': ({ words }, fault) =>
    words.access.faults.tooManySubjects({
      count: fault.count,
      max: MOST_SUBJECTS,
      example: example(fault.subcommand, fault),
    }),
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
