import { isObject } from '../json-values.ts';
import type { Delivery } from '../types.ts';
import type { Workspace } from '../workspace-types.ts';
import { type Acknowledgement, type AppLink, type Outgoing, toDelivery, unacknowledged } from './delivery.ts';
import type { PostSigned } from './delivery-http.ts';
import type { SocketHub } from './delivery-socket.ts';
import { formBody, type HttpBody, toHttpBody } from './http-body.ts';

type Raw = Parameters<Workspace['deliver']>[0];

/** The way to the app over the network: its request URL when it has one, else its open socket. */
interface NetworkLink extends AppLink {
  setRequestUrl(url: string | undefined): void;
  /** As `Workspace.deliver`. @throws {Error} When plain text should go over a socket, which carries JSON only. */
  sendRaw(raw: Raw): Promise<Delivery>;
}

interface Options {
  readonly postSigned: PostSigned;
  readonly sockets: SocketHub;
  readonly signingSecret: string;
  /** The manifest's URL for options of external selects. Its path counts: the host is the request URL's. */
  readonly optionsUrl: string | undefined;
}

export function createNetworkLink({ postSigned, sockets, signingSecret, optionsUrl }: Options): NetworkLink {
  let requestUrl: string | undefined;

  const send = async (outgoing: Outgoing): Promise<Acknowledgement> => {
    if (requestUrl === undefined) return sockets.send(outgoing) ?? unacknowledged('dispatch_failed', 0);
    const url = outgoing.payload.type === 'block_suggestion' ? atHostOf(requestUrl, optionsUrl) : requestUrl;
    if (url === undefined) return unacknowledged('no_options_url', 0);
    return postSigned(url, toHttpBody(outgoing), { secret: signingSecret });
  };

  return {
    setRequestUrl: (url) => {
      requestUrl = url;
    },
    send,
    sendRaw: async ({ body, clockSkewSeconds = 0, signingSecret: secret = signingSecret }) => {
      const acknowledgement =
        requestUrl === undefined
          ? await send(toEnvelope(body))
          : await postSigned(requestUrl, toRawHttpBody(body), { secret, skewSeconds: clockSkewSeconds });
      return toDelivery('raw', acknowledgement);
    },
  };
}

function atHostOf(requestUrl: string, optionsUrl: string | undefined): string | undefined {
  if (optionsUrl === undefined) return undefined;
  const { pathname, search } = new URL(optionsUrl);
  return new URL(pathname + search, requestUrl).href;
}

function toRawHttpBody(body: Raw['body']): HttpBody {
  if ('form' in body) return formBody(body.form);
  if ('json' in body) return { contentType: 'application/json', text: JSON.stringify(body.json) };
  return { contentType: body.contentType, text: body.text };
}

/** Events are recognized by their outermost type. The SDK reads any payload as an object, and so a socket carries no other. */
function toEnvelope(body: Raw['body']): Outgoing {
  if ('form' in body) return { type: 'slash_commands', payload: body.form };
  if ('text' in body) throw new Error('Plain text needs a request URL: a socket carries JSON only');
  if (!isObject(body.json)) throw new Error('A socket carries JSON objects only');
  return { type: body.json.type === 'event_callback' ? 'events_api' : 'interactive', payload: body.json };
}
