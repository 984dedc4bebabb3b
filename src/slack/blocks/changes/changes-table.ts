import type { Changes } from '../../../followstats/changes/changes.ts';
import { unexplainedOf } from '../../../followstats/changes/ledger.ts';
import type { Reader } from '../../words/reader.ts';
import { clean, type Sentence, toPlain } from '../kit/inline.ts';
import { fitTable, rawNumber, rawText, type Table } from '../kit/table.ts';
import { createWriteChange } from '../reports/change.ts';

/** Up to so many accounts have a line each; more have a table. */
export const MOST_LINES = 10;

/** Lays out as many ledgers as Slack's limits allow, from the first on, and at most `maxRows`; without webhooks the counts alone. */
export function layOutChanges(reader: Reader, { ledgers, heard }: Changes, maxRows: number): Table {
  const { reports, changes } = reader.words;
  const { before, came, left, unexplained, now } = changes.table;
  const writeChange = createWriteChange(reader);
  const count = (value: number) => rawNumber(value, reader.number(value));
  const change = (by: number) => rawNumber(by, writeChange(by));
  const middle = heard.any ? [came, left, unexplained] : [reports.columns.change];
  const header = [reports.columns.account, before, ...middle, now].map((title) => toPlain(title()));
  return fitTable(
    ledgers,
    (ledger) => {
      const { account, opening, closing } = ledger;
      return [
        rawText(clean(account)),
        count(opening.followers),
        ...(heard.any
          ? [count(ledger.came), count(ledger.left), change(unexplainedOf(ledger))]
          : [change(closing.followers - opening.followers)]),
        count(closing.followers),
      ];
    },
    { header, numbers: header.length - 1, maxRows },
  );
}

/** Its caption. */
export function changesCaption({ words: { changes } }: Reader, { ledgers }: Changes): Sentence {
  return changes.table.caption({ accounts: ledgers.length });
}
