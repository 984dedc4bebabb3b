import type { HistoryFault } from '../../../followstats/history/read.ts';
import type { FaultWords } from '../kit/fault-words.ts';
import { meantCommand } from '../kit/meant-command.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';

/** What is wrong with a `history …` command. */
export const HISTORY_FAULTS: FaultWords<HistoryFault> = {
  'missing-history-accounts': ({ words: { commands } }) => commands.missingWho({ example: typed('history alice 30d') }),
  'unknown-span': ({ words: { history } }, fault) =>
    history.unknownSpan({
      word: shownWord(fault.word),
      suggestion: meantCommand(fault, typed(`history alice ${fault.nearest}`)),
      quoted: { code: `"${fault.word}"` },
    }),
  'misplaced-span': ({ words: { history } }, fault) =>
    history.misplacedSpan({
      word: shownWord(fault.word),
      suggestion: meantCommand(fault, typed(`history alice ${fault.nearest}`)),
      quoted: { code: `"${fault.word}"` },
    }),
};
