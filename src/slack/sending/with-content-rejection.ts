import { ContentRejected, contentRefusalOf } from './content-rejected.ts';
import type { Message, Send } from './deliver.ts';

/**
 * A way of sending by the Web API that only one person sees, where a message that comes twice does no harm; when Slack
 * refuses the content, `deliver` goes on with the next rendering.
 */
export function withContentRejection(call: (message: Message) => Promise<unknown>): Send {
  return async (message) => {
    try {
      await call(message);
    } catch (error) {
      const code = contentRefusalOf(error);
      if (code) throw new ContentRejected(code);
      throw error;
    }
  };
}
