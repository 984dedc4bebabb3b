import { isGranted } from '../../../followstats/access/access.ts';
import type { Grant } from '../../../followstats/access/grants.ts';
import type { Rule } from '../../../followstats/access/rules.ts';
import type { Reader } from '../../words/reader.ts';
import { letSomeoneIn, ruleControls, seeAccess } from '../access/rule-controls.ts';
import { ruleLine } from '../access/rule-text.ts';
import { card } from '../kit/card.ts';
import { toRichText } from '../kit/inline.ts';
import { offer } from '../kit/offer.ts';
import type { MessageBlock } from '../kit/reply.ts';
import { controlsRow } from './pages.ts';

const RULES_SHOWN = 5;

/** The first of the rules about who may do what, with what can be done about them; all of them are a button away. */
export function accessBlocks(reader: Reader, rules: readonly (Rule | Grant)[]): readonly MessageBlock[] {
  const { rules: said } = reader.words.access;
  const left = rules.length - RULES_SHOWN;
  return [
    toRichText([said.title()]),
    ...rules
      .slice(0, RULES_SHOWN)
      .flatMap((rule, n) => card([ruleLine(reader, rule)], isGranted(rule) ? ruleControls(reader, rule, n + 1) : [])),
    ...(left > 0 ? [toRichText([reader.words.kit.moreLines({ lines: left })])] : []),
    ...controlsRow(offer(reader, seeAccess(reader), letSomeoneIn(reader))),
  ];
}
