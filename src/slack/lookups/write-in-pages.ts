import type { Reader } from '../words/reader.ts';

/**
 * Writes what lies behind an answer as CSV, in pages between which other work goes on; one file at a time, so that what is held in
 * memory stays bounded.
 * @returns `undefined` for more rows than one file takes. Rejects as its pages do
 */
export type WriteFile<Shown> = (reader: Reader, shown: Shown) => Promise<string | undefined>;

interface PagedFile<Shown, Row> {
  /** The rows of one file at most. */
  readonly most: number;
  readonly pagesOf: (shown: Shown) => AsyncIterable<readonly Row[]>;
  readonly head: (reader: Reader) => string;
  readonly rows: (reader: Reader, page: readonly Row[], shown: Shown) => string;
  /** What comes below all rows; nothing where it is left out. */
  readonly tail?: (reader: Reader, shown: Shown) => string;
}

/** Makes a `WriteFile`. */
export function createWriteInPages<Shown, Row>(file: PagedFile<Shown, Row>): WriteFile<Shown> {
  let last: Promise<unknown> = Promise.resolve();

  async function write(reader: Reader, shown: Shown): Promise<string | undefined> {
    const parts = [file.head(reader)];
    let count = 0;
    for await (const page of file.pagesOf(shown)) {
      count += page.length;
      if (count > file.most) return undefined;
      parts.push(file.rows(reader, page, shown));
    }
    if (file.tail) parts.push(file.tail(reader, shown));
    return parts.join('');
  }

  return (reader, shown) => {
    const writing = last.then(() => write(reader, shown));
    last = writing.catch(() => undefined);
    return writing;
  };
}
