import { describe, expect, test } from 'vitest';
import type { Prepared } from '../../../src/digests/delivery/prepare-post.ts';
import { createRunSlot } from '../../../src/digests/delivery/run-slot.ts';
import type { PostOutcome } from '../../../src/digests/ports.ts';
import { systemTimers } from '../../../src/timers.ts';
import { NINE } from '../../store/contracts/digest-scene.ts';
import { reportOf } from '../report/sample-readings.ts';
import { sampleClaim } from './sample-claim.ts';

const report = reportOf({ a: 1, b: 'throttled' });
const claim = sampleClaim();
const READY: Prepared = {
  kind: 'post',
  report,
  post: {
    run: claim.run,
    digest: claim.digest,
    content: { kind: 'report', report, chart: undefined, isLate: false, missedBefore: 0 },
  },
};
const SIGN_OF_LIFE: Prepared = {
  ...READY,
  post: { ...READY.post, content: { kind: 'sign-of-life', since: 1, accounts: 2, read: 2 } },
};
const POSTED: PostOutcome = { kind: 'posted', channelId: 'C1', ts: '1.5' };

/** Where something happens to the run: before anything, while it is prepared, while its channel is waited for, while it is sent. */
type Place = 'begin' | 'prepare' | 'throttle' | 'send';

interface Circumstances {
  readonly prepared?: Prepared | Error;
  readonly outcome?: PostOutcome;
  /** When the app stops. */
  readonly haltAt?: Place;
  /** Steps that find that the run is another's. */
  readonly lost?: readonly ('startPosting' | 'finish' | 'putOff' | 'renew')[];
  readonly claim?: ReturnType<typeof sampleClaim>;
  /** How long preparing takes, milliseconds. */
  readonly prepareMs?: number;
}

/** Runs a slot, and tells which steps were taken of the run and what came of it. */
async function run(circumstances: Circumstances) {
  const { prepared = READY, outcome = POSTED, haltAt, lost = [], prepareMs = 0 } = circumstances;
  const halt = new AbortController();
  const steps: unknown[] = [];
  const errors: unknown[] = [];
  let at = 0;
  const reach = (place: Place) => {
    if (place === haltAt) halt.abort();
  };
  const holds = (step: 'startPosting' | 'finish' | 'putOff' | 'renew') => !lost.includes(step);
  const runSlot = createRunSlot({
    runs: {
      async startPosting(_, readings) {
        steps.push(['startPosting', readings.size]);
        return holds('startPosting');
      },
      async renew() {
        return holds('renew');
      },
      async finish(_, end) {
        steps.push(['finish', end]);
        return holds('finish');
      },
      async putOff(_, reason, waitMs) {
        steps.push(['putOff', reason, waitMs]);
        return holds('putOff');
      },
    },
    async preparePost() {
      reach('prepare');
      at += prepareMs;
      if (prepared instanceof Error) throw prepared;
      return prepared;
    },
    prepareDigest: async () => async (isStillOurs) => {
      reach('send');
      steps.push(['send', await isStillOurs()]);
      return outcome;
    },
    async throttle() {
      reach('throttle');
    },
    onError: (error) => errors.push(error),
    now: () => at,
    timers: systemTimers,
  });
  reach('begin');
  const end = await runSlot(circumstances.claim ?? claim, halt.signal);
  return { steps, end, errors };
}

const START = ['startPosting', 2];
const SEND = ['send', true];

