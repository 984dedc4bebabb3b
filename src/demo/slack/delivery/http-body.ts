import { createHmac } from 'node:crypto';
import type { Outgoing } from './delivery.ts';

/** A body as it goes over the wire. */
export interface HttpBody {
  readonly contentType: string;
  readonly text: string;
}

interface Signing {
  readonly secret: string;
  /** Unix seconds. */
  readonly timestamp: number;
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

/** The headers of a request with this body. The signature is of version 0, over `v0:timestamp:body`. */
export function signedHeaders({ contentType, text }: HttpBody, { secret, timestamp }: Signing): Record<string, string> {
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${text}`).digest('hex');
  return {
    'content-type': contentType,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': `v0=${digest}`,
  };
}
