import type { ActionsBlock } from '@slack/types';
import type { DigestReport } from '../../../digests/report/digest-report.ts';
import type { RunId } from '../../../digests/runs.ts';
import type { AccountId } from '../../../followstats/types.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { button } from '../kit/button.ts';
import { openAccount } from '../reports/open-account.ts';

/** The entries of a menu count towards what a message may hold, which the table needs. */
const MOST_CHARACTERS = 500;

/** What can be done with a post: open one of its accounts, and have all of it as a file. Everything goes by the run's id. */
export function digestPostButtons(reader: Reader, report: DigestReport, run: RunId): ActionsBlock {
  return {
    type: 'actions',
    block_id: run,
    elements: [
      ...openAccount(reader, openableAccounts(report), MOST_CHARACTERS),
      button(ACTIONS.digestCsv, reader.words.kit.csv, run),
    ],
  };
}

/** The accounts of a post of which there are counts, be they older ones: those that were read, in the order of the table, first. */
export function openableAccounts({ ranked, rows, readings }: DigestReport): readonly AccountId[] {
  const unread = rows.filter(({ account }) => readings.get(account)?.kind === 'unread');
  return [...ranked, ...unread].map(({ account }) => account);
}
