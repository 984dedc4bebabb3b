import type { Reply } from '../blocks/kit/reply.ts';
import type { Recipient } from './recipient.ts';
import { isNotShown } from './show-in-view.ts';

/**
 * Shows something in a view that its person may have closed.
 * @returns whether it is there; rejects with what Slack has no part in
 */
export async function showIfOpen(show: Recipient, reply: Reply): Promise<boolean> {
  try {
    await show(reply);
    return true;
  } catch (error) {
    if (!isNotShown(error)) throw error;
    return false;
  }
}
