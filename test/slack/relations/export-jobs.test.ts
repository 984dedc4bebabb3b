import { expect, test } from 'vitest';
import type { ExpiringValues } from '../../../src/followstats/expiring-values.ts';
import {
  CANCELLED_WATCHED_MS,
  createExportJobs,
  type Job,
  STALE_MS,
  WATCHED_MS,
} from '../../../src/slack/relations/export-jobs.ts';

/** Several replicas on one store; time passes only when a test says so. */
function scene() {
  const kept = new Map<string, string>();
  let at = 1_000_000;
  const values: ExpiringValues = {
    add: async (key, value) => !kept.has(key) && Boolean(kept.set(key, value)),
    addAll: () => Promise.reject(new TypeError('not used')),
    setAll: () => Promise.reject(new TypeError('not used')),
    set: async (key, value) => void kept.set(key, value),
    get: async (key) => kept.get(key),
    remove: async (key) => void kept.delete(key),
    removeAll: () => Promise.reject(new TypeError('not used')),
    under: () => Promise.reject(new TypeError('not used')),
    prune: async () => 0,
  };
  const job = (id: string, personId: string): Job => ({
    ...{ id, personId, askedIn: 'C1', account: 'alice', kind: 'fans', channelId: 'D1', ts: '1', phase: 'reading' },
    beatAt: at,
  });
  const pass = (ms: number) => {
    at += ms;
  };
  const clocks = { now: () => at, monotonic: () => at };
  /** It has looked already, as a replica does from its start on. */
  const watching = async () => {
    const jobs = createExportJobs({ values, ...clocks });
    await jobs.takeStale();
    return jobs;
  };
  return { kept, values, job, pass, watching, replica: () => createExportJobs({ values, ...clocks }) };
}

async function claimed(jobs: ReturnType<typeof createExportJobs>, job: Job) {
  const held = await jobs.claim(job);
  if (typeof held === 'string') throw new Error(held);
  return held;
}

test('a person has one at a time, and three go on at once over all replicas', async () => {
  const { replica, job } = scene();
  const [a, b] = [replica(), replica()];
  const first = await claimed(a, job('1', 'U1'));
  expect(await b.claim(job('2', 'U1'))).toBe('yours');
  await claimed(b, job('3', 'U3'));
  await claimed(a, job('4', 'U4'));
  expect(await b.claim(job('5', 'U5'))).toBe('full');
  await a.free(first);
  // Being turned away cost U5 nothing.
  await claimed(b, job('6', 'U5'));
  await expect(b.claim(job('7', 'U1'))).resolves.toBe('full');
});

test('one whose maker was killed is ended once, by one of the others, and its place is free then', async () => {
  const { replica, watching, job, pass } = scene();
  const killed = replica();
  await claimed(killed, job('1', 'U1'));
  const [b, c] = [await watching(), await watching()];
  pass(STALE_MS - 1);
  expect(await b.takeStale()).toEqual([]);
  pass(1);
  const taken = [...(await b.takeStale()), ...(await c.takeStale())];
  expect(taken.map((held) => held.job.id)).toEqual(['1']);
  for (const held of taken) await b.free(held);
  await claimed(c, job('2', 'U1'));
});

test('a maker that goes on is left alone, and one that was only thought dead can’t end what was taken from it', async () => {
  const { replica, watching, job, pass } = scene();
  const slow = replica();
  const held = await claimed(slow, job('1', 'U1'));
  const other = await watching();
  pass(STALE_MS - 1);
  expect(await slow.beat({ ...held, job: { ...held.job, beatAt: 1_000_000 + STALE_MS - 1 } })).toBe(true);
  pass(2);
  expect(await other.takeStale()).toEqual([]);
  pass(STALE_MS);
  const [taken] = await other.takeStale();
  expect(await slow.end('1')).toBe(false);
  if (taken) await other.free(taken);
  expect(await slow.beat(held)).toBe(false);
});

