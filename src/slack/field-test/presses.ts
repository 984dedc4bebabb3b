import type { App } from '@slack/bolt';
import type { ActionsBlock } from '@slack/types';
import { COMMAND, SHORTCUTS } from '../names.ts';
import type { ResponseUrl } from '../sending/reply-to.ts';

/** What a person did because the test asked for it. */
export interface Press {
  readonly kind: PressKind;
  readonly personId: string;
  readonly triggerId: string;
  /** Absent in a modal. */
  readonly url: ResponseUrl | undefined;
  /** What was typed behind the command. */
  readonly text: string | undefined;
}

/** `try` and `again` are buttons in the channel, `push` is one in the modal, `done` ends the wait. */
export const PRESS_KINDS = ['try', 'again', 'push', 'command', 'shortcut', 'done'] as const;
/** One of `PRESS_KINDS`. */
export type PressKind = (typeof PRESS_KINDS)[number];

/** One name for all its buttons; behind the colon which of them. */
const ACTION = 'followstats_field_test';

/** A row of the test's own buttons. */
export function pressButtons(...buttons: readonly (readonly [kind: PressKind, text: string])[]): ActionsBlock {
  return {
    type: 'actions',
    elements: buttons.map(([kind, text]) => ({
      type: 'button',
      action_id: `${ACTION}:${kind}`,
      text: { type: 'plain_text', text },
      value: kind,
    })),
  };
}

/** For who uses the app elsewhere meanwhile. */
const BUSY = {
  response_type: 'ephemeral',
  text: 'followstats is being tried out at the moment. Please ask again in a few minutes.',
} as const;

/**
 * Takes what people do in the test's channel and modals, acknowledges it and passes it on at once: a modal must open within three
 * seconds. Who types the command in another channel is asked to come back; nothing is tried on them.
 */
export function hearPresses(app: App, channelId: string, onPress: (press: Press) => void): void {
  app.action(new RegExp(`^${ACTION}:`), async ({ ack, body, action }) => {
    await ack();
    if (body.type !== 'block_actions' || !('value' in action)) return;
    const kind = PRESS_KINDS.find((one) => one === action.value);
    const url = body.response_url as ResponseUrl | undefined;
    if (kind)
      onPress({
        kind,
        personId: body.user.id,
        triggerId: body.trigger_id ?? '',
        url: url || undefined,
        text: undefined,
      });
  });
  app.command(COMMAND, async ({ ack, command }) => {
    if (command.channel_id !== channelId) return ack(BUSY);
    await ack();
    const { user_id: personId, trigger_id: triggerId, response_url, text } = command;
    onPress({ kind: 'command', personId, triggerId, url: response_url as ResponseUrl, text });
  });
  app.shortcut({ callback_id: SHORTCUTS.mentions, type: 'message_action' }, async ({ ack, shortcut }) => {
    await ack();
    const { user, trigger_id: triggerId, response_url, channel } = shortcut;
    if (channel.id === channelId)
      onPress({ kind: 'shortcut', personId: user.id, triggerId, url: response_url as ResponseUrl, text: undefined });
  });
}
