import type { ActionsBlock, Button } from '@slack/types';
import type { Changes } from '../../../followstats/changes/changes.ts';
import { writeChanges } from '../../../followstats/changes/read.ts';
import { CHANGE_SPANS, changeDaysOf } from '../../../followstats/changes/spans.ts';
import type { Who } from '../../../followstats/typed/who.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { button } from '../kit/button.ts';
import { offer } from '../kit/offer.ts';

interface Offered {
  /** What its buttons hold. */
  readonly value: string;
  /** Whether others are there to share it with. */
  readonly mayShare: boolean;
}

/** What can be done with the answer itself. */
export function changesButtons(reader: Reader, changes: Changes, { value, mayShare }: Offered): ActionsBlock {
  const { reports, failures, changes: words } = reader.words;
  const hasEvents = changes.ledgers.some(({ came, left }) => came + left > 0);
  return {
    type: 'actions',
    elements: [
      button(ACTIONS.refresh, changes.ledgers.length > 0 ? reports.refresh : failures.tryAgain, value),
      ...(mayShare && changes.ledgers.length > 0 ? [button(ACTIONS.share, reports.share, value)] : []),
      ...(hasEvents ? [button(ACTIONS.changesCsv, words.csv, value)] : []),
    ],
  };
}

/** The same accounts over a longer time. @param who whom it was asked for */
export function longerButtons(reader: Reader, { who, span }: Changes, asked: Who | undefined): readonly Button[] {
  const accounts = asked ?? who.accounts.map((account) => ({ kind: 'account' as const, account }));
  const { text, label } = reader.words.history.overDays;
  return offer(
    reader,
    ...CHANGE_SPANS.filter((one) => changeDaysOf(one) > changeDaysOf(span)).map((longer) => {
      const days = { days: changeDaysOf(longer) };
      return {
        key: `span-${longer}`,
        words: { text: () => text(days), label: () => label(days) },
        deed: { command: writeChanges({ who: accounts, span: longer }) },
      };
    }),
  );
}
