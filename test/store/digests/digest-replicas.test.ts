import { expect, test } from 'vitest';
import type { Claim } from '../../../src/digests/run-ports.ts';
import type { RunId } from '../../../src/digests/runs.ts';
import type { DigestId } from '../../../src/digests/types.ts';
import type { Store } from '../../../src/store/open.ts';
import { ADMIN } from '../contracts/askers.ts';
import { HOUR, hourly, LEASE, NINE, POST, readings, setClock } from '../contracts/digest-scene.ts';
import { describePostgres } from '../engines.ts';
import { openNew } from '../new-store.ts';

const DIGESTS = 40;
const SLOTS = 5;

describePostgres('three replicas with 40 digests', (newStore) => {
  test('each slot is planned once, held by one at a time and posted once, though holders die', async () => {
    const options = await newStore();
    const clock = setClock();
    const replicas = await Promise.all([1, 2, 3].map(() => openNew(async () => options, clock.read)));
    const [first] = replicas as [Store];
    for (let n = 0; n < DIGESTS; n += 1) await first.digests.create(hourly, ADMIN);

    const tokens = new Map<RunId, number[]>();
    const posts = new Map<RunId, number>();
    let planned = 0;

    async function work({ runs }: Store, claim: Claim): Promise<void> {
      const { id } = claim.run;
      const held = tokens.get(id) ?? [];
      tokens.set(id, [...held, claim.token]);
      const fate = (Number(claim.digest.id) + claim.run.slot / HOUR) % 8;
      if (fate === 0 && claim.token === 1) return; // dies before the post
      expect(await runs.startPosting(claim, readings, LEASE)).toBe(true);
      posts.set(id, (posts.get(id) ?? 0) + 1);
      if (fate === 1) return; // dies with it
      expect(await runs.finish(claim, { state: 'posted', reason: undefined, post: POST })).toBe(true);
    }

    async function runAll(store: Store): Promise<void> {
      for (let taken = await store.digests.plan(7); taken > 0; taken = await store.digests.plan(7)) planned += taken;
      for (let claims = await store.runs.claim(3, LEASE); claims.length > 0; claims = await store.runs.claim(3, LEASE))
        await Promise.all(claims.map((claim) => work(store, claim)));
    }

    /** Whoever finds everything locked goes home; the next wake finds what is left. */
    const wake = () => Promise.all(replicas.map(runAll));

    const abandoned: RunId[] = [];
    for (let slot = 0; slot < SLOTS; slot += 1) {
      clock.now = NINE + slot * HOUR;
      await wake();
      await wake();
      clock.now += LEASE;
      const given = await Promise.all(replicas.map(({ runs }) => runs.abandon()));
      abandoned.push(...given.flat().map(({ id }) => id));
      await wake();
    }

    expect(planned).toBe(DIGESTS * SLOTS);
    expect(posts.size).toBe(DIGESTS * SLOTS);
    expect([...posts.values()].filter((count) => count !== 1)).toEqual([]);
    expect(abandoned).toHaveLength((DIGESTS * SLOTS) / 8);
    expect(new Set(abandoned).size).toBe(abandoned.length);
    for (const held of tokens.values()) expect(held).toEqual(held.map((_, n) => n + 1));
    for (let id = 1; id <= DIGESTS; id += 1) {
      const log = await first.runs.log(`${id}` as DigestId, 99);
      expect(log.map(({ slot }) => slot)).toEqual(
        Array.from({ length: SLOTS }, (_, n) => NINE + (SLOTS - 1 - n) * HOUR),
      );
      for (const { state, id: run } of log) expect(state).toBe(abandoned.includes(run) ? 'unknown' : 'posted');
    }
  });

  test('what owners have to learn is handed out once, and Post again clicked everywhere at once counts once', async () => {
    const options = await newStore();
    const clock = setClock();
    const replicas = await Promise.all([1, 2, 3].map(() => openNew(async () => options, clock.read)));
    const [{ digests, runs }] = replicas as [Store];
    for (let n = 0; n < DIGESTS; n += 1) await digests.create(hourly, ADMIN);
    clock.now = NINE;
    await digests.plan(DIGESTS);
    for (const claim of await runs.claim(DIGESTS, LEASE)) {
      await runs.startPosting(claim, readings, LEASE);
      await runs.finish(claim, { state: 'unknown', reason: 'no-answer' });
    }
    const taken = (await Promise.all(replicas.map((store) => store.runs.claimNotices(DIGESTS, LEASE)))).flat();
    const rest = await runs.claimNotices(DIGESTS, LEASE);
    const ids = [...taken, ...rest].map(({ run }) => run.id);
    expect([ids.length, new Set(ids).size]).toEqual([DIGESTS, DIGESTS]);
    for (const id of ids.slice(0, 5)) {
      const pressed = await Promise.all(replicas.map((store) => store.runs.postAgain(id)));
      expect(pressed.filter(Boolean)).toHaveLength(1);
    }
  });
});
