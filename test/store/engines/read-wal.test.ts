import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { readWal } from '../../../src/store/engines/read-wal.ts';
import { temporaryFolder } from '../new-store.ts';

/** A database whose log holds 40 commits, of one page to several; the number of each stands in `user_version`. */
function writeLog(folder: string): { readonly file: string; readonly wal: Buffer } {
  const file = join(folder, 'made.db');
  const db = new DatabaseSync(file);
  onTestFinished(() => db.close());
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 0');
  db.exec('create table words (word text)');
  db.exec('pragma wal_checkpoint(truncate)');
  for (let n = 1; n <= 40; n += 1) {
    db.exec('begin');
    db.prepare('insert into words values (?)').run('x'.repeat((n % 7) * 2000));
    if (n % 3 !== 0) db.exec(`pragma user_version = ${n}`);
    db.exec('commit');
  }
  return { file, wal: readFileSync(`${file}-wal`) };
}

/** What SQLite makes of the database with this log. */
function openWith(wal: Buffer, file: string, folder: string) {
  const copy = join(folder, 'copy.db');
  copyFileSync(file, copy);
  writeFileSync(`${copy}-wal`, wal);
  const db = new DatabaseSync(copy);
  try {
    const { user_version: userVersion } = db.prepare('pragma user_version').get() ?? {};
    const { count } = db.prepare('select count(*) as count from words').get() ?? {};
    return { userVersion, count: Number(count) };
  } finally {
    db.close();
  }
}

test('a log is read as SQLite reads it, cut or damaged anywhere', () => {
  const folder = temporaryFolder();
  const { file, wal } = writeLog(folder);
  const at = fc.nat(wal.length - 1);
  const harm = fc.oneof(
    fc.record({ at, bytes: fc.constant(0), cutAt: at }),
    fc.record({ at, bytes: fc.integer({ min: 1, max: 9000 }), cutAt: fc.constant(wal.length) }),
  );
  fc.assert(
    fc.property(harm, ({ at, bytes, cutAt }) => {
      const harmed = Buffer.from(wal.subarray(0, cutAt));
      // Every byte becomes another.
      for (let n = at; n < Math.min(at + bytes, harmed.length); n += 1) harmed[n] = (harmed[n] ?? 0) ^ 0x5a;
      const found = openWith(harmed, file, folder);
      const read = readWal(harmed);
      expect(read.userVersion ?? 0).toBe(found.userVersion);
      // A log that was cut may be one that was being written; in the other case the commits behind are lost.
      if (bytes === 0) expect(read.isBroken).toBe(false);
      if (read.isBroken) expect(found.count).toBeLessThan(40);
      else if (bytes > 0 && read.userVersion !== undefined)
        expect(found.count).toBeGreaterThanOrEqual(38 - bytes / 4096);
    }),
    { numRuns: 150 },
  );
});

test('what stands behind from an earlier turn of the log is not taken for lost', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'made.db');
  const db = new DatabaseSync(file);
  onTestFinished(() => db.close());
  db.exec('pragma journal_mode = wal; create table words (word text)');
  for (let n = 0; n < 30; n += 1) db.exec(`insert into words values ('${'x'.repeat(3000)}')`);
  // Without cutting it: the next commit is written over its beginning.
  db.exec('pragma wal_checkpoint(restart)');
  db.exec('pragma user_version = 7');
  expect(readWal(readFileSync(`${file}-wal`))).toEqual({ userVersion: 7, isBroken: false });
});

test('a commit that was rolled back is not taken for lost, though parts of it stand in the log', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'made.db');
  const db = new DatabaseSync(file);
  onTestFinished(() => db.close());
  db.exec('pragma journal_mode = wal; create table words (word text); pragma cache_size = 5');
  db.exec('begin');
  for (let n = 0; n < 60; n += 1) db.exec(`insert into words values ('${'x'.repeat(3000)}')`);
  db.exec('rollback');
  db.exec('pragma user_version = 3');
  expect(readFileSync(`${file}-wal`).length).toBeGreaterThan(40 * 4096);
  expect(readWal(readFileSync(`${file}-wal`))).toEqual({ userVersion: 3, isBroken: false });
});

test('what is no log holds nothing', () => {
  for (const bytes of [Buffer.alloc(0), Buffer.alloc(31), Buffer.alloc(5000), Buffer.alloc(5000, 0xff)])
    expect(readWal(bytes)).toEqual({ userVersion: undefined, isBroken: false });
});
