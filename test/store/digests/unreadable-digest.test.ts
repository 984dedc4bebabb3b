import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { expect, test } from 'vitest';
import { createDigestCommands } from '../../../src/digests/commands.ts';
import type { StoreOptions } from '../../../src/store/open.ts';
import { ADMIN, readAudit } from '../contracts/askers.ts';
import { daily, hourly, LEASE, NINE, setClock, slotsOf } from '../contracts/digest-scene.ts';
import { describeEngines } from '../engines.ts';
import { openNew } from '../new-store.ts';

const WRONG_ZONE = JSON.stringify({ ...daily, schedule: { line: '0 9 * * *', zone: 'Mars/Olympus' } });

/** Writes into the store as another version of the app might. */
async function writeSpecOf(id: string, spec: string, options: StoreOptions): Promise<void> {
  if (options.kind === 'sqlite') {
    const db = new DatabaseSync(join(options.folder, 'followstats.db'));
    db.prepare('update digests set spec = ? where id = ?').run(spec, Number(id));
    db.close();
    return;
  }
  const client = new pg.Client(options.url);
  await client.connect();
  await client.query('update digests set spec = $1 where id = $2', [spec, Number(id)]);
  await client.end();
}

describeEngines('a digest that cannot be read', (newStore) => {
  test.each([
    ['no JSON', '{'],
    ['of another form', '{"title":"Creators"}'],
    ['of a zone that is unknown here', WRONG_ZONE],
  ])('(%s) is paused, is listed, and holds up no other', async (_, spec) => {
    const options = await newStore();
    const clock = setClock();
    const { audit, digests, runs } = await openNew(async () => options, clock.read);
    const broken = await digests.create(hourly, ADMIN);
    const whole = await digests.create(hourly, ADMIN);
    await runs.ask(broken.id, ADMIN);
    await writeSpecOf(broken.id, spec, options);
    clock.now = NINE;
    expect(await digests.plan(10)).toBe(2);
    expect(await digests.plan(10)).toBe(0);
    expect(await slotsOf({ runs }, whole.id)).toEqual([[NINE, 'due', undefined]]);
    const isKnown = spec === WRONG_ZONE;
    const { readable, unreadable } = await digests.all();
    expect(readable.map(({ id }) => id)).toEqual(isKnown ? [broken.id, whole.id] : [whole.id]);
    expect(unreadable).toEqual(isKnown ? [] : [broken.id]);
    expect((await readAudit(audit)).at(-1)).toMatchObject({
      action: 'digest-pause',
      actor: 'system',
      details: { digest: broken.id, reason: 'unreadable' },
    });
    expect((await digests.read(broken.id))?.id).toBe(isKnown ? broken.id : undefined);
    const answer = createDigestCommands({
      ...{ digests, runs, now: clock.read },
      mayPointTo: async () => undefined,
      tryChannel: async (digest) => ({ digest, announced: { kind: 'posted' } }),
      lists: { read: async () => new Map() },
      tellOwner: () => {},
    });
    for (const verb of ['run', 'log', 'delete'] as const)
      if (!isKnown)
        expect(await answer({ kind: `digest-${verb}`, id: broken.id }, ADMIN)).toMatchObject({
          kind: 'digest-unreadable',
        });
    const claimed = await runs.claim(9, LEASE);
    expect(claimed.map(({ digest }) => digest.id)).toEqual(isKnown ? [broken.id, whole.id] : [whole.id]);
    expect(await runs.claimNotices(9, LEASE)).toEqual([]);
  });
});
