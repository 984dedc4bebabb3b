import type { Message } from '../../../src/demo/slack/types.ts';
import { DIGEST_EVENT } from '../../../src/slack/names.ts';

/** The run whose post a message is; `undefined` of any other message. */
export function deliveryOf({ metadata }: Message): string | undefined {
  if (metadata?.event_type !== DIGEST_EVENT) return undefined;
  return String(metadata.event_payload.delivery_id);
}
