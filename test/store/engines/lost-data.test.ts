import {
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { openStore } from '../../../src/store/open.ts';
import { backUp } from '../../../src/store/upkeep/back-up.ts';
import { ADMIN, accounts } from '../contracts/askers.ts';
import { temporaryFolder } from '../new-store.ts';

const DB = 'followstats.db';
const WAL = `${DB}-wal`;
const STATE = 'followstats.state';

async function open(folder: string) {
  const store = await openStore({ kind: 'sqlite', folder });
  onTestFinished(() => store.close());
  return store;
}

/**
 * A folder as kill -9 leaves it: four people are linked, the last two since the last check-point. `older` is a backup from
 * before the second, `newer` one of all.
 */
async function killed() {
  const folder = temporaryFolder();
  const store = await open(folder);
  const link = (n: number) => store.links.link(`U${n}`, accounts(`a${n}`)[0] as AccountId, ADMIN);
  await link(1);
  await store.checkWrite();
  const older = join(temporaryFolder(), 'older.db');
  await backUp(folder, older);
  await link(2);
  await store.checkWrite();
  await link(3);
  await link(4);
  const newer = join(temporaryFolder(), 'newer.db');
  await backUp(folder, newer);
  const left = temporaryFolder();
  // A copy is what a killed process leaves: the files as they are, and no lock.
  for (const file of [DB, WAL, STATE]) copyFileSync(join(folder, file), join(left, file));
  return { left, older, newer, at: (file: string) => join(left, file) };
}

async function faultOf(folder: string): Promise<string> {
  const before = contentsOf(folder);
  const error: unknown = await openStore({ kind: 'sqlite', folder }).catch((reason: unknown) => reason);
  if (!(error instanceof ConfigError)) throw error;
  expect(contentsOf(folder)).toEqual(before);
  return error.faults.join('\n');
}

const contentsOf = (folder: string) =>
  readdirSync(folder)
    .filter((file) => !file.startsWith('lock.db'))
    .map((file) => [file, readFileSync(join(folder, file), 'base64')]);

const peopleOf = async (folder: string) =>
  (await (await open(folder)).links.all()).map(({ personId }) => personId).toSorted();

function overwrite(file: string, at: number, bytes: number): void {
  const content = readFileSync(file);
  content.fill(0xa5, at, at + bytes);
  writeFileSync(file, content);
}

function remove(...files: readonly string[]): void {
  for (const file of files) rmSync(file);
}

type Killed = Awaited<ReturnType<typeof killed>>;

test('after kill -9 everything is there, and nothing is taken for lost', async () => {
  const { left } = await killed();
  expect(await peopleOf(left)).toEqual(['U1', 'U2', 'U3', 'U4']);
});

test.each<[what: string, harm: (scene: Killed) => void, said: RegExp]>([
  ['the database is deleted', ({ at }) => rmSync(at(DB)), /followstats\.db is missing; .*followstats\.state/],
  [
    'the database is deleted, and its log stays',
    ({ at }) => remove(at(DB), at(STATE)),
    /followstats\.db-wal holds writes, and followstats\.db is missing or empty; .*move followstats\.db-wal away$/,
  ],
  [
    'all is deleted but the state',
    ({ at }) => remove(at(DB), at(WAL)),
    /followstats\.db is missing; .*move followstats\.state away$/,
  ],
  ['the database is emptied', ({ at }) => truncateSync(at(DB), 0), /followstats\.db is empty;/],
  [
    'the database is cut short',
    ({ at }) => truncateSync(at(DB), 8192),
    /was cut short \(it has 8192 bytes of at least \d+\);/,
  ],
  [
    'the head of the database is damaged',
    ({ at }) => overwrite(at(DB), 0, 16),
    /the head of followstats\.db is damaged;/,
  ],
  [
    'the database is an older copy',
    ({ at, older }) => copyFileSync(older, at(DB)),
    /followstats\.db is an older copy;/,
  ],
  [
    'the database is an older copy, without a log',
    ({ at, older }) => {
      copyFileSync(older, at(DB));
      rmSync(at(WAL));
    },
    /followstats\.db is an older copy; .*move followstats\.state away$/,
  ],
  [
    'a backup is put there alone, but for the log that was left',
    ({ at, older }) => {
      copyFileSync(older, at(DB));
      rmSync(at(STATE));
    },
    /followstats\.db-wal is the log of another followstats\.db than .*move followstats\.db-wal away$/,
  ],
  [
    'a new backup is put there, but for the log and the state that were left',
    ({ at, newer }) => copyFileSync(newer, at(DB)),
    /followstats\.db-wal is the log of another followstats\.db than .*move followstats\.state, followstats\.db-wal away$/,
  ],
  [
    'the log is deleted',
    ({ at }) => rmSync(at(WAL)),
    /what was written last is missing .*move followstats\.state away$/,
  ],
  ['the log is emptied', ({ at }) => truncateSync(at(WAL), 0), /what was written last is missing/],
  ['the head of the log is damaged', ({ at }) => overwrite(at(WAL), 8, 4), /what was written last is missing/],
  [
    'the first page of the log is damaged',
    ({ at }) => overwrite(at(WAL), 200, 4),
    /followstats\.db-wal is damaged, and/,
  ],
  [
    'the log is damaged in the middle',
    // In the first page that the third link wrote, with the fourth behind it: how many pages each writes is not always the same.
    ({ at }) => overwrite(at(WAL), 32 + 1.5 * (24 + 4096), 40),
    /followstats\.db-wal is damaged, and what was written last is lost; .*move followstats\.state away$/,
  ],
  [
    'the state is damaged',
    ({ at }) => writeFileSync(at(STATE), '{'),
    /followstats\.state is damaged; .*move followstats\.state away$/,
  ],
])('%s: the start says so in one sentence, and changes nothing', async (_, harm, said) => {
  const scene = await killed();
  harm(scene);
  const fault = await faultOf(scene.left);
  expect(fault).toMatch(said);
  expect(fault).toMatch(
    /^DATA_DIR has lost data: [^\n]+; put a backup there as followstats\.db, alone, or, to go on [^\n]+$/,
  );
  // Until somebody decides, it is told at every start.
  expect(await faultOf(scene.left)).toBe(fault);
});

test.each<[what: string, harm: (scene: Killed) => void, people: readonly string[]]>([
  ['the log was deleted', ({ at }) => rmSync(at(WAL)), ['U1', 'U2']],
  ['the log was damaged', ({ at }) => overwrite(at(WAL), 200, 4), ['U1', 'U2']],
  ['the database was emptied', ({ at }) => truncateSync(at(DB), 0), []],
  ['the database is an older copy', ({ at, older }) => copyFileSync(older, at(DB)), ['U1']],
])('%s: with the files away that the sentence names, the app starts with what is left', async (_, harm, people) => {
  const scene = await killed();
  harm(scene);
  const [, named = ''] = /move (.*) away$/.exec(await faultOf(scene.left)) ?? [];
  for (const file of named.split(', ')) rmSync(scene.at(file));
  expect(await peopleOf(scene.left)).toEqual(people);
});

test('of a log whose last commit is damaged nothing is reported: one that was never acknowledged looks the same', async () => {
  const { left, at } = await killed();
  overwrite(at(WAL), statSync(at(WAL)).size - 3000, 40);
  expect(await peopleOf(left)).toEqual(['U1', 'U2', 'U3']);
});

test('a backup put into the folder alone is taken as it is, and vouched for from then on', async () => {
  const { older } = await killed();
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder);
  copyFileSync(older, join(folder, DB));
  const store = await open(folder);
  expect((await store.links.all()).map(({ personId }) => personId)).toEqual(['U1']);
  await store.close();
  expect(existsSync(join(folder, STATE))).toBe(true);
  rmSync(join(folder, DB));
  expect(await faultOf(folder)).toMatch(/followstats\.db is missing/);
});

