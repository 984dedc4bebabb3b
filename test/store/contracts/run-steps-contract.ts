import { describe, expect, test } from 'vitest';
import type { Claim, RunEnd, Runs } from '../../../src/digests/run-ports.ts';
import type { RunState } from '../../../src/digests/runs.ts';
import { ADMIN, readAudit } from './askers.ts';
import {
  bring,
  claimOne,
  DAY,
  daily,
  ENDS,
  LEASE,
  NINE,
  type OpenStore,
  openDue,
  POST,
  readings,
  stateOf,
} from './digest-scene.ts';

const STATES = ['due', 'claimed', 'posting', 'posted', 'skipped', 'failed', 'unknown', 'missed'] as const;

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
  held(`finish as ${state}`, from, state, (runs, claim) => runs.finish(claim, ENDS[state]));

const STEPS: readonly Step[] = [
  held('renew', ['claimed', 'posting'], 'same', (runs, claim) => runs.renew(claim, LEASE)),
  held('startPosting', ['claimed'], 'posting', (runs, claim) => runs.startPosting(claim, readings, LEASE)),
  held('putOff', ['claimed', 'posting'], 'due', (runs, claim) => runs.putOff(claim, 'rate-limited', 1000)),
  finish('posted', ['posting']),
  finish('unknown', ['posting']),
  finish('skipped', ['claimed']),
  finish('failed', ['claimed', 'posting']),
  free('settle as found', 'posted', (runs, { run }) => runs.settle(run.id, 'found', POST)),
  free('postAgain', 'due', (runs, { run }) => runs.postAgain(run.id)),
];

