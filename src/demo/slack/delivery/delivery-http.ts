import { createHmac } from 'node:crypto';
import { type Acknowledgement, type Outgoing, unacknowledged } from './delivery.ts';

/** A body as it goes over the wire. */
export interface HttpBody {
  readonly contentType: string;
  readonly text: string;
}

interface Signing {
  readonly secret: string;
  /** Signs as if this many seconds later. */
  readonly skewSeconds?: number;
}

interface Options {
  readonly timeoutMs: number;
  /** Ends whatever is still on its way. */
  readonly closing: AbortSignal;
}

/** A signed request to the app: `x-slack-signature` version 0 over `v0:timestamp:body`. */
export type PostSigned = (url: string, body: HttpBody, signing: Signing) => Promise<Acknowledgement>;

/** Any outcome but a 200 within `timeoutMs`, a redirect too, resolves with the error `dispatch_failed` or `operation_timeout`. */
export function createPostSigned({ timeoutMs, closing }: Options): PostSigned {
  return async (url, { contentType, text }, { secret, skewSeconds = 0 }) => {
    // Not the workspace's clock: receivers compare with their own, and a test that moves the one can't move the other.
    const timestamp = Math.floor(Date.now() / 1000) + skewSeconds;
    const startedAt = performance.now();
    const elapsed = (): number => performance.now() - startedAt;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([timeout, closing]),
        headers: {
          'content-type': contentType,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': String(timestamp),
          'x-slack-signature': sign(secret, timestamp, text),
        },
        body: text,
      });
      const body = await response.text();
      return {
        status: response.status,
        body,
        isJson: response.headers.get('content-type')?.startsWith('application/json') ?? false,
        ackMs: elapsed(),
        error: response.status === 200 ? undefined : 'dispatch_failed',
      };
    } catch {
      // Whatever broke the request (no connection, a reset, no HTTP), Slack shows one of these two errors.
      return unacknowledged(timeout.aborted ? 'operation_timeout' : 'dispatch_failed', elapsed());
    }
  };
}

/** Slash commands are forms of their own; interactions are JSON in one form field; events are JSON. */
export function toHttpBody({ type, payload }: Outgoing): HttpBody {
  if (type === 'events_api') return { contentType: 'application/json', text: JSON.stringify(payload) };

  const fields =
    type === 'slash_commands'
      ? Object.entries(payload).map(([name, value]) => [name, String(value)])
      : [['payload', JSON.stringify(payload)]];
  return formBody(Object.fromEntries(fields));
}

export function formBody(fields: Readonly<Record<string, string>>): HttpBody {
  return { contentType: 'application/x-www-form-urlencoded', text: new URLSearchParams(fields).toString() };
}

function sign(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}
