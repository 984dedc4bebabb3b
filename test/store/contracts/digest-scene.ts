import type { Claim, RunEnd } from '../../../src/digests/run-ports.ts';
import type { PostedReading, PostedReadings, RunState, SlackPost } from '../../../src/digests/runs.ts';
import type { Digest, DigestId, DigestSpec } from '../../../src/digests/types.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import type { Store } from '../../../src/store/open.ts';
import { scheduleOf } from '../../digests/schedule/sample-schedules.ts';
import { ADMIN, accounts } from './askers.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Monday, 08:00 UTC; the daily digest of the samples is next due an hour later. */
export const START = Date.parse('2026-11-23T08:00:00Z');
export const NINE = START + HOUR;
export const LEASE = 60_000;

export const daily: DigestSpec = {
  title: 'Creators — “weekly” 它 \u0000',
  channelId: 'C0TEAM',
  accounts: accounts('alice', '__proto__', "o'neil"),
  lists: ['vip' as never],
  schedule: scheduleOf('0 9 * * *'),
  chart: true,
  onlyIfChanged: false,
  thresholds: { percent: 2.5 },
  language: 'ja',
};

export const hourly: DigestSpec = { ...daily, schedule: scheduleOf('0 * * * *') };

export const POST: SlackPost = { channelId: 'C0TEAM', ts: '1700000000.000100', at: NINE + 500 };

export const readings: PostedReadings = new Map<AccountId, PostedReading>([
  [
    'alice' as AccountId,
    { kind: 'read', counts: { followers: 9, following: 2, mutual: 0 }, thresholdBaseline: 4, mostFollowers: 9 },
  ],
  [
    'bob' as AccountId,
    { kind: 'read', counts: { followers: 5, following: 0, mutual: 0 }, thresholdBaseline: 4, mostFollowers: 7 },
  ],
  ['__proto__' as AccountId, { kind: 'never-read', code: 'missing_account' }],
  ["o'neil" as AccountId, { kind: 'unread', code: 'throttled', thresholdBaseline: 0, mostFollowers: 6 }],
  ['from-before' as AccountId, { kind: 'unread', code: 'throttled', thresholdBaseline: 0, mostFollowers: undefined }],
]);

export const ENDS: Readonly<Record<RunEnd['state'], RunEnd>> = {
  posted: { state: 'posted', reason: undefined, post: POST },
  skipped: { state: 'skipped', reason: 'unchanged' },
  failed: { state: 'failed', reason: 'slack-refused:metadata_too_large' },
  unknown: { state: 'unknown', reason: 'no-answer' },
};

/** A clock that stands where it is put. */
export function setClock(start = START) {
  const clock = { now: start, read: () => clock.now };
  return clock;
}

export type OpenStore = (now?: () => number) => Promise<Store>;

export async function openAt(open: OpenStore, start = START) {
  const clock = setClock(start);
  return { clock, ...(await open(clock.read)) };
}

/** All slots of a digest, oldest first, and what became of them. */
export async function slotsOf({ runs }: Pick<Store, 'runs'>, id: DigestId) {
  return (await runs.log(id, 500)).map(({ slot, state, reason }) => [slot, state, reason]).toReversed();
}

/** A store with one daily digest, whose first slot is planned and due at this moment. */
export async function openDue(open: OpenStore, spec = daily) {
  const { clock, ...store } = await openAt(open);
  const digest = await store.digests.create(spec, ADMIN);
  clock.now = NINE;
  await store.digests.plan(10);
  return { clock, store, digest, ...store };
}

export async function claimOne({ runs }: Pick<Store, 'runs'>): Promise<Claim> {
  const [claim] = await runs.claim(1, LEASE);
  if (!claim) throw new Error('there is nothing to claim');
  return claim;
}

/** The state of the digest's newest run, and why. */
export async function stateOf({ runs }: Pick<Store, 'runs'>, { id }: Digest) {
  const [run] = await runs.log(id, 1);
  return [run?.state, run?.reason];
}

/** Takes the run that is due through the steps to a state. */
export async function bring(scene: Awaited<ReturnType<typeof openDue>>, to: RunState): Promise<Claim> {
  const { clock, digests, runs, digest } = scene;
  const claim = await claimOne(scene);
  if (to === 'claimed') return claim;
  if (to === 'due') await runs.putOff(claim, 'throttled', 0);
  else if (to === 'skipped' || to === 'failed') await runs.finish(claim, ENDS[to]);
  else if (to === 'missed') {
    // Its holder died, and the next slot came.
    clock.now += DAY - HOUR;
    await digests.edit(digest.id, hourly, ADMIN);
    clock.now += HOUR;
    await digests.plan(1);
  } else {
    await runs.startPosting(claim, readings, LEASE);
    if (to !== 'posting') await runs.finish(claim, ENDS[to]);
  }
  return claim;
}
