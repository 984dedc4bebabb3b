import type { Authorization, Authorize } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { AuditEntry } from '../../followstats/audit/audit.ts';
import type { AuditAction } from '../../followstats/audit-actions.ts';
import type { Digests, MayPointTo, PlaceFault } from '../ports.ts';
import type { UnknownRuns } from '../run-ports.ts';
import { readRunId } from '../runs.ts';
import type { Digest } from '../types.ts';

/** What the owner says of a post whose answer was lost. */
export type UnknownAnswer = 'arrived' | 'again';

/**
 * What came of it. `settled`: the run isn't unknown any more. `gone`: there is no such digest. `unread`: the button names no
 * run, so that another version of the app must have made it.
 */
export type AnswerOutcome =
  | { readonly kind: UnknownAnswer | 'settled'; readonly digest: Digest }
  | { readonly kind: 'denied'; readonly denial: NonNullable<Authorization['denial']> }
  /** Posting it again would post to a conversation where this person may not have anything posted. */
  | { readonly kind: 'elsewhere'; readonly digest: Digest; readonly fault: PlaceFault }
  | { readonly kind: 'gone' | 'unread' };

interface Options {
  readonly digests: Pick<Digests, 'read'>;
  readonly runs: UnknownRuns;
  readonly authorize: Authorize;
  readonly mayPointTo: MayPointTo;
  /** Unix milliseconds. */
  readonly now: () => number;
}

interface Confirmation {
  readonly asker: Asker;
  readonly answer: UnknownAnswer;
  /** What the button holds: the run's id, when this version made it. */
  readonly value: string;
}

/** Rejects when the store fails. */
export type ResolveUnknown = (confirmation: Confirmation) => Promise<AnswerOutcome>;

const ACTIONS: Readonly<Record<UnknownAnswer, AuditAction>> = { arrived: 'digest-arrived', again: 'digest-post-again' };

/** For the audit. A post that is to be made again isn't made yet: the digest's log says how that ends. */
const ENDED: Readonly<Record<UnknownAnswer, AuditEntry['outcome']>> = { arrived: 'done', again: 'allowed' };

/** Takes a run out of `unknown` as a person says: the digest's owner, or an editor. Of two answers the first counts. */
export function createResolveUnknown({ digests, runs, authorize, mayPointTo, now }: Options): ResolveUnknown {
  return async ({ asker, answer, value }) => {
    const run = readRunId(value);
    const digest = run && (await digests.read(run.digestId));
    const isOwner = digest?.ownerId === asker.personId;
    const about = run ? { digest: run.digestId, run: run.id } : {};
    const { denial, keep } = await authorize(asker, isOwner ? undefined : 'editor', ACTIONS[answer], about);
    if (denial) return { kind: 'denied', denial };
    if (!run || !digest) {
      const kind = run ? 'gone' : 'unread';
      keep('failed', { why: kind });
      return { kind };
    }
    const fault = isOwner || answer !== 'again' ? undefined : await mayPointTo(asker.personId, digest.channelId);
    if (fault) {
      keep('failed', { why: 'elsewhere' });
      return { kind: 'elsewhere', digest, fault };
    }
    const isDone =
      answer === 'again'
        ? await runs.postAgain(run.id)
        : await runs.settle(run.id, 'arrived', { channelId: digest.channelId, ts: undefined, at: now() });
    keep(isDone ? ENDED[answer] : 'failed', isDone ? {} : { why: 'settled' });
    return { kind: isDone ? answer : 'settled', digest };
  };
}
