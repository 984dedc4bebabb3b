import { setGlobalProxyFromEnv } from 'node:http';
import { readProxy } from '../config/proxy.ts';

/** For Slack's calls. Node does it itself when it starts, but a `.env` is read only after that. */
export function useProxy(environment: Readonly<Record<string, string | undefined>>): void {
  const { proxy, faults } = readProxy(
    Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : []))),
  );
  if (proxy && faults.length === 0)
    setGlobalProxyFromEnv({ http_proxy: proxy.http, https_proxy: proxy.https, no_proxy: proxy.exempt });
}
