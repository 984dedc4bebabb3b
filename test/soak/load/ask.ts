import type { Delivery, Message } from '../../../src/demo/slack/types.ts';
import type { Workspace } from '../../../src/demo/slack/workspace-types.ts';
import type { Asker } from './crowd.ts';
import type { Tally } from './tally.ts';

/** What the app says when it can't do what was asked, whatever that was. */
const EXCUSE =
  /could(?:n’t| not) be read|can’t be reached|error of its own|didn’t answer in time|wasn’t enough time|too many requests|went wrong in followstats|may not have been|Slack didn’t|Busy|was stopped|is busy/;
const PROGRESS = /^This takes a little longer\. /;

interface Options {
  readonly slack: Workspace;
  readonly tally: Tally;
  /** How long an answer may take, milliseconds, before nobody waits for it any more. */
  readonly patienceMs: number;
}

/** What one request came to; `undefined`: nothing but an excuse, of the app's or of Slack's. */
export type Ask = (asker: Asker, request: Request) => Promise<Message | undefined>;

interface Request {
  /** For the report. */
  readonly what: string;
  readonly send: () => Promise<Delivery>;
  /** Whether a message is the answer to this request, and to no other of this person's. */
  readonly answers: (text: string) => boolean;
}

/** Has a request sent, waits for what comes of it, and counts that. Never rejects. */
export function createAsk({ slack, tally, patienceMs }: Options): Ask {
  return async ({ personId, channelId }, { what, send, answers }) => {
    const since = slack.mark();
    const startedAt = performance.now();
    const { error, status } = await send();
    if (error !== undefined || status !== 200) {
      tally.refused += 1;
      return undefined;
    }
    tally.acknowledged += 1;
    const isForThem = ({ authorId, visibleTo, text }: Message) =>
      authorId === slack.botUserId && (visibleTo ?? personId) === personId && !PROGRESS.test(text);
    const isEnd = (message: Message) => isForThem(message) && (answers(message.text) || EXCUSE.test(message.text));
    try {
      const message = await slack.waitForMessage({ personId, channelId, since, timeoutMs: patienceMs, matches: isEnd });
      const isExcuse = EXCUSE.test(message.text);
      tally[isExcuse ? 'excused' : 'answered'] += 1;
      tally.answerMs.push(performance.now() - startedAt);
      return isExcuse ? undefined : message;
    } catch {
      tally.unanswered.push(what);
      return undefined;
    }
  };
}
