import type { ChannelId } from '../../followstats/ids.ts';

/** Answers to it are taken for thirty minutes, five in all. A secret: who has it can write in its place. */
export type ResponseUrl = string & { readonly __kind: 'ResponseUrl' };

/** An open view of Slack's. */
export type ViewId = string & { readonly __kind?: 'ViewId' };

/** Where an answer goes. */
export type ReplyTo =
  /** To the person alone, where they asked, or to everyone there. `threadTs`: the thread they asked in. */
  | {
      readonly kind: 'response-url';
      readonly url: ResponseUrl;
      readonly channelId: ChannelId;
      readonly threadTs?: string | undefined;
    }
  | { readonly kind: 'direct-message' }
  /** In the place of a form. */
  | { readonly kind: 'view'; readonly viewId: ViewId };
