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
import { controlsRow, type Pages, pageButtons, pageOf, pageTitle } from './pages.ts';

const RULES_A_PAGE = 5;

/** The rules about who may do what, with what can be done about them; all of them are a button away. */
export function accessBlocks(reader: Reader, rules: readonly (Rule | Grant)[], pages: Pages): readonly MessageBlock[] {
  const page = pageOf(rules, 'rules', RULES_A_PAGE, pages);
  const first = page.page * page.size + 1;
  return [
    toRichText(pageTitle(reader, reader.words.access.rules.title(), page)),
    ...page.items.flatMap((rule, n) =>
      card([ruleLine(reader, rule)], isGranted(rule) ? ruleControls(reader, rule, first + n) : []),
    ),
    ...controlsRow([...pageButtons(reader, page), ...offer(reader, seeAccess(reader), letSomeoneIn(reader))]),
  ];
}
