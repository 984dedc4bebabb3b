import { NAMES_WAIT_MS, type ReadNames } from '../../followstats/names/ports.ts';
import { createOnFileCsv, type FileCsvOptions } from '../lookups/on-file-csv.ts';
import { MOST_READINGS, type WriteHistoryFile } from './write-history-file.ts';

interface Options extends FileCsvOptions {
  readonly writeHistoryFile: WriteHistoryFile;
  readonly readNames: ReadNames;
}

/** *CSV* below a history: every reading of its accounts in its span, as a file in the asker's direct messages. */
export function createOnHistoryCsv({ writeHistoryFile, readNames, ...options }: Options) {
  return createOnFileCsv(options, {
    name: 'followstats-history',
    of: 'a history',
    shownBy: ({ history }) => history,
    countAccounts: ({ accounts }) => accounts.length,
    async write(reader, history, personId) {
      const accounts = [...history.accounts, ...history.unkept].map(({ account }) => account);
      await readNames(accounts, { caller: personId, waitMs: NAMES_WAIT_MS });
      return writeHistoryFile(reader, history);
    },
    words: ({ history: { file } }, accounts) => ({
      title: file.title({ accounts }),
      tooLarge: file.tooLarge({ most: MOST_READINGS }),
    }),
  });
}
