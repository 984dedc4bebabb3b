import { BlocksRefused, isBlockRefusal, type Message, type Send } from './deliver.ts';
import { platformError } from './web.ts';

/** A way of sending by the Web API; where Slack refuses the blocks, `deliver` goes on with the next rendering. */
export function withBlockRefusal(call: (message: Message) => Promise<unknown>): Send {
  return async (message) => {
    try {
      await call(message);
    } catch (error) {
      const code = platformError(error);
      if (isBlockRefusal(code)) throw new BlocksRefused(code);
      throw error;
    }
  };
}
