import { useRef, useState } from 'preact/hooks';
import type { PageState } from '../page-server/page-state.ts';
import type { Delivery } from '../slack/types.ts';
import { chooseInMessage, DemoGone, pressButton, suggestOptions, typeText, useMessageShortcut } from './api.ts';
import type { Acts } from './blocks/reader.ts';
import { toSlackbotText } from './slackbot-text.ts';
import { type Notice, placeKeyOf, useNotices } from './use-notices.ts';

/** One person in one channel. */
export interface Stand {
  readonly personId: string;
  readonly channelId: string;
}

/** What a person can do in a channel, and what Slack itself shows them when it fails. */
export interface Slack {
  /** `thread`: the message below which it is said. */
  readonly send: (text: string, thread: string | undefined) => Promise<void>;
  /** Sends for a person, wherever that is. */
  readonly sendFor: (stand: Stand, text: string) => Promise<void>;
  /** Presses a button of a message for a person. */
  readonly pressFor: (stand: Stand, button: { readonly ts: string; readonly actionId: string }) => Promise<void>;
  readonly useShortcut: (input: { readonly ts: string; readonly callbackId: string }) => Promise<void>;
  /** What can be done with the elements of the message `ts`. Only `suggest` may reject. */
  readonly actsIn: (ts: string) => Acts;
  /** Something typed was sent and not acknowledged yet. */
  readonly sending: boolean;
  readonly notices: readonly Notice[];
  readonly dismiss: (id: number) => void;
}

export function useSlack(state: PageState): Slack {
  const { personId, channelId } = state;
  const [underWay, setUnderWay] = useState(0);
  const { notices, tell, dismiss } = useNotices(placeKeyOf(personId, channelId));
  const latest = useRef(state);
  latest.current = state;
  const here = { personId, channelId: channelId ?? '' };

  const deliver = async (
    stand: Stand,
    delivery: Promise<Delivery>,
    toNotice: (delivery: Delivery) => string | undefined,
  ): Promise<void> => {
    const text = await delivery.then(toNotice, (error) => {
      // The page says so on top of everything, and Slackbot is gone with the demo.
      if (error instanceof DemoGone) return undefined;
      return error instanceof Error ? error.message : String(error);
    });
    if (text === undefined) return;
    const { clockAheadMs, messages } = latest.current;
    const newest = Number(messages.at(-1)?.ts ?? 0) * 1000;
    // It is said now, so it stands below all that is there, however far that is ahead.
    const at = Math.max(Date.now() + (clockAheadMs ?? 0), newest);
    tell({ at, text, placeKey: placeKeyOf(stand.personId, stand.channelId) });
  };

  async function sendTyped(stand: Stand, text: string, thread?: string): Promise<void> {
    setUnderWay((count) => count + 1);
    const sent = typeText({
      as: stand.personId,
      channel: stand.channelId,
      text,
      ...(thread !== undefined && { thread }),
    });
    await deliver(stand, sent, (delivery) => toSlackbotText(text, delivery));
    setUnderWay((count) => count - 1);
  }
  const failing =
    (what: string) =>
    ({ error }: Delivery): string | undefined =>
      error && `That ${what} failed with the error “${error}”.`;

  return {
    sending: underWay > 0,
    notices,
    dismiss,
    async send(text, thread) {
      if (channelId !== null) await sendTyped(here, text, thread);
    },
    sendFor: sendTyped,
    pressFor: (stand, button) =>
      deliver(stand, pressButton({ as: stand.personId, blockId: '', ...button }), failing('button')),
    async useShortcut({ ts, callbackId }) {
      const used = useMessageShortcut({ as: personId, ts, channel: here.channelId, callbackId });
      await deliver(here, used, failing('shortcut'));
    },
    actsIn: (ts) => {
      const where = { as: personId, ts };
      const send = (sent: Promise<Delivery>, what: string): Promise<void> => deliver(here, sent, failing(what));
      return {
        press: (button) => send(pressButton({ ...where, ...button }), 'button'),
        choose: (menu, value) => send(chooseInMessage({ ...where, ...menu, value }), 'choice'),
        fill: (field, value) => send(chooseInMessage({ ...where, ...field, value }), 'choice'),
        suggest: (field, text) => suggestOptions({ ...where, ...field, text }),
      };
    },
  };
}