test('a store of an older version, which has no state yet, is opened as it is', async () => {
  const { left, at } = await killed();
  rmSync(at(STATE));
  expect(await peopleOf(left)).toEqual(['U1', 'U2', 'U3', 'U4']);
});

test('a first start that was killed before it had written anything begins anew', async () => {
  const folder = temporaryFolder();
  for (const file of [DB, 'lock.db']) writeFileSync(join(folder, file), '');
  expect(await peopleOf(folder)).toEqual([]);
});

test('a folder that was moved as a whole is the same store', async () => {
  const { left } = await killed();
  const moved = join(temporaryFolder(), 'moved');
  cpSync(left, moved, { recursive: true });
  expect(await peopleOf(moved)).toEqual(['U1', 'U2', 'U3', 'U4']);
});

/** A store whose file a `vacuum` makes smaller; one person is linked. */
async function withRoom(folder: string) {
  const store = await open(folder);
  await store.links.link('U1', 'alice' as AccountId, ADMIN);
  const many = accounts(...Array.from({ length: 1000 }, (_, n) => `account-${n}`));
  await store.lists.create('team' as never, many, ADMIN);
  await store.lists.delete('team' as never, ADMIN);
  await store.checkWrite();
  return store;
}

function vacuum(folder: string): void {
  const before = statSync(join(folder, DB)).size;
  const database = new DatabaseSync(join(folder, DB));
  database.exec('vacuum; pragma wal_checkpoint(truncate)');
  database.close();
  expect(statSync(join(folder, DB)).size).toBeLessThan(before);
}

