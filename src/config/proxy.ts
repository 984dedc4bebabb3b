import { isDecodable, mayHaveCutPassword } from './url-checks.ts';

/** The proxy of outgoing calls, as `NODE_USE_ENV_PROXY=1` switches it on. */
export interface ProxySettings {
  /** For `http:` addresses; empty when there is none. May hold a password. */
  readonly http: string;
  /** For `https:` addresses; empty: as for `http:`. May hold a password. */
  readonly https: string;
  /** Hosts that are reached without it, as `NO_PROXY` lists them. */
  readonly exempt: string;
}

/**
 * Reads the proxy that the environment asks for, by the same variables as Node's own: the lower-case name goes first.
 * @param present the variables that are not empty
 * @returns the settings, `undefined` when no proxy is asked for, and the faults of the variables, which repeat no value
 */
export function readProxy(present: Readonly<Record<string, string>>): {
  readonly proxy: ProxySettings | undefined;
  readonly faults: readonly string[];
} {
  const { NODE_USE_ENV_PROXY: use = '0' } = present;
  if (use !== '1') return { proxy: undefined, faults: use === '0' ? [] : ['NODE_USE_ENV_PROXY must be 1 or 0'] };
  const [http, https, exempt] = ['http_proxy', 'https_proxy', 'no_proxy'].map((name) => pick(present, name));
  const faults = [http, https].flatMap((one) => (one?.value && !isProxyUrl(one.value) ? [`${one.name} ${FORM}`] : []));
  if (!http?.value && !https?.value) return { proxy: undefined, faults };
  return { proxy: { http: http?.value ?? '', https: https?.value ?? '', exempt: exempt?.value ?? '' }, faults };
}

const FORM =
  'must be an http(s) URL, http://USER:PASSWORD@HOST:PORT, with /, ?, #, @ and % of a password written as %2F, %3F, %23, %40 and %25';

function pick(present: Readonly<Record<string, string>>, lowerCase: string) {
  const upperCase = lowerCase.toUpperCase();
  return present[lowerCase]
    ? { name: lowerCase, value: present[lowerCase] }
    : { name: upperCase, value: present[upperCase] ?? '' };
}

function isProxyUrl(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value) && !mayHaveCutPassword(value) && isDecodable(value);
}
