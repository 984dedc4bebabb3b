import type { DigestAction, DigestFault } from '../../../followstats/digests/read.ts';
import type { FaultWords } from '../kit/fault-words.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';

const EXAMPLES: Readonly<Record<DigestAction, string>> = {
  new: 'digest new',
  list: 'digest list',
  edit: 'digest edit 3',
  run: 'digest run 3',
  pause: 'digest pause 3',
  resume: 'digest resume 3',
  delete: 'digest delete 3',
  log: 'digest log 3',
};

const ACTIONS = Object.keys(EXAMPLES);

/** What is wrong with a command about digests. */
export const DIGEST_FAULTS: FaultWords<DigestFault> = {
  'unknown-digest-action': ({ word, suggestion }) => [
    'After ',
    typed('digest'),
    ` comes ${ACTIONS.slice(0, -1).join(', ')} or ${ACTIONS.at(-1)}, not `,
    shownWord(word),
    ...(suggestion
      ? ['. Did you mean ', typed(EXAMPLES[suggestion]), '?']
      : ['. Type ', typed(EXAMPLES.new), ' to make one.']),
  ],
  'missing-digest-id': ({ action }) => [
    'Which digest? Type its number, like ',
    typed(EXAMPLES[action]),
    '; ',
    typed('digest list'),
    ' shows them all.',
  ],
  'surplus-digest-word': ({ word, action }) => [
    shownWord(word),
    ' is too much here; type ',
    typed(EXAMPLES[action]),
    '.',
  ],
};
