import type { Config } from '../config.ts';

/** A word shorter than this would be blanked out of where it means something else. */
const SHORTEST = 8;

/** Returns every secret of a configuration, in each form in which it could appear in a log. */
export function secretsOf({ slack, tencent, store, proxy, webhookToken = '' }: Config): readonly string[] {
  const ofSlack = slack.mode === 'http' ? slack.signingSecret : slack.appToken;
  const ofStore = store.kind === 'postgres' ? passwordsOf(new URL(store.url)) : [];
  const ofProxies = [proxy?.http, proxy?.https].flatMap((url) => (url ? loginsOf(new URL(url)) : []));
  return [slack.botToken, ofSlack, tencent.secretKey, ...[...ofStore, ...ofProxies, webhookToken].filter(isLong)];
}

/** As the URL writes them, and as they are. */
function passwordsOf({ password, searchParams }: URL): readonly string[] {
  return [password, decodeURIComponent(password), ...searchParams.getAll('password')];
}

/** Also in the form that is sent to the proxy. A user without a password is a token. */
function loginsOf({ username, password }: URL): readonly string[] {
  const secrets = [password || username, decodeURIComponent(password || username)];
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return [...secrets, Buffer.from(login).toString('base64')];
}

function isLong({ length }: string): boolean {
  return length >= SHORTEST;
}
