import { randomUUID } from 'node:crypto';
import { AppError } from '../../errors.ts';
import type { ExpiringValues } from '../expiring-values.ts';
import type { PersonId } from '../ids.ts';
import type { AccountId, LookupMany } from '../types.ts';
import { type KeptList, type KeptPart, readList, readPart, writeList, writePart } from './kept-list.ts';
import type { RelationPage as ReadPage, ReadRelations, RelationKind } from './ports.ts';
import { COUNT_OF, PAGE_SIZE, type PagePlace, pagesOf, type RelationPage } from './relation-page.ts';

/** Lists that people page through, the same on every replica. */
export interface RelationLists {
  /**
   * Reads the first page, and how many there are in all.
   * @throws {AppError} as `ReadRelations`; `store_unavailable`
   */
  open(asked: AskedList, options: ListOptions): Promise<RelationPage>;
  /**
   * Reads another page of a list that was opened less than an hour ago.
   * @param listId as a client sent it, so it may be forged; `place` likewise
   * @returns `undefined` when it was opened earlier, by another person, or when there is no such page. Rejects as `open`
   */
  turn(personId: PersonId, listId: string, place: PagePlace, options: ListOptions): Promise<RelationPage | undefined>;
}

interface AskedList {
  /** Who pages: no other person can. */
  readonly personId: PersonId;
  readonly account: AccountId;
  readonly kind: RelationKind;
}

interface ListOptions {
  readonly signal: AbortSignal;
}

interface Options {
  readonly values: Pick<ExpiringValues, 'get' | 'set'>;
  readonly readRelations: ReadRelations;
  readonly lookup: LookupMany;
  /** An account's nickname as it is shown; `undefined` for none. */
  readonly nameOf: (account: AccountId, nickname: string | undefined) => string | undefined;
}

/** How long a list can be paged through after it was last, milliseconds. */
const KEPT_MS = 60 * 60_000;
/** Parts of a list that can be paged to: 200,000 accounts of 1,000 a part, more than anybody pages through; a file has all. */
const MOST_PARTS = 200;
/** Parts in which one that comes again is found: what changes meanwhile moves those near it. */
const COMPARED_PARTS = 5;
/** Parts in a row without an account that wasn't there before: Chat's list doesn't come to an end. */
const MOST_EMPTY = 10;
const LONGEST_CURSOR = 2000;

/**
 * Pages of 50 of what Chat gives a thousand at a time. The parts that were read, and what the next is asked by, are kept in the store
 * for an hour, so that any replica turns the page, mostly without a call. One that comes again within some parts is shown once.
 */
