import { closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../../src/store/open.ts';
import { administer } from '../../store/engines.ts';
import { openTcpGate } from '../../tcp-gate.ts';
import { createWorld, PEOPLE } from '../world.ts';
import type { MadeFaults, MakeFault, Seen } from './fault-row.ts';
import { folderFor } from './folder-for.ts';
import { refusedStart } from './refused-start.ts';
import { asRead, healthOf, unusualLines } from './seen.ts';

/** What an admin reads once access was given. */
const DONE = /is now a viewer/;
const WELL = 'the store can be used again';
/** How a connection ends, and what is found in the moment in which a file is moved. */
const BROKEN = /ENOENT|ECONNRESET|57P01|the connection |no answer in /;
const LOST_ENTRY = 'the audit log lacks an entry';
const ILL = 'the store cannot be used; not ready until it can';

/** A store, and how it is taken away and given back. */
interface Harm {
  readonly env: Readonly<Record<string, string>>;
  readonly store: StoreOptions;
  harm(): Promise<void> | void;
  mend(): Promise<void> | void;
}

/**
 * An admin gives access, the store fails, a person looks an account up and the admin gives access again; then it is mended.
 * @param varying lines of the log that are or aren't there, as the moment has it
 */
function failing(
  prepare: (scope: AsyncDisposableStack) => Promise<Harm>,
  varying = /held up|whose Home is open/,
): MakeFault {
  return async (scope): Promise<Seen> => {
    const { env, store: options, harm, mend } = await prepare(scope);
    const world = await createWorld({
      env: { LOG_LEVEL: 'info', FOLLOWSTATS_NAMES: 'off', ...env },
      seams: {
        ...{ timeLimitMs: 4000, progressAfterMs: 60_000 },
        storeWatch: { everyMs: 20, retryMs: 20, keptMs: 0, timeLimitMs: 3000 },
      },
    });
    scope.defer(() => world.stop());
    const asAdmin = { personId: PEOPLE.admin };
    const nameOf = (wanted: string) => world.slack.people.find(({ id }) => id === wanted)?.name;
    const saved = await world.ask(`/followstats allow @${nameOf(PEOPLE.chinese)}`, asAdmin);
    await harm();
    await world.log.first(ILL);
    const [answer, change] = await Promise.all([
      world.ask('/followstats alice'),
      world.ask(`/followstats allow @${nameOf(PEOPLE.nobody)}`, asAdmin),
    ]);
    const health = await healthOf(world.url);
    await mend();
    await world.log.first(WELL);
    // Its next proof may still be late.
    let after = await healthOf(world.url);
    while (!after.endsWith('/readyz 200')) after = await healthOf(world.url);
    await world.app.stop();
    const { rules, entries } = await readStore(options);
    const isMade = (personId: string) => rules.some((rule) => rule.includes(personId));
    const told = [PEOPLE.chinese, ...(DONE.test(change.text) ? [PEOPLE.nobody] : [])];
    // A change of which it is said that it may not have been saved may have been, with an entry of its own.
    const unsure = !told.includes(PEOPLE.nobody) && isMade(PEOPLE.nobody) ? 1 : 0;
    expect(saved.text).toMatch(DONE);
    return {
      person: [answer, change].map(({ text }) => asRead(text, world.slack)),
      operator: [...linesOf(world.log.lines, varying), `${health}; ${after} once it is back`],
      kept: [
        { what: 'answers', of: 2, kept: [answer, change].length },
        { what: 'changes told as done', of: told.length, kept: told.filter(isMade).length },
        {
          what: 'audit entries, in the store or the log',
          of: 3,
          kept: entries - unsure + world.log.named(LOST_ENTRY).length,
        },
      ],
    };
  };
}

/**
 * What the log says of the failing store, without what depends on the moment: how a connection ended, which line met it, and what
 * the app did by itself just then.
 */
function linesOf(lines: readonly string[], varying: RegExp): readonly string[] {
  const lasting = unusualLines(lines).filter((line) => !varying.test(line));
  const reasons = lasting.filter((line) => line.includes(ILL));
  const others = lasting.filter((line) => !line.includes(ILL)).map((line) => line.replace(/ \(.*\)$/, ''));
  const told = reasons.filter((line) => !BROKEN.test(line));
  return [
    ...(told.length > 0 ? told : [`log, error: ${ILL} (the store failed: no connection)`]),
    ...[...new Set(others)].toSorted(),
  ];
}

async function readStore(options: StoreOptions) {
  const store: Store = await openStore(options);
  const [grants, entries] = await Promise.all([store.grants.all(), store.audit.latest(20)]);
  await store.close();
  return { rules: grants.map(({ subject }) => JSON.stringify(subject)), entries: entries.length };
}

let made = 0;

/** A database of its own, behind a gate; gone once the scope is closed. */
export async function newDatabase(scope: AsyncDisposableStack) {
  const postgres = inject('postgres');
  if (!('url' in postgres)) throw new Error(postgres.reason);
  const name = `followstats_faults_${process.pid}_${made++}`;
  await administer(`create database ${name}`);
  scope.defer(() => administer(`drop database if exists ${name} with (force)`));
  const direct = Object.assign(new URL(postgres.url), { pathname: `/${name}` });
  const gate = await openTcpGate(Number(direct.port));
  scope.defer(() => gate.close());
  const gated = Object.assign(new URL(direct), { port: String(gate.port) });
  const store: StoreOptions = { kind: 'postgres', url: direct.href };
  return { name, gate, store, env: { DATABASE_URL: gated.href } };
}

const gated = (mode: 'shut' | 'silent') =>
  failing(
    async (scope) => {
      const { gate, store, env } = await newDatabase(scope);
      return { env, store, harm: () => gate.set(mode), mend: () => gate.set('open') };
      // Where the store hangs, the entry may still be on its way when it is mended.
    },
    mode === 'silent' ? /held up|whose Home is open|the audit log lacks/ : undefined,
  );

/** A store that the app refuses to start on. */
function refusing(prepare: (folder: string) => Promise<string> | string): MakeFault {
  return async (scope) => {
    const folder = folderFor(scope);
    const file = await prepare(folder);
    const before = readFileSync(file);
    const { person, operator } = await refusedStart(scope, { env: { DATA_DIR: folder } });
    const kept = readFileSync(file).equals(before) ? 1 : 0;
    return { person, operator, kept: [{ what: 'files, byte by byte', of: 1, kept }] };
  };
}

async function usedFolder(folder: string): Promise<string> {
  await (await openStore({ kind: 'sqlite', folder })).close();
  return join(folder, 'followstats.db');
}

export const OF_STORES: MadeFaults = {
  'SQLite: the database is moved away under the app, and back': failing(async (scope) => {
    const folder = folderFor(scope);
    const file = join(folder, 'followstats.db');
    return {
      env: { DATA_DIR: folder },
      store: { kind: 'sqlite', folder },
      harm: () => renameSync(file, `${file}.away`),
      mend: () => renameSync(`${file}.away`, file),
    };
  }),
  'SQLite: the database is damaged when the app starts': refusing(async (folder) => {
    const file = await usedFolder(folder);
    const handle = openSync(file, 'r+');
    writeSync(handle, 'x'.repeat(4096), 0);
    closeSync(handle);
    return file;
  }),
  'Postgres: can’t be reached for a while': gated('shut'),
  'Postgres: hangs for a while': gated('silent'),
  'Postgres: takes no writes for a while': failing(async (scope) => {
    const { name, store, env } = await newDatabase(scope);
    const setReadOnly = async (value: 'on' | 'off') => {
      await administer(`alter database ${name} set default_transaction_read_only = ${value}`);
      // What it is set to holds for new connections.
      await administer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    };
    return { env, store, harm: () => setReadOnly('on'), mend: () => setReadOnly('off') };
  }),
};
