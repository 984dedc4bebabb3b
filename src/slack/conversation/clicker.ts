import type {
  AllMiddlewareArgs,
  BlockAction,
  BlockElementAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import type { ChannelId } from '../../followstats/ids.ts';
import { type Origin, readOrigin } from '../sending/reply-to.ts';

/** What Bolt gives a listener for a button of a message. */
export type ButtonClickArgs = Pick<
  SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs,
  'ack' | 'body' | 'action'
>;

/** What Bolt gives a listener for a button or menu. */
export type ControlArgs = Omit<ButtonClickArgs, 'action'> & { readonly action: BlockElementAction };

/** Who clicked a button, and where: filled in by Slack, so that no client can forge it. */
export function readClicker({ body }: Pick<ButtonClickArgs, 'body'>): Origin {
  if (isInHome(body)) return { asker: { personId: body.user.id, channelId: undefined }, replyTo: { kind: 'home' } };
  return readOrigin({
    personId: body.user.id,
    channelId: channelOf(body),
    responseUrl: body.response_url,
    threadTs: body.container?.thread_ts,
  });
}

/** The message whose button was clicked: filled in by Slack, too. Empty text where Slack doesn't say. */
export function readClickedMessage({ body }: Pick<ButtonClickArgs, 'body'>): {
  readonly channelId: ChannelId;
  readonly ts: string;
} {
  return { channelId: channelOf(body) ?? '', ts: body.container?.message_ts ?? '' };
}

/** Whether something was done in a Home. */
export function isInHome({ view }: { readonly view?: { readonly type: string } | undefined }): boolean {
  return view?.type === 'home';
}

/** Whether something was done in a modal. */
export function isInModal({ view }: { readonly view?: { readonly type: string } | undefined }): boolean {
  return view !== undefined && view.type !== 'home';
}

function channelOf({ channel, container }: ButtonClickArgs['body']): ChannelId | undefined {
  return channel?.id ?? container?.channel_id;
}
