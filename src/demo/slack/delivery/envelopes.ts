import { isObject } from '../json-values.ts';
import type { Acknowledgement, Outgoing } from './delivery.ts';

/** A request as Socket Mode wraps it. */
export function toEnvelope(id: string, { type, payload }: Outgoing): object {
  const retries = type === 'events_api' ? { retry_attempt: 0, retry_reason: '' } : {};
  return { envelope_id: id, type, payload, accepts_response_payload: acceptsPayload({ type, payload }), ...retries };
}

/** Elsewhere an answer's payload is ignored. */
function acceptsPayload({ type, payload }: Outgoing): boolean {
  return type === 'slash_commands' || payload.type === 'view_submission' || payload.type === 'block_suggestion';
}

/** Reads the app's answer to an envelope. An empty `payload`, or one where Slack ignores it, gives no body. */
export function acknowledged(outgoing: Outgoing, payload: unknown, ackMs: number): Acknowledgement {
  // The SDK's empty acknowledgement has the payload {}.
  const isEmpty = !isObject(payload) || Object.keys(payload).length === 0 || !acceptsPayload(outgoing);
  return { status: 200, body: isEmpty ? '' : JSON.stringify(payload), isJson: true, ackMs, error: undefined };
}
