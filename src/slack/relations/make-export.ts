import type { ReadRelations, RelationKind } from '../../followstats/relations/ports.ts';
import { walkRelations } from '../../followstats/relations/walk-relations.ts';
import type { AccountId } from '../../followstats/types.ts';
import { nextTurn } from '../../timers.ts';
import { relationsCsvHead, relationsCsvRows } from '../blocks/relations/relations-csv.ts';
import type { Reader } from '../words/reader.ts';

/** Accounts of one file: some 25 MB, which are held in memory until Slack has them. */
export const MOST_ROWS = 250_000;

/** A list as a file. */
export interface ExportFile {
  readonly content: Buffer;
  readonly rows: number;
  /** Whether the list is longer than one file takes. */
  readonly isCut: boolean;
  /** Entries of the list that name no account that can be read: they aren't in the file. */
  readonly unreadable: number;
}

interface Options {
  readonly readRelations: ReadRelations;
  readonly account: AccountId;
  readonly kind: RelationKind;
  readonly signal: AbortSignal;
  /** Called after each part with how many accounts there are so far. */
  readonly onRows: (rows: number) => void;
  readonly most?: number;
}

/**
 * Reads a whole list and writes it as CSV, part by part, between which other work goes on; each part is held as the bytes that are sent.
 * People's pages go before it. Rejects as `walkRelations`.
 */
export async function makeExport(reader: Reader, options: Options): Promise<ExportFile> {
  const { readRelations, account, kind, signal, onRows, most = MOST_ROWS } = options;
  const parts = [Buffer.from(relationsCsvHead(reader))];
  let [rows, unreadable, isCut] = [0, 0, false];
  for await (const part of walkRelations(readRelations, account, kind, { signal, priority: 'export' })) {
    unreadable += part.unreadable;
    const taken = part.relations.slice(0, most - rows);
    isCut = taken.length < part.relations.length;
    rows += taken.length;
    if (taken.length > 0) parts.push(Buffer.from(relationsCsvRows(reader, taken)));
    onRows(rows);
    if (isCut) break;
    await nextTurn();
  }
  return { content: Buffer.concat(parts), rows, isCut, unreadable };
}
