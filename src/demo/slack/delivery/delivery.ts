import type { JsonObject } from '../json-values.ts';
import type { Delivery } from '../types.ts';

/** A request to the app, before it is known which way it goes. */
export interface Outgoing {
  /** Socket Mode's name for the kind of payload. */
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: JsonObject;
}

/** How the app acknowledged. */
export interface Acknowledgement extends Omit<Delivery, 'kind'> {
  /** The body is JSON, and not words. */
  readonly isJson: boolean;
}

/** Slack gave up, or never got through. */
export function unacknowledged(error: 'operation_timeout' | 'dispatch_failed', ackMs: number): Acknowledgement {
  return { status: 0, body: '', isJson: false, ackMs, error };
}

/** The record of a delivery for those outside. */
export function toDelivery(kind: Delivery['kind'], { status, body, ackMs, error }: Acknowledgement): Delivery {
  return { kind, status, body, ackMs, error };
}
