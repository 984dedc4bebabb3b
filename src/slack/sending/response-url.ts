import type { Timers } from '../../timers.ts';
import { readRetryAfter } from '../web-api/retry-after.ts';
import { ContentRejected, isHalfDone, readCode, rejectedContent, type SlackRejection } from './content-rejected.ts';
import type { Message } from './deliver.ts';
import type { PostJson } from './post-json.ts';
import type { ResponseUrl } from './reply-to.ts';

/** A `response_url` takes five messages. */
const USES = 5;
const TIMEOUT_MS = 5000;
/** A longer wait than this is not worth making a person wait; the other way of answering is used instead. */
const LONGEST_WAIT_MS = 3000;
/** Where Slack doesn't say how long to wait. */
const DEFAULT_WAIT_MS = { limit: 1000, error: 300 };

/** Slack's own options of a message to a `response_url`. */
export interface SendOptions {
  readonly response_type?: 'ephemeral' | 'in_channel';
  readonly replace_original?: boolean;
  readonly thread_ts?: string;
}

/** How a person is sent something. */
export interface Sending extends SendOptions {
  /** With `replace_original`: it goes there or nowhere, since it would be untrue as a message of its own. */
  readonly isOnlyInPlace?: boolean;
}

/** The URL took nothing: there is none, it is used up or expired, or Slack failed. */
export class ResponseUrlFailed extends Error {
  override readonly name = 'ResponseUrlFailed';
  /** Whether Slack may have shown the message all the same: it gave no answer, or said that the failure is its own. */
  readonly mayBeShown: boolean;

  /** @param reason a code or status, never the URL */
  constructor(reason: string, mayBeShown = false) {
    super(`response_url: ${reason}`);
    this.mayBeShown = mayBeShown;
  }
}

interface Answer extends SlackRejection {
  readonly waitMs: number;
}

/** Sends to one `response_url`. */
export interface ResponseUrlClient {
  /**
   * A 429 or 5xx is tried once more; no answer is not, since the message may have been taken. Nor is the 5xx of a public
   * message, which everyone would see twice then.
   * @throws {ContentRejected} when Slack rejects what is in the message
   * @throws {ResponseUrlFailed} when it can't be sent this way
   */
  send(message: Message, options?: SendOptions): Promise<void>;
  /** How many more messages it takes: five, less each attempt. */
  left(): number;
}

/** By what a message to a `response_url` gets there. */
export interface ResponseUrlWays {
  readonly postJson: PostJson;
  /** Unix milliseconds, for a `Retry-After` that is a date. */
  readonly now: () => number;
  readonly timers: Timers;
}

/** Makes the client of one `response_url`, which counts its uses. */
export function createResponseUrlClient(
  url: ResponseUrl,
  { postJson, now, timers }: ResponseUrlWays,
): ResponseUrlClient {
  let uses = 0;

  async function post(body: string): Promise<Answer> {
    if (uses >= USES) throw new ResponseUrlFailed('used up');
    uses += 1;
    try {
      const { status, retryAfter, text } = await postJson(url, body, timers.timeout(TIMEOUT_MS));
      const waitSeconds = readRetryAfter(retryAfter, now());
      const waitMs =
        waitSeconds === undefined ? DEFAULT_WAIT_MS[status === 429 ? 'limit' : 'error'] : waitSeconds * 1000;
      return { status, waitMs, code: readCode(text) };
    } catch {
      throw new ResponseUrlFailed('no answer', true);
    }
  }

  async function send(message: Message, options: SendOptions = {}): Promise<void> {
    const isPublic = options.response_type === 'in_channel';
    const body = JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...message, ...options });
    let answer = await post(body);
    // After an error about the content the same again would cost one of the five for nothing.
    const isServerError = answer.status >= 500 && !isPublic && !isHalfDone(answer.code);
    if ((answer.status === 429 || isServerError) && answer.waitMs <= LONGEST_WAIT_MS && uses < USES) {
      await timers.sleep(answer.waitMs);
      answer = await post(body);
    }
    const { status, code } = answer;
    if (status === 200 && code === undefined) return;
    const rejection = isPublic && isHalfDone(code) ? undefined : rejectedContent(answer);
    if (rejection) throw new ContentRejected(rejection);
    throw new ResponseUrlFailed(code ?? `HTTP ${status}`, status >= 500 || isHalfDone(code));
  }

  return { send, left: () => USES - uses };
}
