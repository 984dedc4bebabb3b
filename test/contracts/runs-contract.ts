import { expect, test } from 'vitest';
import type { Claim, RunEnd, Runs } from '../../src/digests/ports.ts';
import type { RunState } from '../../src/digests/types.ts';
import { ADMIN, accounts, readAudit } from './askers.ts';
import {
  bring,
  claimOne,
  DAY,
  daily,
  HOUR,
  hourly,
  LEASE,
  MINUTE,
  marks,
  NINE,
  type OpenStore,
  openDue,
  POST,
  stateOf,
} from './digest-scene.ts';

const STATES = ['due', 'claimed', 'posting', 'posted', 'skipped', 'failed', 'unknown', 'missed'] as const;

const END: Readonly<Record<RunEnd['state'], RunEnd>> = {
  posted: { state: 'posted', reason: undefined, post: POST },
  skipped: { state: 'skipped', reason: 'unchanged' },
  failed: { state: 'failed', reason: 'slack-refused' },
  unknown: { state: 'unknown', reason: 'no-answer' },
};

interface Step {
  readonly name: string;
  readonly from: readonly RunState[];
  readonly to: RunState | 'same';
  readonly take: (runs: Runs, claim: Claim) => Promise<boolean>;
  /** Whether only the token's holder may take it. */
  readonly isHeld: boolean;
}

const held = (name: string, from: Step['from'], to: Step['to'], take: Step['take']): Step => ({
  name,
  from,
  to,
  take,
  isHeld: true,
});
const free = (name: string, to: Step['to'], take: Step['take']): Step => ({
  name,
  from: ['unknown'],
  to,
  take,
  isHeld: false,
});
const finish = (state: RunEnd['state'], from: Step['from']): Step =>
  held(`finish as ${state}`, from, state, (runs, claim) => runs.finish(claim, END[state]));

const STEPS: readonly Step[] = [
  held('renew', ['claimed', 'posting'], 'same', (runs, claim) => runs.renew(claim, LEASE)),
  held('startPosting', ['claimed'], 'posting', (runs, claim) => runs.startPosting(claim, marks, LEASE)),
  held('putOff', ['claimed', 'posting'], 'due', (runs, claim) => runs.putOff(claim, 'rate-limited', 1000)),
  finish('posted', ['posting']),
  finish('unknown', ['posting']),
  finish('skipped', ['claimed']),
  finish('failed', ['claimed', 'posting']),
  free('settle as found', 'posted', (runs, { run }) => runs.settle(run.id, 'found', POST)),
  free('postAgain', 'due', (runs, { run }) => runs.postAgain(run.id)),
];

