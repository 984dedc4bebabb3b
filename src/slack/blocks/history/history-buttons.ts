import type { ActionsBlock, Button } from '@slack/types';
import type { History } from '../../../followstats/history/history.ts';
import { writeHistory } from '../../../followstats/history/read.ts';
import { writeLookup } from '../../../followstats/typed/who.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { button } from '../kit/button.ts';
import { clean } from '../kit/inline.ts';
import { type Offer, offer } from '../kit/offer.ts';

/** As much of a UserID as a button shows. */
const SHOWN_ON_BUTTON = 20;

/** What can be done about accounts of which nothing was read: the one that was meant, or a look-up, which begins to keep them. */
export function unkeptButtons(reader: Reader, { unkept, span }: History): readonly Button[] {
  const { lookUp, meant: words } = reader.words.history;
  const meant = new Map(unkept.flatMap(({ account, meant: other }) => (other === undefined ? [] : [[other, account]])));
  const others = unkept.filter((one) => one.meant === undefined);
  const corrections = [...meant].map(([account, typo], n): Offer => {
    const shown = { account: clean(account, SHOWN_ON_BUTTON), typo: clean(typo, SHOWN_ON_BUTTON) };
    return {
      key: `meant-${n}`,
      words: { text: () => words.text(shown), label: () => words.label(shown) },
      deed: { command: writeHistory({ who: [{ kind: 'account', account }], span }) },
    };
  });
  const lookup: Offer = {
    key: 'look-up',
    words: lookUp,
    deed: { command: writeLookup(others.map(({ account }) => ({ kind: 'account', account }))) },
  };
  return offer(reader, ...corrections, others.length > 0 ? lookup : undefined);
}

/** What can be done with the history itself. @param value what its buttons hold */
export function historyButtons({ words: { reports, history } }: Reader, value: string): ActionsBlock {
  return {
    type: 'actions',
    elements: [button(ACTIONS.share, reports.share, value), button(ACTIONS.historyCsv, history.csv, value)],
  };
}
