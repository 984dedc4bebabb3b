import { useState } from 'preact/hooks';
import type { PageState } from '../page-server/page-state.ts';
import type { Delivery } from '../slack/types.ts';
import { chooseInMessage, pressButton, suggestOptions, typeText, useMessageShortcut } from './api.ts';
import type { Acts } from './blocks/reader.ts';
import { toSlackbotText } from './slackbot-text.ts';
import { type Notice, useNotices } from './use-notices.ts';

/** What a person can do in a channel, and what Slack itself shows them when it fails. */
export interface Slack {
  /** `thread`: the message below which it is said. */
  readonly send: (text: string, thread: string | undefined) => Promise<void>;
  /** Sends for a person, wherever that is. */
  readonly sendFor: (place: { readonly personId: string; readonly channelId: string }, text: string) => Promise<void>;
  readonly useShortcut: (input: { readonly ts: string; readonly callbackId: string }) => Promise<void>;
  /** What can be done with the elements of the message `ts`. Only `suggest` may reject. */
  readonly actsIn: (ts: string) => Acts;
  /** Something typed was sent and not acknowledged yet. */
  readonly sending: boolean;
  readonly notices: readonly Notice[];
  readonly dismiss: (id: number) => void;
}

export function useSlack({ personId, channelId }: PageState): Slack {
  const [underWay, setUnderWay] = useState(0);
  const { notices, tell, dismiss } = useNotices(`${personId} ${channelId}`);

  const deliver = async (delivery: Promise<Delivery>, toNotice: (delivery: Delivery) => string | undefined) => {
    try {
      const notice = toNotice(await delivery);
      if (notice !== undefined) tell(notice);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    }
  };

  async function sendTyped(input: Parameters<typeof typeText>[0]): Promise<void> {
    setUnderWay((count) => count + 1);
    await deliver(typeText(input), (delivery) => toSlackbotText(input.text, delivery));
    setUnderWay((count) => count - 1);
  }

  return {
    sending: underWay > 0,
    notices,
    dismiss,
    async send(text, thread) {
      if (channelId === null) return;
      await sendTyped({ as: personId, channel: channelId, text, ...(thread !== undefined && { thread }) });
    },
    sendFor: (place, text) => sendTyped({ as: place.personId, channel: place.channelId, text }),
    async useShortcut({ ts, callbackId }) {
      if (channelId === null) return;
      const used = useMessageShortcut({ as: personId, ts, channel: channelId, callbackId });
      await deliver(used, ({ error }) => error && `That shortcut failed with the error “${error}”.`);
    },
    actsIn: (ts) => {
      const where = { as: personId, ts };
      const send = (sent: Promise<Delivery>, what: string): Promise<void> =>
        deliver(sent, ({ error }) => error && `That ${what} failed with the error “${error}”.`);
      return {
        press: (button) => send(pressButton({ ...where, ...button }), 'button'),
        choose: (menu, value) => send(chooseInMessage({ ...where, ...menu, value }), 'choice'),
        fill: (field, value) => send(chooseInMessage({ ...where, ...field, value }), 'choice'),
        suggest: (field, text) => suggestOptions({ ...where, ...field, text }),
      };
    },
  };
}
