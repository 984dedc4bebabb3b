import { causeOf, type ErrorCode } from '../../../errors.ts';
import type { PersonId } from '../../../followstats/ids.ts';
import type { Row, UnreadRow } from '../../../followstats/reports/report.ts';
import { isUnread } from '../../../followstats/reports/report.ts';
import type { Resolved } from '../../../followstats/reports/resolve.ts';
import type { Who } from '../../../followstats/typed/who.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { mentionAdmins } from '../kit/mention-people.ts';
import { mayDo } from '../kit/offer.ts';

/** How the accounts of an answer were named. */
export interface Named {
  readonly linked: Resolved['linked'];
  /** What was asked; `undefined` where the accounts alone are known. */
  readonly who: Who | undefined;
}

/** Failures of accounts that are probably written wrong. */
const UNKNOWN: ReadonlySet<ErrorCode> = new Set(['missing_account', 'rejected_account']);

/**
 * What named an account that Chat doesn't know: the person who asked, or a link or list of which another may be the author.
 * `undefined` for accounts that Chat knows or once did.
 */
export function whatNamed({ account, lookup, lastKnown }: UnreadRow, { linked, who }: Named) {
  const { code } = causeOf(lookup.failure);
  if (!UNKNOWN.has(code) || lastKnown) return undefined;
  if (who?.some((one) => one.kind === 'account' && one.account === account)) return 'person';
  if (linked.some((one) => one.account === account)) return 'link';
  return who?.some(({ kind }) => kind === 'list') ? 'list' : 'person';
}

/**
 * What this reader can do about an account that a link or a list named in vain; `undefined` where that is to look at how it is
 * written.
 */
export function helpForNamed(reader: Reader, by: ReturnType<typeof whatNamed>): Sentence | undefined {
  const { badLink, badList } = reader.words.who;
  const isEditor = mayDo(reader, { ask: { asks: by === 'link' ? 'link' : 'list-create' } });
  if (by === 'link') return isEditor ? badLink.maybe() : askToCheck(reader, badLink);
  return by === 'list' && !isEditor ? askToCheck(reader, badList) : undefined;
}

interface AskToCheck {
  readonly askAdmins: (args: { readonly admins: Sentence }) => Sentence;
  readonly askOperators: () => Sentence;
}

function askToCheck(reader: Reader, { askAdmins, askOperators }: AskToCheck): Sentence {
  return reader.admins.length > 0 ? askAdmins({ admins: mentionAdmins(reader) }) : askOperators();
}

/** People whose link leads to an account that Chat doesn't know. */
export function badlyLinked(rows: readonly Row[], named: Named): readonly PersonId[] {
  const unknown = new Set(
    rows
      .filter(isUnread)
      .filter((row) => whatNamed(row, named) === 'link')
      .map(({ account }) => account),
  );
  return named.linked.filter(({ account }) => unknown.has(account)).map(({ personId }) => personId);
}
