import { pipeline } from 'node:stream/promises';
import { loadEnvFile } from '../config/env-file.ts';
import { ConfigError } from '../errors.ts';
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { type Command, UsageError } from './command.ts';
import { copyStoreToPostgres } from './copy-store.ts';

/* `npm run backup`, `npm run copy-store`, `npm run audit`: an operator's commands beside the app. */

/** sysexits.h. */
const EX_USAGE = 64;
const EX_CONFIG = 78;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['backup', backup],
  ['copy-store', copyStoreToPostgres],
  ['audit', audit],
]);

function end(code: number, lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`followstats: ${line}\n`);
  process.exitCode = code;
}

async function* withBreaks(lines: AsyncIterable<string>): AsyncIterable<string> {
  for await (const line of lines) yield `${line}\n`;
}

async function run(command: Command, args: readonly string[]): Promise<void> {
  try {
    loadEnvFile('.env', process.env);
    await pipeline(withBreaks(command.run(args, process.env)), process.stdout, { end: false });
  } catch (error) {
    if (error instanceof UsageError) return end(EX_USAGE, [error.message, command.usage]);
    if (error instanceof ConfigError) return end(EX_CONFIG, error.faults);
    if (!(error instanceof Error)) throw error;
    // The reader of the output has closed it, as `head` does.
    if (!('code' in error && error.code === 'EPIPE')) end(1, [error.message]);
  }
}

const [, , name = '', ...args] = process.argv;
const command = COMMANDS.get(name);
if (command) await run(command, args);
else end(EX_USAGE, [`there are: ${[...COMMANDS.keys()].join(', ')}`]);
