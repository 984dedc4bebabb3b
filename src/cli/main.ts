import { pipeline } from 'node:stream/promises';
import { asTyped } from '../as-typed.ts';
import { loadEnvFile } from '../config/env-file.ts';
import { ConfigError } from '../errors.ts';
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { type Command, Failed, UsageError } from './command.ts';
import { copyStoreToPostgres } from './copy-store.ts';
import { wantsHelp } from './wants-help.ts';

/* `npm run backup`, `npm run copy-store`, `npm run audit`, `npm run doctor`, `npm run field-test`: an operator's commands beside the app. */

/** sysexits.h. */
const EX_USAGE = 64;
const EX_CONFIG = 78;

const COMMANDS: ReadonlyMap<string, () => Command | Promise<Command>> = new Map<
  string,
  () => Command | Promise<Command>
>([
  ['backup', () => backup],
  ['copy-store', () => copyStoreToPostgres],
  ['audit', () => audit],
  // These alone need what talks to Slack, which takes half a second to load.
  ['doctor', async () => (await import('./doctor/doctor.ts')).doctor],
  ['field-test', async () => (await import('./field-test/field-test.ts')).fieldTest],
]);

function end(code: number, lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`followstats: ${line}\n`);
  process.exitCode = code;
}

async function* withBreaks(lines: AsyncIterable<string>): AsyncIterable<string> {
  for await (const line of lines) yield `${line}\n`;
}

function readEnvFile({ takesFileFaults = false }: Command): readonly string[] {
  try {
    loadEnvFile('.env', process.env);
    return [];
  } catch (error) {
    if (!takesFileFaults || !(error instanceof ConfigError)) throw error;
    return error.faults;
  }
}

function interruptsOf({ takesInterrupts = false }: Command): AbortSignal {
  const interrupts = new AbortController();
  const signals = takesInterrupts ? (['SIGINT', 'SIGTERM', 'SIGHUP'] as const) : [];
  for (const signal of signals) process.once(signal, () => interrupts.abort());
  return interrupts.signal;
}

async function run(command: Command, args: readonly string[], file: string): Promise<void> {
  try {
    const fileFaults = readEnvFile(command);
    const hasColours = process.stdout.isTTY === true && !process.env.NO_COLOR;
    const lines = command.run(args, process.env, { fileFaults, hasColours, interrupted: interruptsOf(command) });
    await pipeline(withBreaks(lines), process.stdout, { end: false });
  } catch (error) {
    if (error instanceof UsageError) return end(EX_USAGE, [error.message, asTyped(command.usage, file)]);
    if (error instanceof ConfigError) return end(EX_CONFIG, error.faults);
    if (error instanceof Failed) return end(1, []);
    if (!(error instanceof Error)) throw error;
    // The reader of the output has closed it, as `head` does.
    if (!('code' in error && error.code === 'EPIPE')) end(1, [error.message]);
  }
}

async function help(names: Iterable<string>, file: string): Promise<void> {
  for (const name of names) {
    const command = await COMMANDS.get(name)?.();
    if (command) process.stdout.write(`${asTyped(command.usage, file)}\n    ${command.does}\n`);
  }
}

const [, file = '', name = '', ...args] = process.argv;
const command = await COMMANDS.get(name)?.();
if (command && wantsHelp(args)) await help([name], file);
else if (command) await run(command, args, file);
else if (wantsHelp([name])) await help(COMMANDS.keys(), file);
else end(EX_USAGE, [`there are: ${[...COMMANDS.keys()].join(', ')}`]);
// What still hangs is not waited for: a server that never answers would keep the process for as long. What was written is.
if (command) process.stdout.write('', () => process.exit());
