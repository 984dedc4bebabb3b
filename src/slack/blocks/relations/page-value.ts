import type { RelationKind } from '../../../followstats/relations/ports.ts';
import { RELATION_KINDS } from '../../../followstats/relations/read.ts';
import type { PagePlace, RelationPage } from '../../../followstats/relations/relation-page.ts';
import { readAccountId } from '../../../followstats/typed/account-id.ts';
import type { AccountId } from '../../../followstats/types.ts';

/** A page of a list, as a button holds it: whose and which, so that the list can be opened anew once it has lapsed. */
export interface PageValue {
  readonly account: AccountId;
  readonly kind: RelationKind;
  readonly listId: string;
  readonly place: PagePlace;
}

/** No kind, id or number holds a space; a UserID may. */
const WRITTEN = /^([a-z]+) ([0-9a-f-]{36}) (\d{1,4})\.(\d{1,4}) (.+)$/;

/** Writes a page of a list as a button holds it: at most 100 characters. */
export function writePageValue(
  { kind, listId, account }: Pick<RelationPage, 'kind' | 'listId' | 'account'>,
  { part, page }: PagePlace,
): string {
  return `${kind} ${listId} ${part}.${page} ${account}`;
}

/** Reads what `writePageValue` wrote; it comes from a client, so it may be any text. */
export function readPageValue(value: string): PageValue | undefined {
  const [, word, listId = '', part, page, id = ''] = WRITTEN.exec(value) ?? [];
  const kind = RELATION_KINDS.find((one) => one === word);
  const read = readAccountId(id);
  if (!kind || 'fault' in read) return undefined;
  return { account: read.id, kind, listId, place: { part: Number(part), page: Number(page) } };
}

/** Writes whose list and which, as a button in a message holds it. */
export function writeListValue({ kind, account }: Pick<PageValue, 'kind' | 'account'>): string {
  return `${kind} ${account}`;
}

/** Reads what `writeListValue` wrote; it comes from a client, so it may be any text. */
export function readListValue(value: string): Pick<PageValue, 'kind' | 'account'> | undefined {
  const [, word, id = ''] = /^([a-z]+) (.+)$/.exec(value) ?? [];
  const kind = RELATION_KINDS.find((one) => one === word);
  const read = readAccountId(id);
  return kind && id && 'id' in read ? { kind, account: read.id } : undefined;
}
