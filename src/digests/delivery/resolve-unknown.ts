import type { Authorization, Authorize } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { AuditEntry } from '../../followstats/audit/audit.ts';
import type { AuditAction } from '../../followstats/audit-actions.ts';
import type { MayPointTo, PlaceFault } from '../ports.ts';
import type { UnknownRuns } from '../run-ports.ts';
import { readRunId } from '../runs.ts';
import type { Digest } from '../types.ts';

/** What the owner says of a post whose answer was lost. */
export type UnknownAnswer = 'arrived' | 'again';

/**
 * What came of it. `settled`: the run isn't unknown any more. `gone`: there is no such digest. `unread`: the button names no
 * run, so that another version of the app must have made it.
 */
export type AnswerOutcome<Of = Digest> =
  | { readonly kind: UnknownAnswer | 'settled'; readonly digest: Of }
  | { readonly kind: 'denied'; readonly denial: NonNullable<Authorization['denial']> }
  /** Posting it again would post to a conversation where this person may not have anything posted. */
  | { readonly kind: 'elsewhere'; readonly digest: Of; readonly fault: PlaceFault }
  | { readonly kind: 'gone' | 'unread' };

/** `Of`: whose runs they are, digests or watches. */
interface Options<Of> {
  /** @returns `undefined` when there is none of this number */
  readonly read: (id: string) => Promise<Of | undefined>;
  /** What the audit calls the answers, and the name under which it keeps the number. */
  readonly audit: {
    readonly detail: 'digest' | 'watch';
    readonly actions: Readonly<Record<UnknownAnswer, AuditAction>>;
  };
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
export type ResolveUnknown<Of = Digest> = (confirmation: Confirmation) => Promise<AnswerOutcome<Of>>;

/** For the audit. A post that is to be made again isn't made yet: the digest's log says how that ends. */
const ENDED: Readonly<Record<UnknownAnswer, AuditEntry['outcome']>> = { arrived: 'done', again: 'allowed' };

/** Takes a run out of `unknown` as a person says: the digest's owner, or an editor. Of two answers the first counts. */
export function createResolveUnknown<Of extends Pick<Digest, 'ownerId' | 'channelId'>>(
  options: Options<Of>,
): ResolveUnknown<Of> {
  const { read, audit, runs, authorize, mayPointTo, now } = options;

  return async ({ asker, answer, value }) => {
    const run = readRunId(value);
    const digest = run && (await read(run.digestId));
    const isOwner = digest?.ownerId === asker.personId;
    const about = run ? { [audit.detail]: run.digestId, run: run.id } : {};
    const { denial, keep } = await authorize(asker, isOwner ? undefined : 'editor', audit.actions[answer], about);
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
