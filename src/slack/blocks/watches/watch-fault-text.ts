import type { WatchAction, WatchFault } from '../../../followstats/watches/read.ts';
import type { Reader } from '../../words/reader.ts';
import type { FaultOffers, FaultWords } from '../kit/fault-words.ts';
import { meantCommand } from '../kit/meant-command.ts';
import type { Offer } from '../kit/offer.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';

/** A right command of each action. */
const EXAMPLES: Readonly<Record<WatchAction, string>> = {
  new: 'watch new',
  list: 'watch list',
  edit: 'watch edit 3',
  pause: 'watch pause 3',
  resume: 'watch resume 3',
  mute: 'watch mute 3',
  unmute: 'watch unmute 3',
  delete: 'watch delete 3',
  restore: 'watch restore 3',
};
/** With all that may stand in it, for who wrote more. */
const FULL_EXAMPLES: typeof EXAMPLES = { ...EXAMPLES, new: 'watch new alice' };

/** The faults of a command about watches. */
export const WATCH_FAULTS: FaultWords<WatchFault> = {
  'unknown-watch-action': ({ words }, fault) => {
    const { word, suggestion } = fault;
    const { meantAction, unknownAction } = words.watches.faults;
    const named = { word: shownWord(word) };
    return suggestion
      ? meantAction({ ...named, suggestion: meantCommand(fault, typed(EXAMPLES[suggestion])) })
      : unknownAction(named);
  },
  'missing-watch-id': ({ words }, { action }) => words.watches.faults.missingId({ example: typed(EXAMPLES[action]) }),
  'surplus-watch-word': ({ words }, { word, action }) =>
    words.watches.faults.surplusWord({ word: shownWord(word), example: typed(FULL_EXAMPLES[action]) }),
};

const allWatches = ({ words }: Reader): Offer => ({
  key: 'watches',
  words: words.watches.controls.all,
  deed: { command: 'watch list' },
});

/** The buttons that go with them; of a near miss the command that was meant is offered with every other subject's. */
export const WATCH_FAULT_OFFERS: FaultOffers<WatchFault> = {
  'unknown-watch-action': (reader, { suggestion }) => (suggestion === undefined ? [allWatches(reader)] : []),
  'missing-watch-id': (reader) => [allWatches(reader)],
  'surplus-watch-word': (reader) => [allWatches(reader)],
};
