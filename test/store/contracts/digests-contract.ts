import { expect, test } from 'vitest';
import { RESTORABLE_MS } from '../../../src/digests/restoring.ts';
import type { DigestId } from '../../../src/digests/types.ts';
import { scheduleOf } from '../../digests/schedule/sample-schedules.ts';
import { ADMIN, OTHER, readAudit, tickingClock } from './askers.ts';
import { DAY, daily, HOUR, hourly, NINE, type OpenStore, openAt, openDue, START, slotsOf } from './digest-scene.ts';

const ABSENT = '99' as DigestId;

export function digestsContract(open: OpenStore): void {
  test('a digest is read as it was made, with its first slot ahead', async () => {
    const { digests } = await openAt(open);
    const made = await digests.create(daily, ADMIN);
    expect(made).toEqual({
      ...daily,
      id: '1',
      ownerId: ADMIN.personId,
      state: { kind: 'active' },
      nextRunAt: NINE,
      createdAt: START,
      editedBy: ADMIN.personId,
      editedAt: START,
    });
    expect(await digests.read(made.id)).toEqual(made);
    expect(await digests.read(ABSENT)).toBeUndefined();
    const second = await digests.create({ ...daily, thresholds: {}, accounts: [] }, OTHER);
    expect(second).toMatchObject({ id: '2', ownerId: OTHER.personId, thresholds: {}, accounts: [] });
    expect((await digests.all()).readable).toEqual([made, second]);
  });

  test('a form that is sent in twice makes one digest, as it was filled in last', async () => {
    const { digests } = await openAt(open);
    const made = await Promise.all([1, 2].map(() => digests.create(daily, ADMIN, 'V1')));
    expect(made.map(({ id }) => id)).toEqual(['1', '1']);
    expect(await digests.create({ ...daily, title: 'Later' }, ADMIN, 'V1')).toMatchObject({ id: '1', title: 'Later' });
    expect(await digests.create(daily, ADMIN, 'V2')).toMatchObject({ id: '2' });
    await digests.delete(made[0]?.id as never, ADMIN);
    expect(await digests.create(daily, ADMIN, 'V1')).toMatchObject({ id: '3' });
    expect((await digests.all()).readable).toHaveLength(2);
  });

  test('an edit puts the whole spec in place, and moves the next slot only with another schedule', async () => {
    const { clock, digests } = await openAt(open);
    const made = await digests.create(daily, ADMIN);
    clock.now = NINE + 1;
    const spec = { ...daily, title: 'New', thresholds: { absolute: 3 } };
    const renamed = await digests.edit(made.id, spec, OTHER);
    expect(renamed).toEqual({ ...made, ...spec, editedBy: OTHER.personId, editedAt: clock.now });
    expect(renamed?.nextRunAt).toBe(NINE);
    expect(
      await digests.edit(made.id, { ...spec, schedule: scheduleOf('0 9 * * *', 'Asia/Tokyo') }, OTHER),
    ).toMatchObject({
      nextRunAt: NINE + 15 * HOUR,
    });
    // A whole digest may be given as the spec; what isn't of the spec is left out.
    expect(await digests.edit(made.id, { ...made, ...hourly }, ADMIN)).toEqual({
      ...made,
      ...hourly,
      nextRunAt: NINE + HOUR,
      editedAt: clock.now,
    });
    expect(await digests.edit(ABSENT, daily, ADMIN)).toBeUndefined();
  });

  test('an edit neither pauses nor resumes', async () => {
    const { digests } = await openAt(open);
    const { id } = await digests.create(daily, ADMIN);
    await digests.pause(id, 'is_archived', 'system');
    expect((await digests.edit(id, hourly, ADMIN))?.state).toEqual({
      kind: 'paused',
      reason: 'is_archived',
      since: START,
    });
  });

  test('it is paused once and resumed once, and what passed meanwhile is not made up for', async () => {
    const { clock, digests, runs } = await openAt(open);
    const { id } = await digests.create(hourly, ADMIN);
    expect(await digests.resume(id, ADMIN)).toBe(false);
    expect(await digests.pause(id, 'by-person', ADMIN)).toBe(true);
    expect(await digests.pause(id, 'no-accounts', 'system')).toBe(false);
    expect((await digests.read(id))?.state).toEqual({ kind: 'paused', reason: 'by-person', since: START });
    clock.now = NINE + 5 * HOUR + 1;
    expect(await digests.nextPlan()).toEqual({ at: undefined, now: clock.now });
    expect(await digests.plan(10)).toBe(0);
    expect(await digests.resume(id, OTHER)).toBe(true);
    expect(await digests.resume(id, OTHER)).toBe(false);
    expect(await digests.read(id)).toMatchObject({ state: { kind: 'active' }, nextRunAt: NINE + 6 * HOUR });
    expect(await digests.plan(10)).toBe(0);
    expect(await runs.log(id, 9)).toEqual([]);
    for (const call of [digests.pause(ABSENT, 'by-person', ADMIN), digests.resume(ABSENT, ADMIN)])
      expect(await call).toBe(false);
  });

  test('a digest that was deleted is gone, its waiting runs are skipped, and its number is no other’s', async () => {
    const { clock, store, digest } = await openDue(open);
    const { digests, runs } = store;
    expect(await digests.delete(digest.id, OTHER)).toBe(true);
    expect(await digests.delete(digest.id, OTHER)).toBe(false);
    expect(await digests.read(digest.id)).toBeUndefined();
    expect((await digests.all()).readable).toEqual([]);
    expect(await digests.edit(digest.id, daily, ADMIN)).toBeUndefined();
    expect(await digests.pause(digest.id, 'by-person', ADMIN)).toBe(false);
    expect(await digests.resume(digest.id, ADMIN)).toBe(false);
    expect(await runs.ask(digest.id, ADMIN)).toBeUndefined();
    expect(await slotsOf(store, digest.id)).toEqual([[NINE, 'skipped', 'digest-stopped']]);
    clock.now += 9 * DAY;
    expect(await digests.plan(10)).toBe(0);
    expect(await digests.nextPlan()).toMatchObject({ at: undefined });
    expect((await digests.create(daily, ADMIN)).id).toBe('2');
  });

  test('a deletion can be taken back for ten minutes: it goes on at its next slot, and nothing is made up for', async () => {
    const { clock, store, digest } = await openDue(open);
    const { digests } = store;
    await digests.delete(digest.id, OTHER);
    expect(await digests.readDeleted(digest.id)).toEqual({
      digest: { ...digest, nextRunAt: NINE + DAY },
      isRestorable: true,
    });
    expect((await digests.all()).restorable.map(({ id }) => id)).toEqual([digest.id]);
    clock.now += RESTORABLE_MS - 1;
    expect(await digests.restore(digest.id, OTHER)).toBe('restored');
    expect(await digests.read(digest.id)).toEqual({
      ...digest,
      nextRunAt: NINE + DAY,
      editedBy: OTHER.personId,
      editedAt: clock.now,
    });
    expect(await digests.readDeleted(digest.id)).toBeUndefined();
    expect(await digests.all()).toMatchObject({ readable: [{ id: digest.id }], restorable: [] });
    expect(await digests.plan(10)).toBe(0);
    expect(await slotsOf(store, digest.id)).toEqual([[NINE, 'skipped', 'digest-stopped']]);
    clock.now = NINE + DAY;
    expect(await digests.plan(10)).toBe(1);
    expect((await slotsOf(store, digest.id)).at(-1)).toEqual([NINE + DAY, 'due', undefined]);
  });

  test('a slot that came while it was deleted is not made up for', async () => {
    const { clock, digests, runs } = await openAt(open, NINE - 1);
    const { id } = await digests.create(daily, ADMIN);
    await digests.delete(id, ADMIN);
    clock.now = NINE + HOUR / 60;
    expect(await digests.restore(id, ADMIN)).toBe('restored');
    expect(await digests.read(id)).toMatchObject({ state: { kind: 'active' }, nextRunAt: NINE + DAY });
    expect(await digests.plan(10)).toBe(0);
    expect(await runs.log(id, 9)).toEqual([]);
  });

  test('one that was paused is paused when it is restored, for the same reason', async () => {
    const { digests } = await openAt(open);
    const { id } = await digests.create(hourly, ADMIN);
    await digests.pause(id, 'is_archived', 'system');
    await digests.delete(id, ADMIN);
    expect(await digests.restore(id, OTHER)).toBe('restored');
    expect((await digests.read(id))?.state).toEqual({ kind: 'paused', reason: 'is_archived', since: START });
  });

  test('after ten minutes it is too late to restore it, and what is there or never was is left alone', async () => {
    const { clock, digests } = await openAt(open);
    const { id } = await digests.create(daily, ADMIN);
    expect(await digests.restore(id, OTHER)).toBe('present');
    expect(await digests.restore(ABSENT, OTHER)).toBe('absent');
    await digests.delete(id, ADMIN);
    clock.now += RESTORABLE_MS;
    expect(await digests.restore(id, OTHER)).toBe('too-late');
    expect(await digests.read(id)).toBeUndefined();
    expect(await digests.readDeleted(id)).toMatchObject({ digest: { id }, isRestorable: false });
    expect((await digests.all()).restorable).toEqual([]);
  });

  test('a form finds the digest that it made last, though an older one was restored', async () => {
    const { digests } = await openAt(open);
    const first = await digests.create(daily, ADMIN, 'V1');
    await digests.delete(first.id, ADMIN);
    const second = await digests.create(daily, ADMIN, 'V1');
    await digests.restore(first.id, ADMIN);
    expect((await digests.create({ ...daily, title: 'Again' }, ADMIN, 'V1')).id).toBe(second.id);
  });

  test('the app puts another reason in place of its own, and never of a person’s', async () => {
    const { digests } = await openAt(open);
    const { id } = await digests.create(daily, ADMIN);
    expect(await digests.pauseAnew(id, 'is_archived')).toBe(false);
    await digests.pause(id, 'not_in_channel', 'system');
    expect(await digests.pauseAnew(id, 'is_archived')).toBe(true);
    expect((await digests.read(id))?.state).toEqual({ kind: 'paused', reason: 'is_archived', since: START });
    await digests.resume(id, ADMIN);
    await digests.pause(id, 'by-person', ADMIN);
    expect(await digests.pauseAnew(id, 'is_archived')).toBe(false);
    expect((await digests.read(id))?.state).toMatchObject({ reason: 'by-person' });
    expect(await digests.pauseAnew(ABSENT, 'is_archived')).toBe(false);
  });

  test('each change is audited by whom it was made, and those that came to nothing, too', async () => {
    const { digests, runs, audit } = await open(tickingClock(START));
    const { id } = await digests.create(daily, ADMIN);
    await digests.edit(id, hourly, OTHER);
    await digests.pause(id, 'by-person', OTHER);
    await digests.pause(id, 'is_archived', 'system');
    await digests.resume(id, OTHER);
    const asked = await runs.ask(id, OTHER);
    await digests.delete(id, OTHER);
    await digests.delete(id, OTHER);
    await digests.edit(id, daily, OTHER);
    await runs.ask(id, OTHER);
    await digests.restore(id, OTHER);
    await digests.restore(id, OTHER);
    await digests.restore(ABSENT, OTHER);
    const spec = { channel: 'C0TEAM', accounts: 3, lists: 'vip', schedule: '0 9 * * *', zone: 'UTC' };
    const [made, ...rest] = await readAudit(audit);
    expect(made).toEqual({
      action: 'digest-create',
      actor: ADMIN.personId,
      channelId: ADMIN.channelId,
      outcome: 'done',
      details: { digest: '1', ...spec },
    });
    expect(rest.map(({ action, actor, outcome, details }) => [action, actor, outcome, details])).toEqual([
      ['digest-edit', 'U0OTHER', 'done', { digest: '1', ...spec, schedule: '0 * * * *' }],
      ['digest-pause', 'U0OTHER', 'done', { digest: '1', reason: 'by-person' }],
      ['digest-pause', 'system', 'failed', { digest: '1', reason: 'is_archived', why: 'paused' }],
      ['digest-resume', 'U0OTHER', 'done', { digest: '1' }],
      ['digest-run', 'U0OTHER', 'allowed', { digest: '1', run: String(asked?.id) }],
      ['digest-delete', 'U0OTHER', 'done', { digest: '1' }],
      ['digest-delete', 'U0OTHER', 'failed', { digest: '1', why: 'absent' }],
      ['digest-edit', 'U0OTHER', 'failed', { digest: '1', why: 'absent' }],
      ['digest-run', 'U0OTHER', 'failed', { digest: '1', why: 'absent' }],
      ['digest-restore', 'U0OTHER', 'done', { digest: '1' }],
      ['digest-restore', 'U0OTHER', 'failed', { digest: '1', why: 'present' }],
      ['digest-restore', 'U0OTHER', 'failed', { digest: ABSENT, why: 'absent' }],
    ]);
  });
}
