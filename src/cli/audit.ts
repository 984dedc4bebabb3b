import { parseArgs } from 'node:util';
import { readStoreConfig } from '../config.ts';
import { openAudit } from '../store/upkeep/read-only.ts';
import { auditLines } from './audit-lines.ts';
import { type Command, UsageError } from './command.ts';
import { readSince } from './read-since.ts';

/** Prints the audit log since a moment, a week ago by default. */
export const audit: Command = {
  usage: 'npm run audit -- [--since 12h|7d|4w|2026-11-25] [--json]',
  does: 'Prints who did what, of the last seven days unless said: a table, or a JSON object a line.',
  async *run(args, environment) {
    const { since: text, json } = readOptions(args);
    const since = readSince(text, Date.now());
    if (since === undefined) throw new UsageError('--since takes 12h, 7d, 4w or a date such as 2026-11-25');
    const log = await openAudit(readStoreConfig(environment));
    try {
      yield* auditLines(log.audit, { since, json });
    } finally {
      await log.close();
    }
  },
};

function readOptions(args: readonly string[]): { readonly since: string; readonly json: boolean } {
  try {
    return parseArgs({
      args: [...args],
      options: { since: { type: 'string', default: '7d' }, json: { type: 'boolean', default: false } },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'the arguments cannot be read');
  }
}
