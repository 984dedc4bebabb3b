import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseForm } from 'node:querystring';
import {
  type App,
  HTTPModuleFunctions as http,
  type Receiver,
  ReceiverMultipleAckError,
  verifySlackRequest,
} from '@slack/bolt';
import type { BoltLogger } from '../web-api/bolt-logger.ts';
import type { WorkTurns } from '../work-turns.ts';
import { createAnsweredRequests } from './answered-requests.ts';
import { type OnRequest, whenRecorded } from './before-acknowledgement.ts';
import type { ClaimRequest } from './claim-requests.ts';
import { type HttpAnswer, sendAnswer, toAnswer } from './http-answer.ts';
import type { OwedAnswer, OwedAnswers } from './owed-answers.ts';
import { mediaTypeOf, readSigningHeaders, WINDOW_MS } from './request-headers.ts';
import { RepeatedRequest } from './slack-app.ts';

interface Options {
  readonly signingSecret: string;
  readonly claimRequest: ClaimRequest;
  readonly owedAnswers: Pick<OwedAnswers, 'begin'>;
  /** The work of a request waits for its turn. */
  readonly turns: Pick<WorkTurns, 'take'>;
  /** Absent: nothing is timed. */
  readonly onRequest?: OnRequest | undefined;
  readonly logger: BoltLogger;
}

/** What the server lets a receiver do with a request beside answering it; `ops/http/request-control.ts` says more. */
export interface RequestControl {
  readBody(limitBytes: number): Promise<Buffer | undefined>;
  reject(status: number, reason: string): void;
}

/** A Bolt receiver without a server of its own: `handle` is mounted on the app's one. */
export interface HttpReceiver extends Receiver {
  handle(request: IncomingMessage, response: ServerResponse, control: RequestControl): Promise<void>;
}

/** Slack's largest, a view with everything it may hold, has 250 KB. */
const MAX_BODY_BYTES = 1024 * 1024;
/** Slack waits so long. */
const ANSWER_MS = 3000;
/** A signed request passes for so long; what was answered before that can't come again. Each holds a few hundred bytes. */
const ANSWERS_KEPT = { keptMs: 2 * WINDOW_MS, max: 5000 };

/**
 * Takes Slack's signed requests. The headers are checked before a byte of the body is read, the signature by Bolt's own
 * function; a body that isn't a JSON object is rejected. A request that comes again is answered like the first, and done
 * once.
 */
export function createHttpReceiver(options: Options): HttpReceiver {
  const { signingSecret, claimRequest, owedAnswers, turns, onRequest, logger } = options;
  const answered = createAnsweredRequests<HttpAnswer>({ ...ANSWERS_KEPT, now: () => performance.now() });
  let app: App | undefined;

  /** Has it done, and resolves when all work is; `answer` is called once, long before that. */
  async function serve(
    request: IncomingMessage,
    body: Record<string, unknown>,
    signature: string,
    answer: (answer: HttpAnswer) => void,
  ): Promise<void> {
    const timer = setTimeout(() => {
      logger.error('a request from Slack was not acknowledged within 3 s');
      answer({ status: 404 });
    }, ANSWER_MS);
    const onAcknowledged = onRequest?.();
    let isAcknowledged = false;
    let owed: OwedAnswer | undefined;
    try {
      await app?.processEvent({
        body,
        async ack(content: unknown) {
          if (isAcknowledged) throw new ReceiverMultipleAckError();
          isAcknowledged = true;
          clearTimeout(timer);
          owed = owedAnswers.begin(signature, body);
          const isMine = claimRequest(signature, owed);
          if (owed) await whenRecorded(isMine);
          answer(toAnswer(content));
          onAcknowledged?.();
          await turns.take();
          if (!(await isMine)) throw new RepeatedRequest();
        },
        retryNum: http.extractRetryNumFromHTTPRequest(request),
        retryReason: http.extractRetryReasonFromHTTPRequest(request),
      } as Parameters<App['processEvent']>[0]);
    } finally {
      clearTimeout(timer);
      owed?.end();
      // After any error, so that Slack doesn't wait for its own time limit.
      answer({ status: 500 });
    }
  }

  return {
    init(bolt) {
      app = bolt;
    },
    start: async () => {},
    stop: async () => {},

    async handle(request, response, control) {
      // By the real clock, like Slack's.
      const nowMilliseconds = Date.now();
      const signing = readSigningHeaders(request.headers, nowMilliseconds);
      if ('fault' in signing) return control.reject(401, signing.fault);
      const rawBody = await control.readBody(MAX_BODY_BYTES);
      if (!rawBody) return;
      const text = rawBody.toString();
      const { signature, timestamp } = signing;
      const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp };
      try {
        verifySlackRequest({ signingSecret, body: text, headers, nowMilliseconds });
      } catch {
        return control.reject(401, 'its signature is not that of its body');
      }
      const earlier = answered.find(signature);
      if (earlier) {
        logger.info('a request from Slack came again');
        return sendAnswer(response, await earlier);
      }
      const body = parse(text, mediaTypeOf(request.headers));
      if (!body) return http.buildNoBodyResponse(response, 400);
      if (body.ssl_check === '1') return http.buildSSLCheckResponse(response);
      if (body.type === 'url_verification') return http.buildUrlVerificationResponse(response, body);

      const keep = answered.begin(signature);
      await serve(request, body, signature, (answer) => {
        keep(answer);
        sendAnswer(response, answer);
      });
    },
  };
}

/** @returns `undefined` when it isn't a JSON object; interactions are JSON in one field of a form */
function parse(text: string, mediaType: string): Record<string, unknown> | undefined {
  try {
    const form = mediaType === 'application/x-www-form-urlencoded' ? parseForm(text) : undefined;
    const body: unknown = form && typeof form.payload !== 'string' ? form : JSON.parse(String(form?.payload ?? text));
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : undefined;
  } catch {
    return undefined;
  }
}
