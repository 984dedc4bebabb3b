import { ContentRejected, rejectedContentOf } from './content-rejected.ts';
import type { Message, Send } from './deliver.ts';

/**
 * A way of sending by the Web API that only one person sees, where a message that comes twice does no harm; when Slack
 * rejects the content, `deliver` goes on with the next rendering.
 * @returns sends a message; rejects with `ContentRejected` for what is in it, else with what the call rejects with
 */
export function withContentRejection(call: (message: Message) => Promise<unknown>): Send {
  return async (message) => {
    try {
      await call(message);
    } catch (error) {
      const code = rejectedContentOf(error);
      if (code) throw new ContentRejected(code);
      throw error;
    }
  };
}
