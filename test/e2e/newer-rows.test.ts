import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { ADMIN } from '../store/contracts/askers.ts';
import { hourly } from '../store/contracts/digest-scene.ts';
import { describeEngines } from '../store/engines.ts';
import { writeSql } from '../store/write-sql.ts';
import { runNode } from './node-process.ts';
import { createWorld, PEOPLE } from './world.ts';

const WORD = 'of-2031';

describeEngines('beside a newer version', (newStore) => {
  test('digest log, digest list, access and the audit log say what they don’t know, and nothing fails', async () => {
    const options = await newStore();
    const store = await openStore(options);
    const far = { ...hourly, title: 'Creators', schedule: { ...hourly.schedule, line: '0 0 1 1 *' as never } };
    for (let n = 0; n < 2; n += 1) await store.digests.create(far, ADMIN);
    await store.runs.ask('1' as never, ADMIN);
    await store.runs.ask('1' as never, ADMIN);
    await store.close();
    await writeSql(
      options,
      `update digest_runs set origin = '${WORD}', state = '${WORD}'`,
      `update digest_runs set state = 'failed', reason = '${WORD}' where slot = (select min(slot) from digest_runs)`,
      `update digests set paused_reason = '${WORD}', paused_at = 1 where id = 2`,
      `insert into grants values ('g1', 'person', '${PEOPLE.nobody}', '${WORD}', 'U0ADMIN', 1)`,
      `insert into grants values ('g2', '${WORD}', '${PEOPLE.nobody}', 'admin', 'U0ADMIN', 2)`,
      `insert into audit values ('zz', 9000000000000, '${WORD}', 'U1', 'C1', '${WORD}', '[1]')`,
    );

    const env = options.kind === 'sqlite' ? { DATA_DIR: options.folder } : { DATABASE_URL: options.url };
    const world = await createWorld({ env });
    onTestFinished(() => world.stop());
    const ask = async (typed: string, personId: string = PEOPLE.admin) =>
      (await world.ask(`/followstats ${typed}`, { personId })).text;
    const log = await ask('digest log 1');
    expect(log).toContain(`This version of followstats doesn’t know its state (${WORD}).`);
    expect(log).toContain('· Failed');
    expect(log).toContain(`This version of followstats doesn’t know the reason (${WORD}).`);
    const list = await ask('digest list');
    expect(list).toContain('#1 Creators');
    expect(list).toContain(`It’s paused for a reason that this version of followstats doesn’t know (${WORD}). `);
    expect(await ask('access')).toContain('2 more rules come from a newer version of followstats.');
    expect(await ask('alice', PEOPLE.nobody)).not.toMatch(/read/);
    expect(world.log.lines.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);

    const audit = runNode('src/cli/main.ts', ['audit', '--json'], env);
    expect(await audit.ended).toBe(0);
    const entries = audit
      .stdout()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries.at(-1)).toMatchObject({ action: WORD, outcome: WORD, details: { details: '[1]' } });
  });
});
