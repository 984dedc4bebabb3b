import type { Lists } from '../followstats/lists/lists.ts';
import type { Snapshots } from '../followstats/reports/snapshots.ts';
import type { LookupMany } from '../followstats/types.ts';
import { createChannelThrottle } from './delivery/channel-throttle.ts';
import { createNotifyOwners } from './delivery/notify-owners.ts';
import { createPlanner, type Planner } from './delivery/planner.ts';
import { createPreparePost } from './delivery/prepare-post.ts';
import { createRunSlot, type SlotEnd } from './delivery/run-slot.ts';
import type { Claim, Digests, DigestWake, FindPost, NotifyOwner, PrepareDigest, Runs } from './ports.ts';
import { createDraftReport } from './report/draft-report.ts';
import type { Run } from './types.ts';

/** What an operator should be able to read of it. */
export interface DigestEvents {
  /** A holder is done with a run. `ms`: how long it had it. */
  onRun(claim: Claim, end: SlotEnd, ms: number): void;
  /** Holders died while they posted. */
  onAbandoned(runs: readonly Run[]): void;
  /** An owner was told of a run, or not; or its post was found. */
  onNotified(run: Run, outcome: 'found' | Awaited<ReturnType<NotifyOwner>>): void;
  /** The store fails, or a bug shows. `run`: what was being worked on. */
  onError(error: unknown, run?: Run): void;
}

interface Options {
  readonly digests: Digests;
  readonly runs: Runs;
  readonly lists: Pick<Lists, 'read'>;
  readonly snapshots: Pick<Snapshots, 'before'>;
  readonly lookup: LookupMany;
  readonly prepareDigest: PrepareDigest;
  readonly findPost: FindPost;
  readonly notifyOwner: NotifyOwner;
  readonly wakes: readonly DigestWake[];
  readonly events: DigestEvents;
  /** Milliseconds of a clock that nothing sets back. */
  readonly now: () => number;
}

/** Slack takes about one post a second in a channel. */
const POST_GAP_MS = 1000;

/** Puts the parts together that deliver digests. */
export function composeDigests({ events, lists, snapshots, lookup, ...ports }: Options): Planner {
  const { digests, runs, prepareDigest, findPost, notifyOwner, wakes, now } = ports;
  const { onRun, onAbandoned, onNotified, onError } = events;
  const runSlot = createRunSlot({
    runs,
    preparePost: createPreparePost(createDraftReport({ lists, runs, snapshots, lookup })),
    prepareDigest,
    pace: createChannelThrottle({ gapMs: POST_GAP_MS, now }),
    onError: (error, { run }) => onError(error, run),
    now,
  });
  const notifyOwners = createNotifyOwners({ runs, findPost, notifyOwner, onNotified, onError });
  return createPlanner({
    digests,
    runs,
    runSlot,
    notifyOwners,
    wakes,
    onRun,
    onAbandoned,
    onError: (error, claim) => onError(error, claim?.run),
    now,
  });
}
