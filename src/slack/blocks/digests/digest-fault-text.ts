import type { DigestAction, DigestFault } from '../../../followstats/digests/read.ts';
import type { Reader } from '../../words/reader.ts';
import type { FaultOffers, FaultWords } from '../kit/fault-words.ts';
import { meantCommand } from '../kit/meant-command.ts';
import type { Offer } from '../kit/offer.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';

/** A right command of each action. */
const EXAMPLES: Readonly<Record<DigestAction, string>> = {
  new: 'digest new',
  list: 'digest list',
  edit: 'digest edit 3',
  run: 'digest run 3',
  pause: 'digest pause 3',
  resume: 'digest resume 3',
  delete: 'digest delete 3',
  restore: 'digest restore 3',
  log: 'digest log 3',
};

/** The faults of a command about digests. */
export const DIGEST_FAULTS: FaultWords<DigestFault> = {
  'unknown-digest-action': ({ words }, fault) => {
    const { word, suggestion } = fault;
    const { meantAction, unknownAction } = words.digestFaults;
    const named = { word: shownWord(word) };
    return suggestion
      ? meantAction({ ...named, suggestion: meantCommand(fault, typed(EXAMPLES[suggestion])) })
      : unknownAction(named);
  },
  'missing-digest-id': ({ words }, { action }) => words.digestFaults.missingId({ example: typed(EXAMPLES[action]) }),
  'surplus-digest-word': ({ words }, { word, action }) =>
    words.digestFaults.surplusWord({ word: shownWord(word), example: typed(EXAMPLES[action]) }),
};

const allDigests = ({ words }: Reader): Offer => ({
  key: 'digests',
  words: words.digests.controls.all,
  deed: { command: 'digest list' },
});

/** The buttons that go with them; of a near miss the command that was meant is offered with every other subject's. */
export const DIGEST_FAULT_OFFERS: FaultOffers<DigestFault> = {
  'unknown-digest-action': (reader, { suggestion }) => (suggestion === undefined ? [allDigests(reader)] : []),
  'missing-digest-id': (reader) => [allDigests(reader)],
  'surplus-digest-word': (reader) => [allDigests(reader)],
};
