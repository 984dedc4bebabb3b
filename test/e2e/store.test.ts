import { expect, onTestFinished, test } from 'vitest';
import type { AccountId } from '../../src/followstats/types.ts';
import { openStore, type StoreOptions } from '../../src/store/open.ts';
import { administer, describeEngines, describePostgres } from '../store/engines.ts';
import { snapshotsOf } from '../store/snapshots-of.ts';
import { createWorld, PEOPLE, type WorldOptions } from './world.ts';

const alice = 'alice' as AccountId;

async function open(options: StoreOptions, more: WorldOptions = {}) {
  const store = options.kind === 'sqlite' ? { DATA_DIR: options.folder } : { DATABASE_URL: options.url };
  const world = await createWorld({ ...more, env: { ...store, ...more.env } });
  onTestFinished(() => world.stop());
  return world;
}

describeEngines('the app', (newStore) => {
  test('what Chat says is recorded once, what the cache says is not, and all of it is there when the app has stopped', async () => {
    const options = await newStore();
    const world = await open(options);
    await world.ask('/followstats alice bob ghost');
    await world.ask('/followstats alice');
    expect((await fetch(`${world.url}/readyz`)).status).toBe(200);
    await world.app.stop();
    const store = await openStore(options);
    onTestFinished(() => store.close());
    expect(await snapshotsOf(store, alice)).toEqual([
      { followers: 2, following: 1, mutual: 1, readAt: expect.any(Number) },
    ]);
    expect(await snapshotsOf(store, 'ghost')).toEqual([]);
  });
});

describePostgres('two replicas', (newStore) => {
  test('answer side by side, and no log line holds the password', async () => {
    const options = await newStore();
    const worlds = [await open(options), await open(options)];
    for (const world of worlds) {
      expect((await world.ask('/followstats alice')).text).toMatch(/^\w+ · \d+ followers? /);
      const password = 'url' in options ? new URL(options.url).password : '';
      expect(world.log.lines.join('\n')).not.toContain(password);
    }
  });

  test('people are told that the store is away, and what was asked of it is not taken for a bug', async () => {
    const options = await newStore();
    const world = await open(options);
    const { pathname } = new URL('url' in options ? options.url : '');
    await administer(`drop database ${pathname.slice(1)} with (force)`);
    const answers: string[] = [];
    for (const typed of ['alice', '@priya', 'list:vip', 'links', 'link @priya alice', 'allow @priya'])
      answers.push((await world.ask(`/followstats ${typed}`, { personId: PEOPLE.admin })).text);
    expect(answers).toEqual([
      expect.stringMatching(/^\w+ · \d+ followers? /),
      ...Array(3).fill(
        expect.stringMatching(/^Nothing could be read\. followstats can’t reach its own data right now\. /),
      ),
      expect.stringMatching(/Your change may not have been saved\. Check \/followstats links before/),
      expect.stringMatching(/^The change for <@\w+> may not have been saved\. .*\/followstats access before/),
    ]);
    expect(world.log.lines.join('\n')).not.toContain('a question ended in a fault of the app');
  });

  test('a database that goes away makes a replica unready, not dead', async () => {
    const options = await newStore();
    const world = await open(options);
    const { pathname } = new URL('url' in options ? options.url : '');
    await administer(`drop database ${pathname.slice(1)} with (force)`);
    expect((await fetch(`${world.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${world.url}/healthz`)).status).toBe(200);
    expect(world.log.lines.filter((line) => line.includes('"level":60'))).toEqual([]);
  });
});
