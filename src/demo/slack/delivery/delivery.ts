import type { JsonObject } from '../json-values.ts';
import type { Delivery } from '../types.ts';

/** A request to the app, by HTTP or over a socket. */
export interface Outgoing {
  /** Socket Mode's name for the kind of payload. */
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: JsonObject;
}

/** How the app acknowledged. */
export interface Acknowledgement extends Omit<Delivery, 'kind'> {
  /** Whether the body is JSON, and not plain text. */
  readonly isJson: boolean;
}

/** The way to the app. */
export interface AppLink {
  /** Sends and waits for the acknowledgement. `dispatch_failed` when there is no way to the app. */
  send(outgoing: Outgoing): Promise<Acknowledgement>;
}

/** Slack got no acknowledgement in time, could not reach the app, or knows no URL to ask for options. */
export function unacknowledged(
  error: 'operation_timeout' | 'dispatch_failed' | 'no_options_url',
  ackMs: number,
): Acknowledgement {
  return { status: 0, body: '', isJson: false, ackMs, error };
}

/** The record of a delivery, for callers of the workspace. */
export function toDelivery(kind: Delivery['kind'], { status, body, ackMs, error }: Acknowledgement): Delivery {
  return { kind, status, body, ackMs, error };
}
