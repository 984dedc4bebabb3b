import { copyFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { administer, describeEngines, describePostgres } from '../store/engines.ts';
import { type NewStore, temporaryFolder } from '../store/new-store.ts';
import { createWorld } from './world.ts';

const ILL = 'the store cannot be used; not ready until it can';
const WELL = 'the store can be used again';

/** Looks after its store all the time, so that no test waits for it. */
async function open(newStore: NewStore) {
  const options = await newStore();
  const store = options.kind === 'sqlite' ? { DATA_DIR: options.folder } : { DATABASE_URL: options.url };
  const world = await createWorld({
    env: store,
    seams: { storeWatch: { everyMs: 20, retryMs: 20, keptMs: 0, timeLimitMs: 20_000 } },
  });
  onTestFinished(() => world.stop());
  const ready = async () => (await fetch(`${world.url}/readyz`)).status;
  return { world, options, ready };
}

describeEngines('a store that is well', (newStore) => {
  test('is ready, however often its write is proved, and says nothing of it', async () => {
    const { world, ready } = await open(newStore);
    expect(await ready()).toBe(200);
    await world.ask('/followstats alice');
    expect(await ready()).toBe(200);
    expect([...world.log.named(ILL), ...world.log.named(WELL)]).toEqual([]);
  });
});

describe('the embedded store', () => {
  test.each<[what: string, harm: (file: string) => void, said: RegExp]>([
    ['was deleted', (file) => rmSync(file), /followstats\.db was removed or replaced; stop the app/],
    ['was emptied', (file) => truncateSync(file, 0), /followstats\.db was cut short; stop the app/],
    ['was cut short', (file) => truncateSync(file, 8192), /followstats\.db was cut short; stop the app/],
    [
      'was replaced by a copy of itself',
      (file) => {
        copyFileSync(file, `${file}.copy`);
        renameSync(`${file}.copy`, file);
      },
      /followstats\.db was removed or replaced; stop the app/,
    ],
    ['lost its log', (file) => rmSync(`${file}-wal`), /followstats\.db-wal was removed or replaced; stop the app/],
  ])('that %s under the running app is not ready, and the log says why, once', async (_, harm, said) => {
    const { world, options, ready } = await open(async () => ({ kind: 'sqlite', folder: temporaryFolder() }));
    expect(await ready()).toBe(200);
    harm(join('folder' in options ? options.folder : '', 'followstats.db'));
    expect(await ready()).toBe(503);
    expect((await world.log.first(ILL)).reason).toMatch(said);
    expect(await ready()).toBe(503);
    expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
    expect(world.log.named(ILL)).toHaveLength(1);
  });

  test('whose database comes back as it was is ready again', async () => {
    const { world, options, ready } = await open(async () => ({ kind: 'sqlite', folder: temporaryFolder() }));
    const file = join('folder' in options ? options.folder : '', 'followstats.db');
    renameSync(file, `${file}.away`);
    await world.log.first(ILL);
    expect(await ready()).toBe(503);
    renameSync(`${file}.away`, file);
    await world.log.first(WELL);
    expect(await ready()).toBe(200);
  });
});

describePostgres('a Postgres', (newStore) => {
  test('that takes no writes is not ready, says why, and is ready again once it does', async () => {
    const { world, options, ready } = await open(newStore);
    expect(await ready()).toBe(200);
    const name = new URL('url' in options ? options.url : '').pathname.slice(1);
    const setReadOnly = async (value: 'on' | 'off') => {
      await administer(`alter database ${name} set default_transaction_read_only = ${value}`);
      // What it is set to holds for new connections.
      await administer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    };
    await setReadOnly('on');
    const isReadOnly = ({ reason }: Record<string, unknown>) => /25006 \(it takes no writes/.test(String(reason));
    await world.log.first(ILL, isReadOnly);
    expect(await ready()).toBe(503);
    await setReadOnly('off');
    await world.log.first(WELL);
    // The first write may have come before the old connections were ended.
    await expect.poll(ready).toBe(200);
  });
});