export function runsContract(open: OpenStore): void {
  test.each(STATES.flatMap((from) => STEPS.map((step) => [from, step.name, step] as const)))(
    'a run that is %s takes the step %s or refuses it, as the table says',
    async (from, _, step) => {
      const scene = await openDue(open);
      const { runs, digest } = scene;
      const claim = await bring(scene, from);
      const before = (await runs.log(digest.id, 99)).find(({ id }) => id === claim.run.id);
      expect(before?.state).toBe(from);
      const isAllowed = step.from.includes(from);
      expect(await step.take(runs, claim)).toBe(isAllowed);
      const after = (await runs.log(digest.id, 99)).find(({ id }) => id === claim.run.id);
      if (!isAllowed) expect(after).toEqual(before);
      else expect(after?.state).toBe(step.to === 'same' ? from : step.to);
      if (step.isHeld && isAllowed) {
        // Nobody takes it twice either, but to stay alive.
        const again = step.from.includes(after?.state as RunState);
        expect(await step.take(runs, claim)).toBe(again);
      }
    },
  );

  test.each(STEPS.filter(({ isHeld }) => isHeld).map((step) => [step.name, step] as const))(
    'a late holder cannot %s once another has the run',
    async (_, step) => {
      const { clock, runs, digest, store } = await openDue(open);
      const late = await claimOne(store);
      clock.now += LEASE;
      const claim = await claimOne(store);
      expect([late.token, claim.token, claim.run.attempts]).toEqual([1, 2, 2]);
      if (!step.from.includes('claimed')) await runs.startPosting(claim, marks, LEASE);
      const before = await runs.log(digest.id, 1);
      expect(await step.take(runs, late)).toBe(false);
      expect(await runs.log(digest.id, 1)).toEqual(before);
      expect(await step.take(runs, claim)).toBe(true);
    },
  );

  test('a claim says what it holds, and nobody else gets it before the lease lapses', async () => {
    const { clock, runs, digest, store } = await openDue(open);
    clock.now += 7;
    expect(await runs.nextClaim()).toEqual({ at: NINE, now: clock.now });
    const claim = await claimOne(store);
    expect(claim).toEqual({
      run: {
        ...claim.run,
        state: 'claimed',
        attempts: 1,
        firstTriedAt: clock.now,
        changedAt: clock.now,
        slot: NINE,
        dueAt: NINE,
      },
      digest: await store.digests.read(digest.id),
      token: 1,
      missedBefore: 0,
    });
    expect(await runs.log(digest.id, 1)).toEqual([claim.run]);
    const lapse = clock.now + LEASE;
    expect(await runs.nextClaim()).toEqual({ at: lapse, now: clock.now });
    clock.now = lapse - 1;
    expect(await runs.claim(9, LEASE)).toEqual([]);
    expect(await runs.renew(claim, LEASE)).toBe(true);
    clock.now = lapse;
    expect(await runs.claim(9, LEASE)).toEqual([]);
    clock.now += LEASE;
    const second = await claimOne(store);
    expect(second).toMatchObject({ token: 2, run: { attempts: 2, firstTriedAt: NINE + 7 } });
  });

  test('the digest of a claim is as it is now, not as it was when the slot was planned', async () => {
    const { digests, digest, store } = await openDue(open);
    await digests.edit(digest.id, { ...daily, title: 'Edited' }, ADMIN);
    expect((await claimOne(store)).digest.title).toBe('Edited');
  });

  test('runs are claimed by when they are due, as many as asked for', async () => {
    const { clock, digests, runs } = await openDue(open, hourly);
    for (const _ of [1, 2]) await digests.create(hourly, ADMIN);
    const first = await runs.claim(1, LEASE);
    await runs.putOff(first[0] as Claim, 'throttled', 30 * MINUTE);
    clock.now = NINE + HOUR;
    await digests.plan(9);
    const claims = [...(await runs.claim(2, LEASE)), ...(await runs.claim(9, LEASE))];
    expect(claims.map(({ run }) => [run.digestId, run.slot])).toEqual([
      ['1', NINE],
      ['1', NINE + HOUR],
      ['2', NINE + HOUR],
      ['3', NINE + HOUR],
    ]);
    expect(await runs.claim(0, LEASE)).toEqual([]);
  });

  test('a run put off waits so long, keeps when it was first tried, and says why', async () => {
    const { clock, runs, digest, store } = await openDue(open);
    const claim = await claimOne(store);
    await runs.startPosting(claim, marks, LEASE);
    clock.now += 100;
    expect(await runs.putOff(claim, 'rate-limited', 1500.5)).toBe(true);
    expect(await runs.log(digest.id, 1)).toMatchObject([
      { state: 'due', reason: 'rate-limited', dueAt: clock.now + 1501, attempts: 1, firstTriedAt: NINE },
    ]);
    clock.now += 1500;
    expect(await runs.claim(1, LEASE)).toEqual([]);
    clock.now += 1;
    expect(await claimOne(store)).toMatchObject({
      token: 2,
      run: { reason: undefined, attempts: 2, firstTriedAt: NINE },
    });
  });

  test.each(['posting', 'unknown'] as const)(
    'a run that is %s is never handed out, however long it takes',
    async (state) => {
      const scene = await openDue(open);
      await bring(scene, state);
      scene.clock.now += 400 * DAY;
      expect(await scene.runs.claim(9, LEASE)).toEqual([]);
      expect(await scene.runs.nextClaim()).toEqual({ at: undefined, now: scene.clock.now });
      expect(await stateOf(scene, scene.digest)).toEqual([state, state === 'unknown' ? 'no-answer' : undefined]);
    },
  );

  test('a post whose holder died is unknown once its lease has lapsed, and its holder learns that', async () => {
    const scene = await openDue(open);
    const { clock, runs, digest } = scene;
    const claim = await bring(scene, 'posting');
    clock.now += LEASE - 1;
    expect(await runs.abandon()).toEqual([]);
    clock.now += 1;
    const abandoned = await runs.abandon();
    expect(abandoned).toMatchObject([
      { id: claim.run.id, state: 'unknown', reason: 'holder-died', changedAt: clock.now },
    ]);
    expect(await runs.abandon()).toEqual([]);
    expect(await runs.unknown()).toEqual(abandoned);
    expect(await runs.finish(claim, END.posted)).toBe(false);
    expect(await runs.settle(claim.run.id, 'arrived', { ...POST, ts: undefined })).toBe(true);
    expect(await runs.settle(claim.run.id, 'found', POST)).toBe(false);
    expect(await runs.log(digest.id, 1)).toMatchObject([
      { state: 'posted', reason: 'arrived', post: { ...POST, ts: undefined } },
    ]);
    expect(await runs.unknown()).toEqual([]);
    expect(await runs.posted(digest.id, NINE + 1, 9)).toEqual([{ slot: NINE, postedAt: POST.at, marks }]);
  });

  test('Post again, pressed twice, makes it due once with fresh attempts, and no age or later slot ends it', async () => {
    const scene = await openDue(open);
    const { clock, digests, runs, digest } = scene;
    const { run } = await bring(scene, 'unknown');
    clock.now = NINE + 30 * HOUR;
    expect([await runs.postAgain(run.id), await runs.postAgain(run.id)]).toEqual([true, false]);
    expect((await runs.log(digest.id, 1))[0]).toMatchObject({
      state: 'due',
      reason: 'post-again',
      attempts: 0,
      firstTriedAt: undefined,
      dueAt: clock.now,
    });
    await digests.plan(9);
    const claims = await runs.claim(9, LEASE);
    expect(claims.map(({ run: one, token }) => [one.slot, one.attempts, token])).toEqual([
      [NINE + DAY, 1, 1],
      [NINE, 1, 2],
    ]);
    const again = claims.find((claim) => claim.run.id === run.id) as Claim;
    // Neither does a retry lose that its owner wants it.
    await runs.putOff(again, 'slack-unreachable', 1);
    clock.now += 9 * DAY;
    expect((await runs.claim(9, LEASE)).map(({ run: one }) => one.id)).toContain(run.id);
  });

  test('a scheduled run that was tried for a day is missed', async () => {
    const scene = await openDue(open);
    const claim = await claimOne(scene);
    await scene.runs.putOff(claim, 'throttled', 0);
    scene.clock.now = NINE + DAY - 1;
    expect(await scene.runs.claim(9, LEASE)).toHaveLength(1);
    scene.clock.now += LEASE;
    expect(await scene.runs.claim(9, LEASE)).toEqual([]);
    expect(await stateOf(scene, scene.digest)).toEqual(['missed', 'down']);
  });

  test('the scheduled runs of a paused digest are skipped on the way, without costing others their turn', async () => {
    const { digests, runs, digest, store } = await openDue(open, hourly);
    const other = await digests.create(daily, ADMIN);
    await digests.pause(digest.id, 'by-person', ADMIN);
    const asked = await runs.ask(digest.id, ADMIN);
    await runs.ask(other.id, ADMIN);
    const claims = await runs.claim(2, LEASE);
    expect(claims.map(({ run, digest: { state } }) => [run.digestId, run.origin, state.kind])).toEqual([
      ['1', 'person', 'paused'],
      ['2', 'person', 'active'],
    ]);
    expect(await runs.log(digest.id, 9)).toMatchObject([
      { id: asked?.id, state: 'claimed' },
      { slot: NINE, state: 'skipped', reason: 'digest-stopped' },
    ]);
    await digests.delete(digest.id, ADMIN);
    await runs.putOff(claims[0] as Claim, 'throttled', 0);
    expect(await runs.claim(9, LEASE)).toEqual([]);
    expect(await stateOf(store, digest)).toEqual(['skipped', 'digest-stopped']);
  });

  test('a person’s run is due at once, at a slot of its own, and leaves the schedule alone', async () => {
    const { clock, digests, runs, digest, audit } = await openDue(open);
    const asked = [await runs.ask(digest.id, ADMIN), await runs.ask(digest.id, ADMIN)];
    expect(asked).toMatchObject([
      { id: `1-${NINE + 1}`, slot: NINE + 1, origin: 'person', state: 'due', dueAt: NINE },
      { slot: NINE + 2, dueAt: NINE },
    ]);
    clock.now += 5;
    expect(await runs.ask(digest.id, ADMIN)).toMatchObject({ slot: clock.now });
    expect((await digests.read(digest.id))?.nextRunAt).toBe(NINE + DAY);
    expect(await runs.claim(9, LEASE)).toHaveLength(4);
    const entries = (await readAudit(audit)).filter(({ action }) => action === 'digest-run');
    expect(entries.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
  });

  test.each(['not_in_channel', 'token_revoked', 'no-accounts'] as const)(
    'a run that failed by %s pauses its digest',
    async (reason) => {
      const { digests, runs, digest, audit, store } = await openDue(open);
      const claim = await claimOne(store);
      await runs.startPosting(claim, marks, LEASE);
      expect(await runs.finish(claim, { state: 'failed', reason })).toBe(true);
      expect((await digests.read(digest.id))?.state).toEqual({ kind: 'paused', reason, since: NINE });
      expect((await readAudit(audit)).at(-1)).toEqual({
        action: 'digest-pause',
        actor: 'system',
        channelId: '',
        outcome: 'done',
        details: { digest: digest.id, reason },
      });
    },
  );

  test('a run that failed otherwise pauses nothing, nor does a late holder, nor is a pause replaced', async () => {
    const { clock, digests, runs, digest, store } = await openDue(open);
    const late = await claimOne(store);
    clock.now += LEASE;
    const claim = await claimOne(store);
    expect(await runs.finish(late, { state: 'failed', reason: 'is_archived' })).toBe(false);
    expect(await runs.finish(claim, { state: 'failed', reason: 'slack-refused' })).toBe(true);
    expect((await digests.read(digest.id))?.state.kind).toBe('active');
    await runs.ask(digest.id, ADMIN);
    const asked = await claimOne(store);
    await digests.pause(digest.id, 'by-person', ADMIN);
    expect(await runs.finish(asked, { state: 'failed', reason: 'is_archived' })).toBe(true);
    expect((await digests.read(digest.id))?.state).toMatchObject({ reason: 'by-person' });
  });

  test('what an owner has to learn is handed to one, and again after the lease, until told', async () => {
    const scene = await openDue(open);
    const { clock, digests, runs, digest } = scene;
    const failed = await bring(scene, 'failed');
    const other = await digests.create(daily, ADMIN);
    await runs.ask(other.id, ADMIN);
    clock.now += 1;
    await bring(scene, 'unknown');
    expect(await runs.takeUntold(1, LEASE)).toEqual([
      { run: (await runs.log(digest.id, 1))[0], digest: await digests.read(digest.id) },
    ]);
    expect(await runs.takeUntold(9, LEASE)).toMatchObject([{ run: { digestId: other.id, state: 'unknown' } }]);
    expect(await runs.takeUntold(9, LEASE)).toEqual([]);
    await runs.told(failed.run.id);
    clock.now += LEASE;
    expect(await runs.takeUntold(9, LEASE)).toMatchObject([{ run: { digestId: other.id } }]);
    // Nobody needs to hear what is known by now, nor of what is gone.
    await runs.settle((await runs.log(other.id, 1))[0]?.id as never, 'found', POST);
    clock.now += LEASE;
    expect(await runs.takeUntold(9, LEASE)).toEqual([]);
    await runs.ask(digest.id, ADMIN);
    await bring(scene, 'unknown');
    await digests.delete(digest.id, ADMIN);
    expect(await runs.takeUntold(9, LEASE)).toEqual([]);
  });

  test.each(['posted', 'skipped', 'missed'] as const)('of a run that is %s there is nothing to tell', async (state) => {
    const scene = await openDue(open);
    await bring(scene, state);
    expect(await scene.runs.takeUntold(9, LEASE)).toEqual([]);
  });

  test('the last posts before a slot come oldest first with what they said; the last is the baseline', async () => {
    const { clock, runs, digest, store } = await openDue(open);
    const slots: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const claim = await claimOne(store);
      await runs.startPosting(claim, n % 2 ? new Map() : marks, LEASE);
      await runs.finish(
        claim,
        n === 3 ? END.failed : ({ ...END.posted, post: { ...POST, at: clock.now + 1 } } as RunEnd),
      );
      if (n !== 3) slots.push(claim.run.slot);
      clock.now += HOUR;
      await runs.ask(digest.id, ADMIN);
    }
    const [a, b, c, d] = slots as [number, number, number, number];
    const posted = await runs.posted(digest.id, clock.now, 3);
    expect(posted.map(({ slot, postedAt, marks: said }) => [slot, postedAt, said.size])).toEqual([
      [b, b + 1, 0],
      [c, c + 1, 3],
      [d, d + 1, 3],
    ]);
    expect(posted[2]?.marks).toEqual(marks);
    expect((await runs.posted(digest.id, b, 3)).map(({ slot }) => slot)).toEqual([a]);
    expect(await runs.posted('99' as never, clock.now, 3)).toEqual([]);
  });

  test('what five hundred accounts were is kept as it was', async () => {
    const { runs, digest, store } = await openDue(open);
    const many = new Map(
      accounts(...Array.from({ length: 500 }, (_, n) => `account-${n}`)).map((account, n) => [
        account,
        { kind: 'read', counts: { followers: n * 1_000_003, following: n, mutual: 0 }, reference: n } as const,
      ]),
    );
    const claim = await claimOne(store);
    await runs.startPosting(claim, many, LEASE);
    await runs.finish(claim, END.posted);
    expect((await runs.posted(digest.id, NINE + 1, 1))[0]?.marks).toEqual(many);
  });

  test('final runs are forgotten after the retention, but the last posts of each digest', async () => {
    const { clock, digests, runs, digest, store } = await openDue(open);
    const ends = ['posted', 'failed', 'posted', 'skipped', 'posted', 'unknown'] as const;
    for (const [n, state] of ends.entries()) {
      if (n > 0) await runs.ask(digest.id, ADMIN);
      const claim = await claimOne(store);
      if (state !== 'skipped') await runs.startPosting(claim, marks, LEASE);
      await runs.finish(claim, END[state]);
      clock.now += MINUTE;
    }
    await runs.ask(digest.id, ADMIN);
    const retention = 10 * DAY;
    clock.now += retention - MINUTE;
    const states = async () => (await runs.log(digest.id, 99)).map(({ state }) => state).toReversed();
    expect(await runs.prune(retention, 2)).toBe(3);
    expect(await states()).toEqual(['posted', 'posted', 'unknown', 'due']);
    expect(await runs.prune(retention, 2)).toBe(0);
    expect(await runs.prune(retention, 1)).toBe(1);
    await runs.settle((await runs.unknown())[0]?.id as never, 'found', POST);
    await digests.delete(digest.id, ADMIN);
    clock.now += retention + 1;
    // Of a digest that is gone nothing stays, but its number.
    expect(await runs.prune(retention, 2)).toBe(3);
    expect(await states()).toEqual([]);
    expect((await digests.create(daily, ADMIN)).id).toBe('2');
    expect(await runs.prune(retention, 2)).toBe(0);
  });
}
