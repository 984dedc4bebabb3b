import { type Dispatcher, EnvHttpProxyAgent } from 'undici';
import type { ProxySettings } from '../../config/proxy.ts';

/** Through the proxy to Slack's socket. A tunnel in any case: a WebSocket can't be forwarded like a request. */
export function createSocketDispatcher({ http, https, exempt }: ProxySettings): Dispatcher {
  return new EnvHttpProxyAgent({
    httpProxy: http,
    httpsProxy: https,
    noProxy: exempt,
    proxyTunnel: true,
    // A WebSocket has a connection of its own.
    allowH2: false,
  });
}
