import type { Block, Delivery, View } from '../../src/demo/slack/types.ts';
import { CHANNELS, type World } from './world.ts';

/** What is different in a forged view from the one that a person has before them. */
interface Changed {
  readonly callbackId?: string;
  readonly metadata?: string;
  /** State of fields, by their names. */
  readonly values?: Readonly<Record<string, object>>;
  readonly blocks?: readonly Block[];
  /** What the pressed button holds. */
  readonly value?: string;
}

/** Sends payloads as Slack would, signed, with anything in them. */
export function createForger({ slack }: World, personId: string) {
  const { teamId, signingSecret } = slack.credentials;
  let sent = 0;
  /** Each has a trigger of its own, as Slack's have: one that is the same to the letter would be taken for a repeat. */
  function send(payload: object): Promise<Delivery> {
    sent += 1;
    const body = { form: { payload: JSON.stringify({ ...payload, trigger_id: `1.2.${sent}` }) } };
    return slack.deliver({ body, signingSecret });
  }
  const by = {
    user: { id: personId, team_id: teamId },
    team: { id: teamId },
    // Answered by chat.postEphemeral, since this address is used up from the start.
    response_url: `${slack.apiUrl.replace('/api/', '/response/')}unknown`,
  };

  function toWire(view: View, { callbackId, metadata, values = {}, blocks }: Changed) {
    const fields = Object.entries(values).map(([name, value]) => [name, { [name]: value }]);
    return {
      id: view.id,
      type: 'modal',
      callback_id: callbackId ?? view.callbackId,
      private_metadata: metadata ?? view.privateMetadata,
      title: { type: 'plain_text', text: view.title },
      submit: { type: 'plain_text', text: view.submit ?? 'Save' },
      blocks: blocks ?? view.blocks,
      state: { values: { ...view.values, ...Object.fromEntries(fields) } },
    };
  }

  return {
    /** @returns what the app answered */
    async submit(view: View, changed: Changed = {}): Promise<Record<string, unknown>> {
      const { response_url: _, ...rest } = by;
      const { body } = await send({ type: 'view_submission', ...rest, view: toWire(view, changed) });
      return body === '' ? {} : JSON.parse(body);
    },
    pressInView(view: View, actionId: string, changed: Changed = {}): Promise<Delivery> {
      const { response_url: _, ...rest } = by;
      const actions = [
        { type: 'button', action_id: actionId, block_id: actionId, value: changed.value ?? 'x', action_ts: '1' },
      ];
      const container = { type: 'view', view_id: view.id };
      return send({ type: 'block_actions', ...rest, container, view: toWire(view, changed), actions });
    },
    /** In their Home. */
    pressInHome(actionId: string, value: string): Promise<Delivery> {
      const { response_url: _, ...rest } = by;
      const actions = [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: '1' }];
      const view = { id: 'V0HOME', type: 'home', blocks: [] };
      return send({ type: 'block_actions', ...rest, container: { type: 'view', view_id: view.id }, view, actions });
    },
    /** @returns what the app answered */
    async suggest(view: View, actionId: string, value: string): Promise<Record<string, unknown>> {
      const { response_url: _, ...rest } = by;
      const menu = { action_id: actionId, block_id: actionId, value };
      const { body } = await send({ type: 'block_suggestion', ...rest, ...menu, view: toWire(view, {}) });
      return body === '' ? {} : JSON.parse(body);
    },
    press(actionId: string, value: string): Promise<Delivery> {
      const container = { type: 'message', message_ts: '1.000001', channel_id: CHANNELS.community, is_ephemeral: true };
      const actions = [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: '1' }];
      return send({ type: 'block_actions', ...by, channel: { id: CHANNELS.community }, container, actions });
    },
    chooseShortcut(callbackId: string, message: object): Promise<Delivery> {
      return send({
        type: 'message_action',
        ...by,
        callback_id: callbackId,
        channel: { id: CHANNELS.community },
        message,
      });
    },
  };
}
