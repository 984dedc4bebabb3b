import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim, RunEnd, Runs } from '../../../src/digests/run-ports.ts';
import type { RunId, RunState } from '../../../src/digests/runs.ts';
import type { Digest } from '../../../src/digests/types.ts';
import type { Store } from '../../../src/store/open.ts';
import { ADMIN } from '../contracts/askers.ts';
import { daily, LEASE, MINUTE, POST, readings, START } from '../contracts/digest-scene.ts';
import { describeEngines } from '../engines.ts';
import { openNew } from '../new-store.ts';

/** A run in the plainest form there is. `until`: when it may be claimed, or its lease lapses. */
interface Plain {
  readonly id: RunId;
  state: RunState;
  token: number;
  dueAt: number;
  until: number;
  isNotified: boolean;
}

interface Model {
  now: number;
  readonly runs: Plain[];
  /** All there ever were, late ones too. */
  readonly claims: Claim[];
}

type Act = (store: Store, model: Model, digest: Digest) => Promise<void>;

const ENDS: readonly RunEnd[] = [
  { state: 'posted', reason: undefined, post: POST },
  { state: 'skipped', reason: 'unchanged' },
  { state: 'failed', reason: 'broken' },
  { state: 'unknown', reason: 'no-answer' },
];

const plainOf = ({ runs }: Model, wanted: RunId) => runs.find(({ id }) => id === wanted) as Plain;
const pick = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % Math.max(items.length, 1)];

/** A step of some claim, old or new; `to` changes the plain run when it is allowed. */
function step(
  n: number,
  from: readonly RunState[],
  take: (runs: Runs, claim: Claim) => Promise<boolean>,
  to: (run: Plain, now: number) => void,
): Act {
  return async ({ runs }, model) => {
    const claim = pick(model.claims, n);
    if (!claim) return;
    const plain = plainOf(model, claim.run.id);
    const isAllowed = from.includes(plain.state) && plain.token === claim.token;
    expect(await take(runs, claim)).toBe(isAllowed);
    if (isAllowed) to(plain, model.now);
  };
}

const some = fc.nat({ max: 30 });

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.integer({ min: 1, max: 90_000 }).map(
    (ms): Act =>
      async (_, model) => {
        model.now += ms;
      },
  ),
  fc.constant<Act>(async ({ runs }, model, { id }) => {
    const run = await runs.ask(id, ADMIN);
    if (!run) throw new Error('the digest is gone');
    model.runs.push({ id: run.id, state: 'due', token: 0, dueAt: model.now, until: model.now, isNotified: true });
  }),
  fc.nat({ max: 3 }).map(
    (limit): Act =>
      async ({ runs }, model) => {
        const expected = model.runs
          .filter(({ state, until }) => (state === 'due' || state === 'claimed') && until <= model.now)
          .toSorted((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
          .slice(0, limit);
        const claims = await runs.claim(limit, LEASE);
        for (const plain of expected) {
          plain.state = 'claimed';
          plain.token += 1;
          plain.until = model.now + LEASE;
        }
        expect(claims.map(({ run, token }) => [run.id, token])).toEqual(expected.map(({ id, token }) => [id, token]));
        model.claims.push(...claims);
      },
  ),
  some.map((n) =>
    step(
      n,
      ['claimed', 'posting'],
      (runs, claim) => runs.renew(claim, LEASE),
      (run, now) => {
        run.until = now + LEASE;
      },
    ),
  ),
  some.map((n) =>
    step(
      n,
      ['claimed'],
      (runs, claim) => runs.startPosting(claim, readings, LEASE),
      (run, now) => {
        run.state = 'posting';
        run.until = now + LEASE;
      },
    ),
  ),
  fc.tuple(some, fc.constantFrom(0, 1000, MINUTE)).map(([n, waitMs]) =>
    step(
      n,
      ['claimed', 'posting'],
      (runs, claim) => runs.putOff(claim, 'throttled', waitMs),
      (run, now) => {
        run.state = 'due';
        run.dueAt = now + waitMs;
        run.until = run.dueAt;
      },
    ),
  ),
  fc.tuple(some, fc.constantFrom(...ENDS)).map(([n, end]) => {
    const from: Record<RunEnd['state'], readonly RunState[]> = {
      posted: ['posting'],
      unknown: ['posting'],
      skipped: ['claimed'],
      failed: ['claimed', 'posting'],
    };
    return step(
      n,
      from[end.state],
      (runs, claim) => runs.finish(claim, end),
      (run) => {
        run.state = end.state;
        run.isNotified = end.state !== 'failed' && end.state !== 'unknown';
      },
    );
  }),
  fc.constant<Act>(async ({ runs }, model) => {
    const expected = model.runs.filter(({ state, until }) => state === 'posting' && until <= model.now);
    for (const plain of expected) Object.assign(plain, { state: 'unknown', isNotified: false });
    const abandoned = await runs.abandon();
    expect(new Set(abandoned.map(({ id }) => id))).toEqual(new Set(expected.map(({ id }) => id)));
  }),
  fc.tuple(some, fc.boolean()).map(
    ([n, isAgain]): Act =>
      async ({ runs }, model) => {
        const plain = pick(model.runs, n);
        if (!plain) return;
        const isAllowed = plain.state === 'unknown';
        const answer = isAgain ? runs.postAgain(plain.id) : runs.settle(plain.id, 'found', POST);
        expect(await answer).toBe(isAllowed);
        if (!isAllowed) return;
        plain.isNotified = true;
        plain.state = isAgain ? 'due' : 'posted';
        if (isAgain) Object.assign(plain, { dueAt: model.now, until: model.now });
      },
  ),
);

describeEngines('the runs of a digest', (newStore) => {
  test('whatever is done by holders, late holders and owners, they are where a plain table has them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 80 }), async (acts) => {
        const model: Model = { now: START, runs: [], claims: [] };
        const store = await openNew(newStore, () => model.now);
        const digest = await store.digests.create(daily, ADMIN);
        for (const one of acts) await one(store, model, digest);
        const log = await store.runs.log(digest.id, 999);
        expect(log.map(({ id, state }) => [id, state]).toReversed()).toEqual(
          model.runs.map(({ id, state }) => [id, state]),
        );
        const pending = (await store.runs.claimNotices(999, LEASE)).map(({ run }) => run.id);
        expect(new Set(pending)).toEqual(
          new Set(model.runs.filter(({ isNotified }) => !isNotified).map(({ id }) => id)),
        );
        const claimable = model.runs.filter(({ state }) => state === 'due' || state === 'claimed');
        const next = Math.min(...claimable.map(({ until }) => until));
        expect(await store.runs.nextClaim()).toEqual({ at: claimable.length > 0 ? next : undefined, now: model.now });
        await store.close();
      }),
      { numRuns: 15 },
    );
  });
});
