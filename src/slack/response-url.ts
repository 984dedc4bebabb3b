import { setTimeout as sleep } from 'node:timers/promises';
import { BlocksRefused, isBlockRefusal, type Message } from './deliver.ts';

/** A `response_url` takes five messages. */
const USES = 5;
const TIMEOUT_MS = 5000;
/** A longer wait than this is not worth making a person wait; the other way of answering is used instead. */
const LONGEST_WAIT_MS = 3000;
const RETRY_WAIT_MS = 300;

/** Slack's own options of a message to a `response_url`. */
export interface SendOptions {
  readonly response_type?: 'ephemeral' | 'in_channel';
  readonly replace_original?: boolean;
  readonly thread_ts?: string;
}

/** The address took nothing: used up, expired, or Slack is in trouble. */
export class ResponseUrlFailed extends Error {
  override readonly name = 'ResponseUrlFailed';
  /** Whether Slack may have shown the message all the same: it gave no answer, or said that it is in trouble itself. */
  readonly mayBeShown: boolean;

  /** @param reason a code or status, never the URL */
  constructor(reason: string, mayBeShown = false) {
    super(`response_url: ${reason}`);
    this.mayBeShown = mayBeShown;
  }
}

/**
 * Sends to one `response_url` (a secret: who has it can speak in the app's name) and counts its five uses. A 429 or
 * 5xx is tried once more; no answer is not, since the message may have been taken. Nor is the 5xx of a public message,
 * which everyone would see twice then.
 * @throws {BlocksRefused} when Slack refuses the blocks
 * @throws {ResponseUrlFailed} when it can't be sent this way
 */
export function createResponseUrl(url: string, fetch: typeof globalThis.fetch) {
  let uses = 0;

  async function post(
    body: string,
  ): Promise<{ readonly status: number; readonly waitMs: number; readonly text: string }> {
    if (uses >= USES) throw new ResponseUrlFailed('used up');
    uses += 1;
    try {
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
      const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
      const waitMs = Number.isNaN(retryAfter) ? RETRY_WAIT_MS : retryAfter * 1000;
      return { status: response.status, waitMs, text: await response.text() };
    } catch {
      throw new ResponseUrlFailed('no answer', true);
    }
  }

  return async (message: Message, options: SendOptions = {}): Promise<void> => {
    const body = JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...message, ...options });
    let answer = await post(body);
    const mayTryAgain = answer.status === 429 || (answer.status >= 500 && options.response_type !== 'in_channel');
    if (mayTryAgain && answer.waitMs <= LONGEST_WAIT_MS && uses < USES) {
      await sleep(answer.waitMs);
      answer = await post(body);
    }
    const error = readError(answer.text);
    if (isBlockRefusal(error)) throw new BlocksRefused(error);
    if (answer.status !== 200 || error)
      throw new ResponseUrlFailed(error ?? `HTTP ${answer.status}`, answer.status >= 500);
  };
}

/** Slack answers `ok`, a bare code, or JSON with `error`. Only something that looks like a code is repeated. */
function readError(text: string): string | undefined {
  const code = /^\s*(?:\{.*"error"\s*:\s*"([a-z_]+)".*\}|([a-z_]+))\s*$/s.exec(text);
  const error = code?.[1] ?? code?.[2];
  return error === 'ok' ? undefined : error;
}
