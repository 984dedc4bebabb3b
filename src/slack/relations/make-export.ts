import type { ReadRelations, RelationKind } from '../../followstats/relations/ports.ts';
import { walkRelations } from '../../followstats/relations/walk-relations.ts';
import type { AccountId } from '../../followstats/types.ts';
import { nextTurn, type Timers } from '../../timers.ts';
import { relationsCsvHead, relationsCsvRows } from '../blocks/relations/relations-csv.ts';
import type { Reader } from '../words/reader.ts';

/** Accounts of one file: some 25 MB, which are held in memory until Slack has them. */
export const MOST_ROWS = 250_000;

/** Accounts that are written at a stretch: what people ask meanwhile waits no longer. */
const AT_A_STRETCH = 100;
/** Between two parts, milliseconds: a file is in no hurry, and reading a part takes this thread's time. */
const PAUSE_MS = 25;

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
  readonly timers: Pick<Timers, 'sleep'>;
  readonly most?: number;
}

/**
 * Reads a whole list and writes it as CSV, part by part, between which other work goes on; each part is held as the bytes that are sent.
 * People's pages go before it. Rejects as `walkRelations`.
 */
export async function makeExport(reader: Reader, options: Options): Promise<ExportFile> {
  const { readRelations, account, kind, signal, onRows, timers, most = MOST_ROWS } = options;
  const parts = [Buffer.from(relationsCsvHead(reader))];
  let [rows, unreadable, isCut] = [0, 0, false];
  for await (const part of walkRelations(readRelations, account, kind, { signal, priority: 'export' })) {
    unreadable += part.unreadable;
    const taken = part.relations.slice(0, most - rows);
    isCut = taken.length < part.relations.length;
    rows += taken.length;
    for (let from = 0; from < taken.length; from += AT_A_STRETCH) {
      await nextTurn();
      parts.push(Buffer.from(relationsCsvRows(reader, taken.slice(from, from + AT_A_STRETCH))));
    }
    onRows(rows);
    if (isCut) break;
    await timers.sleep(PAUSE_MS);
  }
  return { content: Buffer.concat(parts), rows, isCut, unreadable };
}