test('a database that its operator has vacuumed is smaller, and has lost nothing', async () => {
  const folder = temporaryFolder();
  await (await withRoom(folder)).close();
  vacuum(folder);
  expect(await peopleOf(folder)).toEqual(['U1']);
});

test('the same beside the running app', async () => {
  const folder = temporaryFolder();
  const store = await withRoom(folder);
  vacuum(folder);
  await store.check();
  await store.checkWrite();
  await store.close();
  expect(await peopleOf(folder)).toEqual(['U1']);
});

test('a state that cannot be read is no damage: the start says that the folder cannot be used', async () => {
  const { left, at } = await killed();
  rmSync(at(STATE));
  mkdirSync(at(STATE));
  await expect(openStore({ kind: 'sqlite', folder: left })).rejects.toMatchObject({
    faults: ['DATA_DIR is not a folder the app can keep its data in (EISDIR)'],
  });
});

test.skipIf(process.getuid?.() !== 0)('a start as root leaves the state to the owner of the database', async () => {
  const folder = temporaryFolder();
  await (await open(folder)).close();
  chownSync(join(folder, DB), 65_534, 65_534);
  const store = await open(folder);
  await store.close();
  expect(statSync(join(folder, STATE))).toMatchObject({ uid: 65_534, gid: 65_534 });
});

test('once it is closed, nothing depends on the log any more', async () => {
  const folder = temporaryFolder();
  const store = await open(folder);
  await store.links.link('U1', 'alice' as AccountId, ADMIN);
  await store.close();
  expect(readdirSync(folder).toSorted()).toEqual([DB, STATE, 'lock.db']);
  expect(await peopleOf(folder)).toEqual(['U1']);
});

test('a check-point empties the log, and one that a reader holds up does not wait for it', async () => {
  const folder = temporaryFolder();
  const store = await open(folder);
  for (let n = 0; n < 20; n += 1) await store.links.link(`U${n}`, 'alice' as AccountId, ADMIN);
  const full = statSync(join(folder, WAL)).size;
  const reader = new DatabaseSync(join(folder, DB), { readOnly: true });
  reader.exec('begin');
  reader.prepare('select * from links').all();
  await store.checkWrite();
  expect(statSync(join(folder, WAL)).size).toBeGreaterThanOrEqual(full);
  reader.close();
  await store.links.link('U1', 'bob' as AccountId, ADMIN);
  await store.checkWrite();
  // The head of the log and one page, which the check itself has written.
  expect(statSync(join(folder, WAL)).size).toBe(32 + 24 + 4096);
  await store.checkWrite();
  // Nothing was written in between, so nothing is moved: it costs one page more.
  expect(statSync(join(folder, WAL)).size).toBe(32 + 2 * (24 + 4096));
});