describe('a post that was sent', () => {
  const outcomes: readonly [name: string, outcome: PostOutcome, step: readonly unknown[], end: object][] = [
    [
      'posted',
      POSTED,
      ['finish', { state: 'posted', reason: undefined, post: { channelId: 'C1', ts: '1.5', at: NINE } }],
      { state: 'posted', reason: undefined },
    ],
    ['no answer', { kind: 'no-answer' }, ['finish', { state: 'unknown', reason: 'no-answer' }], { state: 'unknown' }],
    [
      'rate limited',
      { kind: 'rate-limited', retryAfterMs: 20_000 },
      ['putOff', 'rate-limited', 20_000],
      { state: 'due', reason: 'rate-limited' },
    ],
    [
      'rate limited for longer than its retries may take',
      { kind: 'rate-limited', retryAfterMs: 3_600_000 },
      ['finish', { state: 'failed', reason: 'rate-limited' }],
      { state: 'failed', reason: 'rate-limited' },
    ],
    [
      'unreachable',
      { kind: 'unreachable' },
      ['putOff', 'slack-unreachable', 15_000],
      { state: 'due', reason: 'slack-unreachable' },
    ],
    [
      'rejected for the moment',
      { kind: 'rejected', code: 'service_unavailable' },
      ['putOff', 'slack-unreachable', 15_000],
      { state: 'due', reason: 'slack-unreachable', slackError: 'service_unavailable' },
    ],
    [
      'rejected for good',
      { kind: 'rejected', code: 'is_archived' },
      ['finish', { state: 'failed', reason: 'is_archived' }],
      { state: 'failed', reason: 'is_archived', slackError: 'is_archived' },
    ],
    [
      'rejected by an unknown code',
      { kind: 'rejected', code: 'metadata_too_large' },
      ['finish', { state: 'failed', reason: 'slack-refused:metadata_too_large' }],
      { state: 'failed', slackError: 'metadata_too_large' },
    ],
  ];

  test.each(outcomes)('%s: its end is written down, also while the app stops', async (_, outcome, step, end) => {
    for (const haltAt of [undefined, 'send'] as const) {
      const ran = await run({ outcome, ...(haltAt && { haltAt }) });
      expect(ran.steps).toEqual([START, SEND, step]);
      expect(ran.end).toMatchObject({ slackError: undefined, ...end, accounts: 2, failed: 1 });
    }
  });

  test.each(outcomes)('%s: is let go when the run is another’s by then', async (_, outcome, step) => {
    const { steps, end } = await run({ outcome, lost: ['renew', 'finish', 'putOff'] });
    expect(steps).toEqual([START, ['send', false], step]);
    expect(end).toEqual({ state: 'let-go', reason: undefined, slackError: undefined, accounts: 2, failed: 1 });
  });

  test('as a sign of life says so', async () => {
    const { end } = await run({ prepared: SIGN_OF_LIFE });
    expect(end).toMatchObject({ state: 'posted', reason: 'sign-of-life' });
  });

  test('is dated by the store’s clock, as far as it has gone on since the claim', async () => {
    const { steps } = await run({ prepareMs: 1234.4 });
    expect(steps.at(-1)).toMatchObject(['finish', { post: { at: NINE + 1234 } }]);
  });
});

test('a run that another holds by the time it would be posted is not sent', async () => {
  const { steps, end } = await run({ lost: ['startPosting'] });
  expect(steps).toEqual([START]);
  expect(end).toEqual({ state: 'let-go', reason: undefined, slackError: undefined, accounts: 2, failed: 1 });
});

test.each(['begin', 'prepare', 'throttle'] as const)('a stop at “%s” puts the run back at once', async (haltAt) => {
  for (const prepared of [READY, new Error('aborted')]) {
    const { steps, end, errors } = await run({ haltAt, prepared });
    if (haltAt === 'throttle' && prepared instanceof Error) continue;
    expect(steps).toEqual([['putOff', 'out_of_time', 0]]);
    expect(end).toMatchObject({ state: 'due', reason: 'out_of_time' });
    expect(errors).toEqual([]);
  }
});

test.each<[string, Prepared, unknown, object]>([
  [
    'no accounts',
    { kind: 'no-accounts' },
    ['finish', { state: 'failed', reason: 'no-accounts' }],
    { state: 'failed', accounts: 0, failed: 0 },
  ],
  [
    'nothing new',
    { kind: 'unchanged', report },
    ['finish', { state: 'skipped', reason: 'unchanged' }],
    { state: 'skipped', accounts: 2, failed: 1 },
  ],
  [
    'nothing that could be read',
    { kind: 'retry', reason: 'upstream_timeout', asked: 3 },
    ['putOff', 'upstream_timeout', 15_000],
    { state: 'due', reason: 'upstream_timeout', accounts: 3, failed: 3 },
  ],
])('%s: nothing is sent', async (_, prepared, step, end) => {
  const ran = await run({ prepared });
  expect(ran.steps).toEqual([step]);
  expect(ran.end).toMatchObject(end);
  expect((await run({ prepared, haltAt: 'prepare' })).steps).toEqual([['putOff', 'out_of_time', 0]]);
});

test('a bug while the post is prepared is reported, and tried again until a quarter of an hour is over', async () => {
  const bug = new TypeError('x is not a function');
  const early = await run({ prepared: bug });
  expect(early.steps).toEqual([['putOff', 'broken', 15_000]]);
  const late = await run({ prepared: bug, claim: sampleClaim({ attempts: 9, firstTriedAt: NINE - 15 * 60_000 }) });
  expect(late.steps).toEqual([['finish', { state: 'failed', reason: 'broken' }]]);
  expect([early.errors, late.errors]).toEqual([[bug], [bug]]);
});