export function createRelationLists({ values, readRelations, lookup, nameOf }: Options): RelationLists {
  async function keptPart(listId: string, part: number): Promise<KeptPart | undefined> {
    const text = await values.get(partKey(listId, part));
    return text === undefined ? undefined : readPart(text);
  }

  /** The accounts in the parts before one. */
  async function namedBefore(listId: string, part: number): Promise<ReadonlySet<AccountId>> {
    const first = Math.max(0, part - COMPARED_PARTS);
    const parts = await Promise.all(Array.from({ length: part - first }, (_, n) => keptPart(listId, first + n)));
    return new Set(parts.flatMap((one) => one?.relations.map(({ account }) => account) ?? []));
  }

  async function partOf(listId: string, list: KeptList, part: number, options: ListOptions): Promise<KeptPart> {
    const kept = await keptPart(listId, part);
    if (kept) return kept;
    const { account, kind, cursors } = list;
    const [page, before] = await Promise.all([
      readRelations(account as AccountId, kind, cursors[part] ?? '', options),
      namedBefore(listId, part),
    ]);
    const read = toPart(page, before);
    await values.set(partKey(listId, part), writePart(read), KEPT_MS);
    return read;
  }

  function toPart({ relations, next, readAt }: ReadPage, before: ReadonlySet<AccountId>): KeptPart {
    const named = relations
      .filter(({ account }) => !before.has(account))
      .map(({ account, since, name }) => ({ account, since, name: nameOf(account, name) }));
    return { relations: named, next, readAt };
  }

  /** Reads a part, and the next ones as long as they are empty; `part` is the one that was come to. */
  async function seek(listId: string, given: KeptList, from: number, options: ListOptions) {
    let list = given;
    for (let part = from; ; part += 1) {
      const read = await partOf(listId, list, part, options);
      const next = read.next !== undefined && isUsable(read.next) ? read.next : undefined;
      if (next !== undefined && list.cursors.slice(0, part + 1).includes(next)) {
        throw new AppError('upstream_changed', 'a list of follows came back to an earlier page');
      }
      const sizes = [...list.sizes.slice(0, part), read.relations.length];
      const known = next === undefined ? [] : [next];
      list = { ...list, sizes, cursors: [...list.cursors.slice(0, part + 1), ...known] };
      const isLast = next === undefined || part + 1 >= MOST_PARTS;
      if (read.relations.length > 0 || isLast) return { list, part, read };
      if (part - from >= MOST_EMPTY) throw new AppError('upstream_changed', 'a list of follows has no end');
    }
  }

  function toPage(listId: string, { list, part, read }: Awaited<ReturnType<typeof seek>>, page: number): RelationPage {
    const { account, kind, all, sizes, cursors } = list;
    const last = pagesOf(read.relations.length) - 1;
    const hasFurther = cursors[part + 1] !== undefined && part + 1 < MOST_PARTS;
    const [start, end] = [page * PAGE_SIZE, (page + 1) * PAGE_SIZE];
    return {
      account: account as AccountId,
      kind,
      all,
      relations: read.relations.slice(start, end),
      before: sizes.slice(0, part).reduce((sum, size) => sum + size, 0) + start,
      listId,
      place: { part, page },
      previous: page > 0 ? { part, page: page - 1 } : previousPart(sizes, part),
      next: page < last ? { part, page: page + 1 } : hasFurther ? { part: part + 1, page: 0 } : undefined,
      isCut: page === last && !hasFurther && read.next !== undefined,
      readAt: read.readAt,
    };
  }

  return {
    async open({ personId, account, kind }, options) {
      const listId = randomUUID();
      const counting = lookup([account], { signal: options.signal, caller: personId }).then(
        (answers) => answers.get(account),
        (error: unknown) => {
          // The list itself says what is wrong, where it can't be read either.
          if (error instanceof AppError) return undefined;
          throw error;
        },
      );
      const list: KeptList = { personId, account, kind, all: undefined, cursors: [''], sizes: [] };
      const [found, counts] = await Promise.all([seek(listId, list, 0, options), counting]);
      const all = counts?.kind === 'found' ? counts[COUNT_OF[kind]] : undefined;
      const whole = { ...found, list: { ...found.list, all } };
      await values.set(listKey(listId), writeList(whole.list), KEPT_MS);
      return toPage(listId, whole, 0);
    },
    async turn(personId, listId, { part, page }, options) {
      if (!IS_ID.test(listId)) return undefined;
      const kept = await values.get(listKey(listId));
      const list = kept === undefined ? undefined : readList(kept);
      // A place that was never come to isn't on any button.
      if (list?.personId !== personId || list.cursors[part] === undefined) return undefined;
      const found = await seek(listId, list, part, options);
      await values.set(listKey(listId), writeList(merge(list, found.list)), KEPT_MS);
      const most = pagesOf(found.read.relations.length) - 1;
      return toPage(
        listId,
        { ...found, list: merge(list, found.list) },
        found.part === part ? Math.min(page, most) : 0,
      );
    },
  };
}

/** What is known of the parts behind stays known, as long as the way to them is the same. */
function merge(known: KeptList, found: KeptList): KeptList {
  const isSame = found.cursors.every((cursor, n) => known.cursors[n] === undefined || known.cursors[n] === cursor);
  if (!isSame || found.cursors.length >= known.cursors.length) return found;
  return { ...found, cursors: known.cursors, sizes: [...found.sizes, ...known.sizes.slice(found.sizes.length)] };
}

/** The last page of the nearest part before one that isn't empty. */
function previousPart(sizes: readonly number[], part: number): PagePlace | undefined {
  for (let before = part - 1; before >= 0; before -= 1) {
    const size = sizes[before] ?? 0;
    if (size > 0) return { part: before, page: pagesOf(size) - 1 };
  }
  return undefined;
}

const IS_ID = /^[0-9a-f-]{36}$/;
/** A cursor longer than that is no place in a list. */
const isUsable = (cursor: string): boolean => cursor.length <= LONGEST_CURSOR;
const listKey = (listId: string): string => `relations:${listId}`;
const partKey = (listId: string, part: number): string => `relations:${listId}:${part}`;
