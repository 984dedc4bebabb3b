import type { Message } from '../../../src/demo/slack/types.ts';
import { ALERT_EVENT } from '../../../src/slack/names.ts';

/** The alert whose post a message is; `undefined` of any other message. */
export function alertOf({ metadata }: Message): string | undefined {
  if (metadata?.event_type !== ALERT_EVENT) return undefined;
  return String(metadata.event_payload.delivery_id);
}