export function runStepsContract(open: OpenStore): void {
  test.each(STATES)('a run that is %s takes the steps the table allows and rejects the others', async (from) => {
    const scene = await openDue(open);
    const { clock, digests, runs } = scene;
    await digests.delete(scene.digest.id, ADMIN);
    for (const step of STEPS) {
      const digest = await digests.create(daily, ADMIN);
      clock.now = digest.nextRunAt;
      await digests.plan(1);
      const { run, ...claim } = await bring({ ...scene, digest }, from);
      const read = async () => (await runs.log(digest.id, 9)).find(({ id }) => id === run.id);
      const before = await read();
      expect(before?.state).toBe(from);
      const isAllowed = step.from.includes(from);
      expect(await step.take(runs, { ...claim, run }), step.name).toBe(isAllowed);
      const after = await read();
      if (isAllowed) expect(after?.state).toBe(step.to === 'same' ? from : step.to);
      else expect(after).toEqual(before);
      await digests.delete(digest.id, ADMIN);
    }
  });

  test.each(['pause', 'delete'] as const)(
    'a person’s %s while the accounts are read keeps the slot from being posted',
    async (verb) => {
      const { clock, digests, runs, digest, store } = await openDue(open);
      const claim = await claimOne(store);
      if (verb === 'pause') await digests.pause(digest.id, 'by-person', ADMIN);
      else await digests.delete(digest.id, ADMIN);
      expect(await runs.startPosting(claim, readings, LEASE)).toBe(false);
      clock.now += LEASE;
      expect(await runs.claim(9, LEASE)).toEqual([]);
      expect(await stateOf(store, digest)).toEqual(['skipped', 'digest-stopped']);
    },
  );

  test('a paused digest is posted when a person asks for it', async () => {
    const { digests, runs, digest } = await openDue(open);
    await digests.pause(digest.id, 'by-person', ADMIN);
    await runs.ask(digest.id, ADMIN);
    const claim = (await runs.claim(9, LEASE)).find(({ run }) => run.origin === 'person');
    expect(claim && (await runs.startPosting(claim, readings, LEASE))).toBe(true);
  });

  test.each(STEPS.filter(({ isHeld }) => isHeld).map((step) => [step.name, step] as const))(
    'a late holder cannot %s once another has the run',
    async (_, step) => {
      const { clock, runs, digest, store } = await openDue(open);
      const late = await claimOne(store);
      clock.now += LEASE;
      const claim = await claimOne(store);
      expect([late.token, claim.token, claim.run.attempts]).toEqual([1, 2, 2]);
      if (!step.from.includes('claimed')) await runs.startPosting(claim, readings, LEASE);
      const before = await runs.log(digest.id, 1);
      expect(await step.take(runs, late)).toBe(false);
      expect(await runs.log(digest.id, 1)).toEqual(before);
      expect(await step.take(runs, claim)).toBe(true);
    },
  );

  test.each(['not_in_channel', 'token_revoked', 'restricted_action_read_only_channel', 'no-accounts'] as const)(
    'a run that failed by %s pauses its digest',
    async (reason) => {
      const { digests, runs, digest, audit, store } = await openDue(open);
      const claim = await claimOne(store);
      await runs.startPosting(claim, readings, LEASE);
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
    expect(await runs.finish(claim, { state: 'failed', reason: 'slack-refused:metadata_too_large' })).toBe(true);
    expect((await digests.read(digest.id))?.state.kind).toBe('active');
    await runs.ask(digest.id, ADMIN);
    const asked = await claimOne(store);
    await digests.pause(digest.id, 'by-person', ADMIN);
    expect(await runs.finish(asked, { state: 'failed', reason: 'is_archived' })).toBe(true);
    expect((await digests.read(digest.id))?.state).toMatchObject({ reason: 'by-person' });
  });

  describe('rejections by a code that is not known to be permanent', () => {
    const rejected = { state: 'failed', reason: 'slack-refused:some_new_code' } as const;
    const posted = { state: 'posted', reason: undefined, post: POST } as const;

    /** Lets the next scheduled slot come, and ends it so. */
    async function endNext(scene: Awaited<ReturnType<typeof openDue>>, end: RunEnd): Promise<void> {
      const [before] = await scene.runs.log(scene.digest.id, 1);
      if (before?.state !== 'due') {
        scene.clock.now += DAY;
        await scene.digests.plan(1);
      }
      const claim = await claimOne(scene);
      if (end.state !== 'skipped') await scene.runs.startPosting(claim, readings, LEASE);
      await scene.runs.finish(claim, end);
    }
    const stateIn = async ({ digests, digest }: Awaited<ReturnType<typeof openDue>>) =>
      (await digests.read(digest.id))?.state;

    test('pause the digest with the third scheduled slot in a row, which keeps the code', async () => {
      const scene = await openDue(open);
      await endNext(scene, rejected);
      await endNext(scene, { state: 'skipped', reason: 'unchanged' });
      await endNext(scene, rejected);
      expect(await stateIn(scene)).toEqual({ kind: 'active' });
      await endNext(scene, { ...rejected, reason: 'slack-refused:another_code' });
      const reason = 'slack-refused-thrice:another_code';
      expect(await stateIn(scene)).toEqual({ kind: 'paused', reason, since: scene.clock.now });
      expect(await stateOf(scene, scene.digest)).toEqual(['failed', reason]);
    });

    test('count anew after a post, after a person resumed or edited it, and for each digest', async () => {
      const scene = await openDue(open);
      for (const end of [rejected, rejected, posted, rejected, rejected]) await endNext(scene, end);
      expect(await stateIn(scene)).toEqual({ kind: 'active' });
      scene.clock.now += 1;
      await scene.digests.edit(scene.digest.id, { ...daily, channelId: 'C0OTHER' }, ADMIN);
      for (const end of [rejected, rejected]) await endNext(scene, end);
      expect(await stateIn(scene)).toEqual({ kind: 'active' });
      const other = await scene.digests.create(daily, ADMIN);
      await endNext({ ...scene, digest: other }, rejected);
      expect(await stateIn({ ...scene, digest: other })).toEqual({ kind: 'active' });
    });

    test('of posts that a person asked for do not count', async () => {
      const { runs, digests, digest, store, clock } = await openDue(open);
      await runs.finish(await claimOne(store), { state: 'skipped', reason: 'unchanged' });
      for (let n = 0; n < 4; n += 1) {
        clock.now += 1;
        await runs.ask(digest.id, ADMIN);
        await runs.finish(await claimOne(store), rejected);
      }
      expect((await digests.read(digest.id))?.state).toEqual({ kind: 'active' });
    });
  });
}
