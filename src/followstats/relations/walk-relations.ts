import { AppError } from '../../errors.ts';
import type { AccountId } from '../types.ts';
import type { ReadRelations, Relation, RelationKind, RelationOptions } from './ports.ts';

/** A part of a list on the way through all of it. */
export interface WalkedPart {
  /** Those that were in no part before. */
  readonly relations: readonly Relation[];
  /** Items of this part that name no account. */
  readonly unreadable: number;
  /** When Chat said so, Unix milliseconds. */
  readonly readAt: number;
}

/** Parts in a row without an account that wasn't there before. */
const MOST_EMPTY = 10;

/**
 * Goes through an account's whole list, a part at a time, each account once, however often Chat names it. Holds the names that came so
 * far, some 100 bytes each, so that callers end it where they have enough.
 * @throws {AppError} as `ReadRelations`; `upstream_changed` when the list comes back to an earlier page, or has no end
 */
export async function* walkRelations(
  readRelations: ReadRelations,
  account: AccountId,
  kind: RelationKind,
  options: RelationOptions = {},
): AsyncGenerator<WalkedPart> {
  const cursors = new Set(['']);
  const named = new Set<AccountId>();
  let cursor = '';
  for (let empty = 0; empty <= MOST_EMPTY; ) {
    const { relations, unreadable, next, readAt } = await readRelations(account, kind, cursor, options);
    const fresh = relations.filter(({ account: other }) => {
      const isNew = !named.has(other);
      named.add(other);
      return isNew;
    });
    yield { relations: fresh, unreadable, readAt };
    if (next === undefined) return;
    if (cursors.has(next)) throw new AppError('upstream_changed', 'a list of follows came back to an earlier page');
    cursors.add(next);
    cursor = next;
    empty = fresh.length > 0 ? 0 : empty + 1;
  }
  throw new AppError('upstream_changed', 'a list of follows has no end');
}
