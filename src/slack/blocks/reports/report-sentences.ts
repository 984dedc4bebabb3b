import type { FailureGroup, Row } from '../../../followstats/reports/report.ts';
import type { Reader } from '../../words/reader.ts';
import { describeFailure } from '../kit/failure-text.ts';
import { clean, type Sentence, toPlain } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { someNames, whatOfSeveral } from './unread-lines.ts';

export { someNames } from './unread-lines.ts';

/** Chat's own words make groups of their own, so that there could be as many as accounts. */
const GROUPS_SHOWN = 8;

/** What happened to each group of accounts, and what to do. */
export function failureSentences(reader: Reader, groups: readonly FailureGroup[]): readonly Sentence[] {
  const shown = groups.slice(0, GROUPS_SHOWN).map(({ failure, accounts }) => {
    const { what, fix, code } = describeFailure(reader, failure);
    return joinSentences(
      reader,
      reader.words.reports.unread({
        account: someNames(reader, accounts),
        what: accounts.length > 1 ? whatOfSeveral(reader, failure) : what,
      }),
      fix,
      code && [code],
    );
  });
  const left = groups.slice(GROUPS_SHOWN).reduce((sum, { accounts }) => sum + accounts.length, 0);
  return left > 0 ? [...shown, reader.words.reports.moreUnread({ accounts: left })] : shown;
}

/** What a row says of itself in a table: that it was read, or why not. */
export function rowState(reader: Reader, { lookup }: Row): string {
  if (lookup.kind === 'found') return toPlain(reader.words.reports.status.read());
  return clean(toPlain(describeFailure(reader, lookup.failure).what));
}
