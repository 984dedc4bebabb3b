import type { ActionsBlock, Button } from '@slack/types';
import { isRead, type Report, type Row } from '../../../followstats/reports/report.ts';
import { type Who, writeLookup } from '../../../followstats/typed/who.ts';
import type { AccountId } from '../../../followstats/types.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { button } from '../kit/button.ts';
import { commandButton } from '../kit/command-controls.ts';
import { clean } from '../kit/inline.ts';
import { LIMITS } from '../kit/limits.ts';
import { accountOffers } from './account-offers.ts';
import { correctedWho } from './corrected-who.ts';
import { openAccount } from './open-account.ts';

/** From so many accounts on an answer is offered as a file, too. */
export const CSV_FROM = 11;
/** As much of a UserID as a button shows. */
const SHOWN_ON_BUTTON = 20;

interface Offered {
  /** Names the block: by it the app finds the answer again for a search in its accounts. */
  readonly value: string;
  /** The look-up that was asked, in which a mistyped account can be corrected. */
  readonly who: Who | undefined;
  /** Whether others are there to share it with. */
  readonly mayShare: boolean;
}

/** What can be done with an answer. */
export function reportButtons(reader: Reader, report: Report, { value, who, mayShare }: Offered): ActionsBlock {
  const { reports, failures, kit } = reader.words;
  const { rows, read, notRefreshed } = report;
  const isFailed = read === 0 || notRefreshed !== undefined;
  const known = rows.filter((row) => isRead(row) || row.lastKnown).map(({ account }) => account);
  return {
    type: 'actions',
    block_id: value,
    elements: [
      ...meantButtons(reader, rows, who),
      button(ACTIONS.refresh, isFailed ? failures.tryAgain : reports.refresh, value),
      ...(read > 0 && mayShare ? [button(ACTIONS.share, reports.share, value)] : []),
      ...openAccount(reader, known),
      ...(rows.length === 1 ? known.flatMap((account) => accountOffers(reader, account, 'answer')) : []),
      ...(rows.length >= CSV_FROM ? [button(ACTIONS.csv, kit.csv, value)] : []),
    ],
  };
}

/**
 * A button for each account that was meant by mistyped ones: the same look-up with these words put right. An account that the
 * answer shows already needs none.
 */
function meantButtons(reader: Reader, rows: readonly Row[], who: Who | undefined): readonly Button[] {
  const { text, label } = reader.words.reports.lookUp;
  const shown = new Set(rows.map(({ account }) => account));
  const mistyped = rows.flatMap(({ account, meant }) =>
    meant === undefined || shown.has(meant) ? [] : [{ typo: account, meant }],
  );
  const groups = [...Map.groupBy(mistyped, ({ meant }) => meant)];
  return groups.map(([meant, group], n) => {
    const typos = group.map(({ typo }) => typo);
    const account = clean(meant, SHOWN_ON_BUTTON);
    const words = {
      text: () => text({ account }),
      label: () => label({ account, typo: clean(typos[0] ?? '', SHOWN_ON_BUTTON) }),
    };
    return commandButton(words, { key: `meant-${n}`, command: corrected(who, new Set(typos), meant) });
  });
}

/** A look-up too long for a button is left at the account that was meant; so is one that came to it by a list or a link. */
function corrected(who: Who | undefined, typos: ReadonlySet<AccountId>, meant: AccountId): string {
  const whole = writeLookup(correctedWho(who, typos, meant));
  return whole.length <= LIMITS.buttonValue ? whole : writeLookup([{ kind: 'account', account: meant }]);
}
