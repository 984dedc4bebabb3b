import type { AccountId } from '../types.ts';
import type { Relation, RelationKind } from './ports.ts';
import { RELATION_KINDS } from './read.ts';

/** What is kept of a list that a person pages through. */
export interface KeptList {
  /** Who opened it: no other person pages through it. */
  readonly personId: string;
  readonly account: AccountId;
  readonly kind: RelationKind;
  /** How many there are by the counts; `undefined` where these couldn't be read. */
  readonly all: number | undefined;
  /** By what each part known so far is asked for; the first is empty. */
  readonly cursors: readonly string[];
  /** Of each part that was read, how many accounts are in it. */
  readonly sizes: readonly number[];
}

/** What is kept of one part of it: as much as Chat gave in one answer. */
export interface KeptPart {
  /** Names as they are shown. */
  readonly relations: readonly Relation[];
  readonly next: string | undefined;
  /** Unix milliseconds. */
  readonly readAt: number;
}

/** Writes a list for the store. */
export const writeList = (list: KeptList): string => JSON.stringify(list);

/** Reads what `writeList` wrote; `undefined` for what another version wrote in another form. */
export function readList(text: string): KeptList | undefined {
  const { personId, account, kind: word, all, cursors, sizes } = parse(text);
  const kind = RELATION_KINDS.find((one) => one === word);
  if (!kind || typeof personId !== 'string' || typeof account !== 'string') return undefined;
  if (!isListOf(cursors, 'string') || !isListOf(sizes, 'number')) return undefined;
  return {
    ...{ personId, account: account as AccountId, kind, cursors, sizes },
    all: typeof all === 'number' ? all : undefined,
  };
}

/** Writes a part for the store: of a thousand accounts some 80 kB. */
export function writePart({ relations, next, readAt }: KeptPart): string {
  const rows = relations.map(({ account, since, name }) => [account, since ?? null, name ?? null] as const);
  return JSON.stringify({ rows, next, readAt });
}

/** Reads what `writePart` wrote; `undefined` as `readList`. */
export function readPart(text: string): KeptPart | undefined {
  const { rows, next, readAt } = parse(text);
  if (!Array.isArray(rows) || !rows.every(Array.isArray) || typeof readAt !== 'number') return undefined;
  const relations = rows.flatMap(([account, since, name]: readonly unknown[]): readonly Relation[] =>
    typeof account === 'string'
      ? [{ account: account as AccountId, since: asA('number', since), name: asA('string', name) }]
      : [],
  );
  return { relations, next: asA('string', next), readAt };
}

interface Types {
  readonly string: string;
  readonly number: number;
}

function asA<Name extends keyof Types>(type: Name, value: unknown): Types[Name] | undefined {
  return typeof value === type ? (value as Types[Name]) : undefined;
}

function isListOf<Name extends keyof Types>(value: unknown, type: Name): value is readonly Types[Name][] {
  return Array.isArray(value) && value.every((one) => asA(type, one) !== undefined);
}

function parse(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
