import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import { openStore } from '../../../src/store/open.ts';
import { backUp } from '../../../src/store/upkeep/back-up.ts';
import { ADMIN, accounts } from '../contracts/askers.ts';
import { temporaryFolder } from '../new-store.ts';

const TEAM = 'team' as never;
const many = (count: number) => accounts(...Array.from({ length: count }, (_, n) => `a${n}`));

async function open(folder: string) {
  const store = await openStore({ kind: 'sqlite', folder });
  onTestFinished(() => store.close());
  return store;
}

test('a backup taken while the app writes is a whole store of one moment, and can be put in its place', async () => {
  const folder = temporaryFolder();
  const store = await open(folder);
  await store.lists.create(TEAM, [], ADMIN);
  let isTaken = false;
  const writing = (async () => {
    let written = 0;
    for (const account of many(900)) {
      await store.lists.add(TEAM, [account], ADMIN);
      written += 1;
      if (isTaken) break;
    }
    return written;
  })();
  const file = join(folder, 'backup.db');
  const bytes = await backUp(folder, file);
  isTaken = true;
  const written = await writing;
  expect(bytes).toBe(statSync(file).size);
  expect(statSync(file).mode & 0o777).toBe(0o600);

  const restored = join(temporaryFolder(), 'restored');
  mkdirSync(restored);
  renameSync(file, join(restored, 'followstats.db'));
  const again = await open(restored);
  const held = (await again.lists.read([TEAM])).get(TEAM)?.accounts ?? [];
  expect(held).toEqual(many(900).slice(0, held.length));
  expect(held.length).toBeLessThanOrEqual(written);
  const audited = await Array.fromAsync(again.audit.read(0));
  expect(audited).toHaveLength(held.length + 1);
});

test('a backup of a store that no process has open works as well, and holds the last write', async () => {
  const folder = temporaryFolder();
  const store = await open(folder);
  await store.links.link('U1', 'alice' as AccountId, ADMIN);
  await store.close();
  const target = temporaryFolder();
  await backUp(folder, join(target, 'followstats.db'));
  expect(readdirSync(target)).toEqual(['followstats.db']);
  expect(await (await open(target)).links.all()).toHaveLength(1);
});

test('what is being copied is readable by its user alone from the first byte on', async () => {
  const folder = temporaryFolder();
  const store = await open(folder);
  await store.lists.create(TEAM, many(5000), ADMIN);
  const target = temporaryFolder();
  const modes = new Set<number>();
  let isDone = false;
  const backingUp = backUp(folder, join(target, 'new.db')).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    for (const file of readdirSync(target)) {
      const seen = statSync(join(target, file), { throwIfNoEntry: false });
      if (seen) modes.add(seen.mode & 0o777);
    }
    await setImmediate();
  }
  await backingUp;
  expect([...modes]).toEqual([0o600]);
});

test('a backup replaces no file, and needs a store', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'kept');
  writeFileSync(file, 'dear');
  await expect(backUp(folder, file)).rejects.toThrow(ConfigError);
  await expect(backUp(folder, join(folder, 'new.db'))).rejects.toMatchObject({
    faults: ['DATA_DIR holds no store yet (no followstats.db in it)'],
  });
  expect(existsSync(join(folder, 'new.db'))).toBe(false);
});

/** Two files of a store whose log, with the last write in it, is gone. */
async function withoutLog(): Promise<string> {
  const folder = temporaryFolder();
  const store = await open(folder);
  await store.links.link('U1', 'alice' as AccountId, ADMIN);
  await store.checkWrite();
  const left = temporaryFolder();
  for (const file of ['followstats.db', 'followstats.state']) copyFileSync(join(folder, file), join(left, file));
  return left;
}

test.each<[what: string, lose: () => Promise<string>, said: RegExp]>([
  [
    'has been emptied',
    async () => {
      const folder = temporaryFolder();
      await (await open(folder)).close();
      truncateSync(join(folder, 'followstats.db'), 0);
      return folder;
    },
    /^followstats\.db in DATA_DIR is empty, or no store of this app; no backup was made$/,
  ],
  ['has lost its log', withoutLog, /^DATA_DIR has lost data that followstats\.state vouches for; no backup was made$/],
])('of a store that %s no backup is made: it would look like one of what was there', async (_, lose, said) => {
  const target = temporaryFolder();
  await expect(backUp(await lose(), join(target, 'new.db'))).rejects.toMatchObject({
    faults: [expect.stringMatching(said)],
  });
  expect(readdirSync(target)).toEqual([]);
});
