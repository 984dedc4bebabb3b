import type { RelationFault } from '../../../followstats/relations/read.ts';
import { exampleOf } from '../kit/example.ts';
import type { FaultWords } from '../kit/fault-words.ts';
import { shownWord } from '../kit/shown-word.ts';
import { typed } from '../kit/typed.ts';

/** What is wrong with a command that takes one account. */
export const RELATION_FAULTS: FaultWords<RelationFault> = {
  'missing-relation-account': ({ words: { relations } }, { verb }) =>
    relations.missingAccount({ example: typed(`${verb} alice`) }),
  'surplus-relation-word': ({ words: { relations } }, { verb, word }) =>
    relations.surplus({ word: shownWord(word), example: typed(`${verb} alice`) }),
  'not-one-account': ({ words: { relations } }, fault) =>
    relations.notOne({ word: shownWord(fault.word), example: exampleOf(fault) }),
};