test('of one that was cancelled ten seconds are enough', async () => {
  const { replica, job, pass } = scene();
  const [killed, other] = [replica(), replica()];
  await claimed(killed, job('1', 'U1'));
  await other.cancel('U1', '1');
  expect([await other.takeStale(), other.lookAgainMs()]).toEqual([[], CANCELLED_WATCHED_MS]);
  pass(CANCELLED_WATCHED_MS - 1);
  expect(await other.takeStale()).toEqual([]);
  pass(1);
  expect(await other.takeStale()).toMatchObject([{ job: { id: '1' }, isCancelled: true }]);
  expect(await killed.end('1')).toBe(false);
});

test('one that was being sent is taken as such, once: whether it got there isn’t known', async () => {
  const { replica, job, pass } = scene();
  const [killed, other] = [replica(), replica()];
  const held = await claimed(killed, job('1', 'U1'));
  expect(await killed.end('1')).toBe(true);
  await killed.beat({ ...held, job: { ...held.job, phase: 'sending' } });
  await other.takeStale();
  pass(STALE_MS);
  expect((await other.takeStale()).map(({ job: { phase } }) => phase)).toEqual(['sending']);
  expect(await other.takeStale()).toEqual([]);
});

test('one whose maker was killed while it ended it is taken, too: its message may say that it goes on', async () => {
  const { replica, job, pass } = scene();
  const [killed, other] = [replica(), replica()];
  await claimed(killed, job('1', 'U1'));
  await killed.end('1');
  await other.takeStale();
  pass(STALE_MS);
  expect((await other.takeStale()).map((held) => held.job.id)).toEqual(['1']);
});

test('a place that was left held by one that was killed after it had taken it is free at last', async () => {
  const { replica, watching, job, pass, kept } = scene();
  await claimed(replica(), job('1', 'U1'));
  const [alsoKilled, other] = [await watching(), await watching()];
  pass(STALE_MS);
  expect(await alsoKilled.takeStale()).toHaveLength(1);
  expect(await other.takeStale()).toEqual([]);
  pass(5 * STALE_MS);
  expect(await other.takeStale()).toEqual([]);
  expect(kept.has('export:slot:0')).toBe(false);
});

test('a replica that starts later takes it as soon as it has seen it stand still', async () => {
  const { replica, job, pass } = scene();
  await claimed(replica(), job('1', 'U1'));
  pass(STALE_MS);
  const later = replica();
  expect([await later.takeStale(), later.lookAgainMs()]).toEqual([[], WATCHED_MS]);
  pass(WATCHED_MS);
  expect(await later.takeStale()).toHaveLength(1);
  expect(later.lookAgainMs()).toBeUndefined();
});

test('what was taken before the store failed is ended all the same: nobody else would', async () => {
  const { replica, watching, job, pass, values } = scene();
  const killed = replica();
  for (const id of ['1', '2']) await claimed(killed, job(id, `U${id}`));
  const other = await watching();
  pass(STALE_MS);
  const { add } = values;
  values.add = (key, ...given) => (key === 'export:take:2' ? Promise.reject(new Error('away')) : add(key, ...given));
  expect((await other.takeStale()).map((held) => held.job.id)).toEqual(['1']);
  await expect(other.takeStale()).rejects.toThrow('away');
  values.add = add;
  expect((await other.takeStale()).map((held) => held.job.id)).toEqual(['2']);
});

test('any replica cancels a person’s own, and none another’s', async () => {
  const { replica, job } = scene();
  const [a, b] = [replica(), replica()];
  await claimed(a, job('1', 'U1'));
  expect(await b.cancel('U2', '1')).toBeUndefined();
  expect(await a.isCancelled('1')).toBe(false);
  expect((await b.cancel('U1', '1'))?.job.id).toBe('1');
  expect(await a.isCancelled('1')).toBe(true);
  expect(await b.cancel('U1', 'nosuch')).toBeUndefined();
});
