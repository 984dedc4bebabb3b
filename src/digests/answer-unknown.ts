import { type Access, type Asker, mayActAs } from '../followstats/access.ts';
import type { AuditAction, AuditEntry } from '../followstats/audit.ts';
import type { Digests, Runs } from './ports.ts';
import type { Digest, DigestId, RunId } from './types.ts';

/** What the owner says of a post whose answer was lost. */
export type UnknownAnswer = 'arrived' | 'again';

/** What came of it. `settled`: the run isn't unknown any more. `gone`: there is no such digest. */
export type AnswerOutcome =
  | { readonly kind: UnknownAnswer | 'settled'; readonly digest: Digest }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused' };

interface Options {
  readonly digests: Pick<Digests, 'read'>;
  readonly runs: Pick<Runs, 'settle' | 'postAgain'>;
  readonly access: Pick<Access, 'decide'>;
  readonly record: (entries: readonly AuditEntry[]) => void;
  /** Unix milliseconds. */
  readonly now: () => number;
}

interface Asked {
  readonly asker: Asker;
  readonly answer: UnknownAnswer;
  readonly run: { readonly id: RunId; readonly digestId: DigestId };
}

export type AnswerUnknown = (asked: Asked) => Promise<AnswerOutcome>;

const ACTIONS: Readonly<Record<UnknownAnswer, AuditAction>> = { arrived: 'digest-arrived', again: 'digest-post-again' };

/** Posting again is only asked for here: the digest's log says what came of it. */
const ENDED: Readonly<Record<UnknownAnswer, AuditEntry['outcome']>> = { arrived: 'done', again: 'allowed' };

/** Decides the fate of a run as a person says: the digest's owner, or an editor. Of two answers the first counts. */
export function createAnswerUnknown({ digests, runs, access, record, now }: Options): AnswerUnknown {
  async function act({ asker, answer, run }: Asked): Promise<AnswerOutcome> {
    const digest = await digests.read(run.digestId);
    const isOwner = digest?.ownerId === asker.personId;
    // Before anything is said of the digest, even that there is none.
    if (!isOwner && !mayActAs((await access.decide(asker)).role, 'editor')) return { kind: 'refused' };
    if (!digest) return { kind: 'gone' };
    const isDone =
      answer === 'again'
        ? await runs.postAgain(run.id)
        : await runs.settle(run.id, 'arrived', { channelId: digest.channelId, ts: undefined, at: now() });
    return { kind: isDone ? answer : 'settled', digest };
  }

  return async (asked) => {
    const { asker, answer, run } = asked;
    const outcome = await act(asked);
    const { kind } = outcome;
    const ended = kind === 'refused' ? kind : kind === answer ? ENDED[answer] : 'failed';
    const details = { digest: run.digestId, run: run.id, ...(ended === 'failed' && { why: kind }) };
    record([{ action: ACTIONS[answer], actor: asker.personId, channelId: asker.channelId, outcome: ended, details }]);
    return outcome;
  };
}
