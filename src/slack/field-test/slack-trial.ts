import type { Rejection, Trial, TriedContent } from '../../field-report.ts';
import type { Timers } from '../../timers.ts';
import { ContentRejected, rejectedContent } from '../sending/content-rejected.ts';
import { ResponseUrlFailed } from '../sending/response-url.ts';
import { isSlackError, retryAfterOf } from '../web-api/web-api.ts';
import { readRejection } from './rejection.ts';

/** What is tried, before it is known what comes of it. */
export interface About {
  readonly id: string;
  /** In words. */
  readonly tried: string;
  /** Whether the app can't do without it. */
  readonly isNeeded?: boolean;
  /** Whether nothing says what is right, so that either answer will do. */
  readonly isOpen?: boolean;
  readonly content?: TriedContent;
}

/** Tries things on Slack, one after the other, and keeps what came of each. */
export interface SlackTrials {
  /**
   * @returns what Slack answered; `undefined` where it took nothing, or isn't asked any more since it has stopped answering. Rejects for
   *   a bug alone
   */
  attempt<Answer>(about: About, call: () => Promise<Answer>): Promise<Answer | undefined>;
  /** Keeps that something was not tried. @param why one sentence */
  leave(about: About, why: string): void;
  /** Keeps an answer that is no rejection. */
  answer(about: About, detail: string): void;
  /** Keeps that nothing came back of what the app can't do without. @param why one sentence */
  fail(about: About, why: string): void;
  readonly kept: readonly Trial[];
}

interface Options {
  readonly timers: Timers;
  /** Aborted: nothing more is tried. */
  readonly signal: AbortSignal;
}

/** About the person, of whom another might do; so nothing was tried. */
const OF_PERSON: ReadonlySet<string> = new Set([
  'user_not_in_channel',
  'user_not_found',
  'users_not_found',
  'cannot_dm_bot',
]);
/** A 429 says that nothing was done. */
const MOST_WAITS = 10;
/** A call that gets no answer takes ten seconds: more of them in a row are no accident, and a hundred would take a quarter of an hour. */
const MOST_UNANSWERED = 5;

const SILENCE: About = {
  id: 'call/silence',
  tried: `an answer to one of ${MOST_UNANSWERED} calls in a row`,
  isNeeded: true,
};

/** Makes a `SlackTrials`. */
export function createSlackTrials({ timers, signal }: Options): SlackTrials {
  const kept: Trial[] = [];
  let unanswered = 0;

  function keep(
    { id, tried, isNeeded = false, content }: About,
    found: Pick<Trial, 'outcome' | 'detail' | 'rejection'>,
  ) {
    // What is rejected for its place, or the app's permissions, says nothing of what was in it.
    const isJudged = !found.rejection || rejectedContent({ status: 200, code: found.rejection.code }) !== undefined;
    kept.push({ id, tried, isNeeded, ...found, ...(content && isJudged && { content }) });
  }

  async function patiently<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    for (let waits = 0; ; waits += 1) {
      try {
        return await call();
      } catch (error) {
        const seconds = retryAfterOf(error);
        if (seconds === undefined || waits === MOST_WAITS) throw error;
        // Interrupted, it is left at the limit.
        await timers.sleep(seconds * 1000, signal).catch(() => {
          throw error;
        });
      }
    }
  }

  return {
    kept,
    async attempt(about, call) {
      if (signal.aborted) {
        keep(about, { outcome: 'not tried', detail: 'The test was interrupted.' });
        return undefined;
      }
      if (unanswered >= MOST_UNANSWERED) {
        keep(about, { outcome: 'not tried', detail: 'Slack had stopped answering.' });
        return undefined;
      }
      try {
        const answer = await patiently(call);
        unanswered = 0;
        keep(about, { outcome: about.isOpen ? 'answered' : 'taken', detail: 'Slack takes it.' });
        return answer;
      } catch (error) {
        if (!isSlackError(error) && !(error instanceof ContentRejected) && !(error instanceof ResponseUrlFailed))
          throw error;
        const rejection = readRejection(error);
        unanswered = typeof rejection === 'string' ? unanswered + 1 : 0;
        keep(about, toFound(about, rejection));
        if (unanswered === MOST_UNANSWERED)
          keep(SILENCE, { outcome: 'refused', detail: 'Slack gave no answer any more.' });
        return undefined;
      }
    },
    leave: (about, why) => keep(about, { outcome: 'not tried', detail: why }),
    fail: (about, why) => keep(about, { outcome: 'refused', detail: why }),
    answer: (about, detail) => keep(about, { outcome: 'answered', detail }),
  };
}

function toFound({ isOpen }: About, rejection: Rejection | string): Pick<Trial, 'outcome' | 'detail' | 'rejection'> {
  if (typeof rejection === 'string') return { outcome: 'not tried', detail: rejection };
  const { code } = rejection;
  if (OF_PERSON.has(code)) return { outcome: 'not tried', detail: `Slack answered ${code}.` };
  return { outcome: isOpen ? 'answered' : 'refused', detail: `Slack refuses it: ${code}.`, rejection };
}
