import { readStoreConfig } from '../config.ts';
import { ConfigError } from '../errors.ts';
import { copyStore } from '../store/upkeep/copy-store.ts';
import { type Command, UsageError } from './command.ts';

/** Copies the embedded store into an empty Postgres. */
export const copyStoreToPostgres: Command = {
  usage: 'npm run copy-store',
  does: 'Copies the embedded store of DATA_DIR into the empty Postgres of DATABASE_URL, with the app stopped.',
  async *run(args, environment) {
    if (args.length > 0) throw new UsageError('copy-store takes no arguments: it copies from DATA_DIR to DATABASE_URL');
    const to = readStoreConfig(environment);
    const from = readStoreConfig({ ...environment, DATABASE_URL: undefined });
    if (to.kind !== 'postgres' || from.kind !== 'sqlite')
      throw new ConfigError(['DATABASE_URL is required: it names the Postgres to copy to']);
    for (const [what, count] of await copyStore(from, to)) yield `${count} ${what}`;
  },
};
