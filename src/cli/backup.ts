import { readStoreConfig } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { backUp } from '../store/upkeep/back-up.ts';
import { type Command, UsageError } from './command.ts';

/** Copies the embedded store into a file, also while the app runs. */
export const backup: Command = {
  usage: 'npm run backup -- FILE',
  does: 'Copies the embedded store into a new file, also while the app runs.',
  async *run([file, ...more], environment) {
    if (!file || file.startsWith('-') || more.length > 0) throw new UsageError('backup takes the name of a file');
    const store = readStoreConfig(environment);
    if (store.kind === 'postgres') throw new ConfigError(['DATABASE_URL is set; Postgres is backed up with pg_dump']);
    yield `${await backUp(store.folder, file)} bytes in ${file}`;
  },
};
