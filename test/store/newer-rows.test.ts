import { expect, test } from 'vitest';
import { ADMIN, OTHER, readAudit } from './contracts/askers.ts';
import { claimOne, DAY, ENDS, HOUR, hourly, LEASE, NINE, readings, setClock } from './contracts/digest-scene.ts';
import { describeEngines } from './engines.ts';
import { type NewStore, openNew } from './new-store.ts';
import { writeSql } from './write-sql.ts';

/** A store with an hourly digest that was posted once, and whose next slot is due. */
async function open(newStore: NewStore) {
  const options = await newStore();
  const clock = setClock();
  const store = await openNew(async () => options, clock.read);
  const digest = await store.digests.create(hourly, ADMIN);
  clock.now = NINE;
  await store.digests.plan(9);
  const claim = await claimOne(store);
  await store.runs.startPosting(claim, readings, LEASE);
  await store.runs.finish(claim, ENDS.posted);
  clock.now = NINE + HOUR;
  await store.digests.plan(9);
  const write = (...statements: readonly string[]) => writeSql(options, ...statements);
  return { ...store, clock, digest, write };
}

const SLOT = NINE + HOUR;
const unrecognized = 'of-2031';

describeEngines('rows of a newer version', (newStore) => {
  test('a run’s reason, state and origin are read as words that this version doesn’t know', async () => {
    const { runs, digest, write } = await open(newStore);
    await write(
      `update digest_runs set reason = '${unrecognized}' where slot = ${NINE}`,
      `update digest_runs set state = '${unrecognized}', origin = '${unrecognized}' where slot = ${SLOT}`,
    );
    expect(await runs.log(digest.id, 9)).toMatchObject([
      { slot: SLOT, state: { unrecognized }, origin: { unrecognized } },
      { slot: NINE, state: 'posted', reason: { unrecognized } },
    ]);
  });

  test('a run whose reason or post doesn’t fit its state is read as one of words that this version doesn’t know', async () => {
    const { runs, digest, write } = await open(newStore);
    await write(`update digest_runs set reason = 'down' where slot = ${NINE}`);
    expect((await runs.log(digest.id, 9))[1]).toMatchObject({ state: 'posted', reason: { unrecognized: 'down' } });
    await write(`update digest_runs set post_channel_id = null where slot = ${NINE}`);
    expect((await runs.log(digest.id, 9))[1]).toMatchObject({ state: { unrecognized: 'posted' }, reason: 'down' });
  });

  test('a run in a state that is unknown here is left as it is, and its owner not notified', async () => {
    const { runs, digests, digest, clock, write } = await open(newStore);
    await write(`update digest_runs set state = '${unrecognized}', tell_at = 0, lease_until = 0 where slot = ${SLOT}`);
    expect(await runs.claim(9, LEASE)).toEqual([]);
    expect(await runs.abandon()).toEqual([]);
    expect(await runs.claimNotices(9, LEASE)).toEqual([]);
    clock.now += HOUR;
    await digests.plan(9);
    clock.now += 1000 * DAY;
    await runs.prune(DAY, 1);
    expect((await runs.log(digest.id, 9)).find(({ slot }) => slot === SLOT)?.state).toEqual({ unrecognized });
  });

  test('a run of an origin that is unknown here is not claimed, and nothing waits for it', async () => {
    const { runs, write } = await open(newStore);
    await write(`update digest_runs set origin = '${unrecognized}' where slot = ${SLOT}`);
    expect(await runs.claim(9, LEASE)).toEqual([]);
    expect((await runs.nextClaim()).at).toBeUndefined();
  });

  test('a run that was put off for a reason unknown here is claimed like any other', async () => {
    const { runs, write } = await open(newStore);
    await write(`update digest_runs set reason = '${unrecognized}' where slot = ${SLOT}`);
    expect(await runs.claim(9, LEASE)).toMatchObject([{ run: { slot: SLOT, state: 'claimed', reason: undefined } }]);
  });

  test('a run that failed for a reason unknown here is pending as a notice all the same', async () => {
    const { runs, write } = await open(newStore);
    await write(
      `update digest_runs set state = 'failed', reason = '${unrecognized}', tell_at = 0 where slot = ${SLOT}`,
    );
    expect(await runs.claimNotices(9, LEASE)).toMatchObject([{ run: { state: 'failed', reason: { unrecognized } } }]);
  });

  test.each([
    ['no JSON', '{'],
    ['of another shape', '{"alice":{"followers":9}}'],
  ])('what a post said (%s) is passed over, and the post before it is the baseline', async (_, kept) => {
    const { runs, digest, clock, write } = await open(newStore);
    const claim = await claimOne({ runs });
    await runs.startPosting(claim, readings, LEASE);
    await runs.finish(claim, ENDS.posted);
    await write(`update digest_runs set marks = '${kept}' where slot = ${SLOT}`);
    clock.now += HOUR;
    expect(await runs.posted(digest.id, clock.now, 9)).toMatchObject([{ slot: NINE, readings }]);
  });

  test('an account that wasn’t read for a reason unknown here stays unread', async () => {
    const { runs, digest, write } = await open(newStore);
    await write(`update digest_runs set marks = '[["alice","${unrecognized}",4]]' where slot = ${NINE}`);
    const [posted] = await runs.posted(digest.id, SLOT, 9);
    expect([...(posted?.readings ?? [])]).toEqual([
      ['alice', { kind: 'unread', code: 'incomplete_answer', thresholdBaseline: 4 }],
    ]);
  });

  test('a digest that is paused for a reason unknown here is paused, can be resumed, and holds up no other', async () => {
    const { digests, digest, clock, write } = await open(newStore);
    const other = await digests.create(hourly, ADMIN);
    await write(`update digests set paused_reason = '${unrecognized}', paused_at = 7 where id = ${digest.id}`);
    expect((await digests.all()).readable[0]?.state).toEqual({ kind: 'paused', reason: { unrecognized }, since: 7 });
    clock.now += HOUR;
    expect(await digests.plan(9)).toBe(1);
    expect((await digests.read(other.id))?.nextRunAt).toBe(clock.now + HOUR);
    await write(`update digests set paused_reason = null where id = ${digest.id}`);
    expect((await digests.read(digest.id))?.state.kind).toBe('paused');
    expect(await digests.resume(digest.id, ADMIN)).toBe(true);
  });

  test('a rule with a role or subject unknown here gives nothing, is counted, and can be revoked', async () => {
    const { grants, write } = await open(newStore);
    await grants.grant({ subject: { kind: 'person', id: 'U1' }, role: 'viewer' }, ADMIN, { keepAnAdmin: false });
    await write(
      `insert into grants values ('g1', 'person', 'U2', '${unrecognized}', 'U0ADMIN', 1)`,
      `insert into grants values ('g2', '${unrecognized}', 'U3', 'admin', 'U0ADMIN', 2)`,
    );
    expect((await grants.all()).map(({ subject }) => subject)).toEqual([{ kind: 'person', id: 'U1' }]);
    expect(await grants.unrecognized()).toBe(2);
    expect(await grants.revoke({ kind: 'person', id: 'U2' }, OTHER, { keepAnAdmin: false })).toBe('done');
    expect(await grants.unrecognized()).toBe(1);
  });

  test('an audit entry with words or details unknown here is read as it is', async () => {
    const { audit, write } = await open(newStore);
    await write(
      `insert into audit values ('zz1', 9000000000001, '${unrecognized}', 'U1', 'C1', '${unrecognized}', '{"a":{"b":true}}')`,
      `insert into audit values ('zz2', 9000000000002, 'help', 'U1', '', 'allowed', '{"a":1}')`,
    );
    expect((await readAudit(audit)).slice(-2)).toEqual([
      {
        action: unrecognized,
        actor: 'U1',
        channelId: 'C1',
        outcome: unrecognized,
        details: { details: '{"a":{"b":true}}' },
      },
      { action: 'help', actor: 'U1', channelId: '', outcome: 'allowed', details: { a: 1 } },
    ]);
  });
});
