import type { Asker } from '../../followstats/access/rules.ts';
import type { NoticeSubject } from '../../followstats/homes.ts';
import type { ChannelId, PersonId } from '../../followstats/ids.ts';
import type { ViewFrame } from '../blocks/kit/words-view.ts';

/** Takes five messages within thirty minutes. A secret: with it anybody can speak in the app's name. */
export type ResponseUrl = string & { readonly __kind: 'ResponseUrl' };

/** An open view of Slack's. */
export type ViewId = string & { readonly __kind?: 'ViewId' };

/** A place that takes messages for one person. */
type MessagePlace =
  /** Where the person asked: for them alone, or for everyone there. `threadTs`: the thread they asked in. */
  | {
      readonly kind: 'response-url';
      readonly url: ResponseUrl;
      readonly channelId: ChannelId | undefined;
      readonly threadTs?: string | undefined;
    }
  /** For the person alone, in a conversation that the app has to be in. */
  | { readonly kind: 'channel'; readonly channelId: ChannelId; readonly threadTs?: string | undefined }
  | { readonly kind: 'direct-message' }
  /** On top of their Home, until what it is about is different. */
  | { readonly kind: 'home'; readonly about?: readonly NoticeSubject[] };

/** Where the answer to one person goes. */
export type ReplyTo =
  | MessagePlace
  /** In the place of an open form; `otherwise`: where it goes once that is closed, nowhere where that is `undefined`. */
  | {
      readonly kind: 'view';
      readonly viewId: ViewId;
      /** The title and button of what is shown there; by default those of a form's place. */
      readonly frame?: ViewFrame;
      readonly otherwise: MessagePlace | undefined;
    };

/** Where a request of Slack's came from: who asks, which holds no secret, and where the answer goes. */
export interface Origin {
  readonly asker: Asker;
  readonly replyTo: MessagePlace;
}

/** What a payload of Slack's says of its origin. Empty text counts as absent. */
interface PayloadOrigin {
  readonly personId: PersonId;
  readonly channelId?: string | undefined;
  readonly responseUrl?: string | undefined;
  readonly threadTs?: string | undefined;
}

/**
 * Reads who asks and where the answer goes: through the `response_url` where there is one, else to the conversation, else to
 * the person's direct messages.
 */
export function readOrigin({ personId, channelId, responseUrl = '', threadTs }: PayloadOrigin): Origin {
  const place = channelId || undefined;
  const url = toResponseUrl(responseUrl);
  return { asker: { personId, channelId: place }, replyTo: toPlace(url, place, threadTs) };
}

/** @returns `undefined` for text that is no URL */
function toResponseUrl(text: string): ResponseUrl | undefined {
  return URL.canParse(text) ? (text as ResponseUrl) : undefined;
}

function toPlace(
  url: ResponseUrl | undefined,
  channelId: ChannelId | undefined,
  threadTs: string | undefined,
): MessagePlace {
  if (url) return { kind: 'response-url', url, channelId, threadTs };
  return channelId ? { kind: 'channel', channelId, threadTs } : { kind: 'direct-message' };
}
