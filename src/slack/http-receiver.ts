import type { IncomingMessage, ServerResponse } from 'node:http';
import { type App, HTTPResponseAck, HTTPModuleFunctions as http, isRawBodyError, type Receiver } from '@slack/bolt';
import type { BoltLogger } from './bolt-logger.ts';

/** Slack's window for a request's age. Bolt checks it for the past only; a request from the future could be replayed for as long as it lies ahead. */
const WINDOW_SECONDS = 5 * 60;

interface Options {
  readonly signingSecret: string;
  readonly logger: BoltLogger;
}

/** A Bolt receiver without a server of its own: `handle` is mounted on the app's one. */
export interface HttpReceiver extends Receiver {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** Takes Slack's signed requests. Signature and body parsing are Bolt's own; what isn't a JSON object is refused here. */
export function createHttpReceiver({ signingSecret, logger }: Options): HttpReceiver {
  let app: App | undefined;

  async function read(request: IncomingMessage) {
    const sentAt = Number(request.headers['x-slack-request-timestamp']);
    // By the real clock, as Bolt judges the age.
    if (sentAt - Date.now() / 1000 > WINDOW_SECONDS) throw new Error('x-slack-request-timestamp lies in the future');
    return http.parseAndVerifyHTTPRequest({ enabled: true, signingSecret, bodyLimit: 4 * 1024 * 1024 }, request);
  }

  function parse(request: Awaited<ReturnType<typeof read>>): Record<string, unknown> | undefined {
    try {
      const body: unknown = http.parseHTTPRequestBody(request);
      return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : undefined;
    } catch {
      return undefined;
    }
  }

  return {
    init(bolt) {
      app = bolt;
    },
    start: async () => {},
    stop: async () => {},

    async handle(request, response) {
      const verified = await read(request).catch((error: unknown) => {
        logger.warn(`a request to the events path was refused: ${error instanceof Error ? error.message : 'unknown'}`);
        http.buildNoBodyResponse(response, isRawBodyError(error) ? (error.statusCode ?? 400) : 401);
      });
      if (!verified) return;

      const body = parse(verified);
      if (!body) return http.buildNoBodyResponse(response, 400);
      if (body.ssl_check === '1') return http.buildSSLCheckResponse(response);
      if (body.type === 'url_verification') return http.buildUrlVerificationResponse(response, body);

      const ack = new HTTPResponseAck({
        logger,
        processBeforeResponse: false,
        unhandledRequestHandler: http.defaultUnhandledRequestHandler,
        unhandledRequestTimeoutMillis: 3000,
        httpRequest: verified,
        httpRequestBody: body,
        httpResponse: response,
      });
      await app?.processEvent({
        body,
        ack: ack.bind(),
        retryNum: http.extractRetryNumFromHTTPRequest(request),
        retryReason: http.extractRetryReasonFromHTTPRequest(request),
      } as Parameters<App['processEvent']>[0]);
    },
  };
}
