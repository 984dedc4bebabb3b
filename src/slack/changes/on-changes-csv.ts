import { createOnFileCsv, type FileCsvOptions } from '../lookups/on-file-csv.ts';
import { MOST_EVENTS, type WriteChangesFile } from './write-changes-file.ts';

interface Options extends FileCsvOptions {
  readonly writeChangesFile: WriteChangesFile;
}

/** *CSV* below the answer of who came and left: all of them, as a file in the asker's direct messages. */
export function createOnChangesCsv({ writeChangesFile, ...options }: Options) {
  return createOnFileCsv(options, {
    name: 'followstats-changes',
    of: 'who came and left',
    shownBy: ({ changes }) => changes,
    countAccounts: ({ ledgers }) => ledgers.length,
    write: writeChangesFile,
    words: ({ changes: { file } }, accounts) => ({
      title: file.title({ accounts }),
      tooLarge: file.tooLarge({ most: MOST_EVENTS }),
    }),
  });
}
