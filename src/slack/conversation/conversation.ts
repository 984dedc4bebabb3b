import { AppError } from '../../errors.ts';
import type { AuditEntry } from '../../followstats/audit/audit.ts';
import { withEnding } from '../../followstats/audit/audit-ending.ts';
import type { Invocation } from '../../followstats/commands/answer.ts';
import { measureAnswer } from '../../followstats/commands/answer-rows.ts';
import { toAuditEntries } from '../../followstats/commands/audit-entries.ts';
import { kindOfInvocation, type OnCommandEnded, outcomeOfAnswer } from '../../followstats/commands/command-ends.ts';
import type { Logger } from '../../logger.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import { type Audience, type Reader, withAudience } from '../words/reader.ts';
import type { Admission } from './admission.ts';
import { apologize } from './apologize.ts';
import { createProgress } from './progress.ts';
import { progressReply } from './render.ts';
import type { SlackAnswer } from './slack-answer.ts';

interface Options {
  /** Leaves what the audit is to keep to the invocation's `keep`. */
  readonly answer: (invocation: Invocation) => Promise<SlackAnswer>;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly admission: Admission;
  /** Writes to the audit. */
  readonly record: (entries: readonly AuditEntry[]) => void;
  /** Absent: nothing is counted. */
  readonly onCommandEnded?: OnCommandEnded | undefined;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** After so long, milliseconds, a person gets a sign that their command is being worked on. */
  readonly progressAfterMs: number;
  /** The most that an answer takes, milliseconds: the sign says so. */
  readonly timeLimitMs: number;
}

/** What came of an invocation, before any of it is sent. */
export interface Answered {
  readonly invocation: Invocation;
  /** The answer; after a bug what is said in its stead. */
  readonly answer: SlackAnswer | { readonly kind: 'apology'; readonly apology: Reply };
  /** What the buttons hold of an earlier answer whose place this one takes: one that wasn't begun keeps them. */
  readonly earlierValue?: string | undefined;
  /** How the asker reads. */
  readonly reader: Reader;
  /** Writes the invocation to the audit; called once, by `conclude`. `why`: what its `act` resolves with. */
  readonly end: (why: string | undefined) => void;
}

/**
 * What is said where an answer takes long: a line that says where it will stand, below the line or in its place; or something
 * else, in the words of who reads it.
 */
export type ProgressWords = 'below' | 'here' | ((reader: Reader) => Reply);

/**
 * Answers an invocation; its callers deliver the answer, and `conclude` by that.
 * @param sayProgress sends what says that an answer takes long; without it none is sent
 * @param words what that is; by default the line above the answer
 * @returns the answer, also for whatever failed; never rejects
 */
export type Converse = (
  invocation: Invocation,
  sayProgress?: (progress: Reply) => Promise<void>,
  words?: ProgressWords,
) => Promise<Answered>;

/** Why an answer got nowhere whose modal the person had closed by then. */
export const CLOSED = 'closed';

/** The one catch of every entry point: a bug becomes an apology with a reference to the log. */
export function createConversation(options: Options): Converse {
  const { answer, directory, admission, record, onCommandEnded, log, now, progressAfterMs, timeLimitMs } = options;

  async function answerOrBusy(invocation: Invocation): Promise<SlackAnswer> {
    const answered = await admission.admit(invocation.asker.personId, () => answer(invocation));
    if (!(answered instanceof AppError)) return answered;
    const busy = { kind: 'failed', error: answered, who: undefined } as const;
    invocation.keep?.(toAuditEntries(invocation, undefined, busy));
    return busy;
  }

  return async (given, sayProgress, words = 'below') => {
    const startedAt = now();
    const { personId: person, channelId: channel } = given.asker;
    const reading = directory.reader(person);
    const entries: AuditEntry[] = [];
    let audience: Audience = { role: undefined, admins: [] };
    async function progressFor(): Promise<Reply> {
      const reader = withAudience(await reading, audience);
      return typeof words === 'function' ? words(reader) : progressReply(reader, timeLimitMs, words);
    }
    const progress = createProgress(() =>
      progressFor()
        .then(sayProgress)
        .catch((error: unknown) => {
          log.warn({ err: error }, 'a progress line could not be sent');
        }),
    );
    const invocation: Invocation = {
      ...given,
      onAuthorized: ({ decision: { role }, admins }) => {
        audience = { role, admins };
      },
      onLookup: (who) => {
        given.onLookup?.(who);
        if (sayProgress) progress.start(progressAfterMs - (now() - startedAt));
      },
      keep: (more) => entries.push(...more),
    };
    let result: Answered['answer'];
    try {
      const answered = await answerOrBusy(invocation);
      log.info({ person, channel, ...measureAnswer(answered), ms: now() - startedAt }, 'answered');
      result = answered;
    } catch (error) {
      const apology = apologize(
        withAudience(await reading, audience),
        log,
        error,
        'a question ended in a fault of the app',
      );
      result = { kind: 'apology', apology };
    }
    await progress.settle();
    const reader = withAudience(await reading, audience);
    function end(why: string | undefined): void {
      record(withEnding(entries, why));
      if (!onCommandEnded || given.isFurther) return;
      const outcome = outcomeOfAnswer(result);
      const isLost = outcome === 'answered' && why !== undefined && why !== CLOSED;
      onCommandEnded({ kind: kindOfInvocation(given), outcome: isLost ? 'failed' : outcome, ms: now() - startedAt });
    }
    return { invocation, answer: result, reader, end };
  };
}

/**
 * Does what an answer is for, e.g. sends it, and then writes to the audit how that ended.
 * @param act resolves with why the answer didn't get to where it was meant to, in one word; with `undefined` when it did
 * @returns rejects as `act` does, which the audit keeps as not sent
 */
export async function conclude({ end }: Pick<Answered, 'end'>, act: () => Promise<string | undefined>): Promise<void> {
  let why: string | undefined = 'not-sent';
  try {
    why = await act();
  } finally {
    end(why);
  }
}
