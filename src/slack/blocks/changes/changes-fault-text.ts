import type { ChangesFault } from '../../../followstats/changes/read.ts';
import type { FaultWords } from '../kit/fault-words.ts';
import { meantCommand } from '../kit/meant-command.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';

/** What is wrong with a `changes …` command. */
export const CHANGES_FAULTS: FaultWords<ChangesFault> = {
  'missing-changes-accounts': ({ words: { commands } }) => commands.missingWho({ example: typed('changes alice 7d') }),
  'unknown-changes-span': ({ words: { changes } }, fault) =>
    changes.unknownSpan({
      word: shownWord(fault.word),
      suggestion: meantCommand(fault, typed(`changes alice ${fault.nearest}`)),
      quoted: { code: `"${fault.word}"` },
    }),
  'misplaced-changes-span': ({ words: { changes } }, fault) =>
    changes.misplacedSpan({
      word: shownWord(fault.word),
      suggestion: meantCommand(fault, typed(`changes alice ${fault.nearest}`)),
      quoted: { code: `"${fault.word}"` },
    }),
};
