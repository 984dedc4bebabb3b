import { createHmac } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type ChatServer, type ChatServerOptions, createChatServer } from '../../../src/demo/chat/server.ts';

export const APP = 1400000000;
export const KEY = '0123456789abcdef'.repeat(4);
export const ADMIN = 'administrator';
/** Milliseconds; a clock in the tests stands here until it is moved. */
export const NOON = 1_700_000_000_000;

interface SigParts {
  readonly identifier?: string;
  readonly sdkAppId?: number | string;
  readonly time?: number;
  readonly expire?: number;
  readonly key?: string;
  readonly ver?: string;
}

/** A UserSig as the documents build it, from node's own parts; shares nothing with the stand-in. */
export function signUserSig(parts: SigParts = {}): string {
  const { identifier = ADMIN, sdkAppId = APP, time = NOON / 1000, expire = 86_400, key = KEY, ver = '2.0' } = parts;
  const text = `TLS.identifier:${identifier}\nTLS.sdkappid:${sdkAppId}\nTLS.time:${time}\nTLS.expire:${expire}\n`;
  return encodeUserSig({
    'TLS.ver': ver,
    'TLS.identifier': identifier,
    'TLS.sdkappid': sdkAppId,
    'TLS.time': time,
    'TLS.expire': expire,
    'TLS.sig': createHmac('sha256', key).update(text).digest('base64'),
  });
}

export function encodeUserSig(claims: unknown): string {
  const base64 = deflateSync(JSON.stringify(claims)).toString('base64');
  return base64.replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_');
}

/** A clock that moves only when a test moves it. */
export function createClock(at = NOON) {
  let time = at;
  return {
    now: () => time,
    move: (ms: number) => {
      time += ms;
    },
  };
}

/** alice and bob follow each other, carol follows alice; runs while `use` does. */
export async function withChat(
  options: Partial<ChatServerOptions>,
  use: (server: ChatServer) => Promise<void>,
): Promise<void> {
  const server = await createChatServer({
    sdkAppId: APP,
    secretKey: KEY,
    admins: [ADMIN],
    accounts: ['alice', 'bob', 'carol'],
    follows: [
      ['alice', 'bob'],
      ['bob', 'alice'],
      ['carol', 'alice'],
    ],
    now: () => NOON,
    ...options,
  });
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

export interface Ask {
  readonly method?: string;
  readonly path?: string;
  /** Over the right parameters; `undefined` takes one away. */
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** Text is sent as it is. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** A right call about alice, but for what `ask` changes. */
export function send(server: ChatServer, ask: Ask = {}): Promise<Response> {
  const { method = 'POST', path = '/v4/follow/follow_get_info', query = {}, body = asking('alice'), signal } = ask;
  const parameters = {
    sdkappid: String(APP),
    identifier: ADMIN,
    usersig: signUserSig(),
    random: '42',
    contenttype: 'json',
    ...query,
  };
  const url = new URL(path, server.url);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(url, { method, ...(method === 'GET' ? {} : { body: text }), ...(signal ? { signal } : {}) });
}

export interface ChatItem {
  readonly To_Account: string;
  readonly ResultCode: number;
  readonly ResultInfo: string;
  readonly FollowerCount?: number;
  readonly FollowingCount?: number;
  readonly MutualFollowingCount?: number;
}

export interface ChatAnswer {
  readonly ActionStatus: string;
  readonly ErrorCode: number;
  readonly ErrorInfo: string;
  readonly ErrorDisplay: string;
  readonly FollowInfo?: readonly ChatItem[];
}

export async function ask(server: ChatServer, what: Ask = {}): Promise<ChatAnswer> {
  const response = await send(server, what);
  return (await response.json()) as ChatAnswer;
}

export async function codeOf(server: ChatServer, what: Ask = {}): Promise<number> {
  return (await ask(server, what)).ErrorCode;
}

/** The answer of any command, as it came. */
export async function askCommand(
  server: ChatServer,
  command: string,
  body: unknown,
): Promise<Readonly<Record<string, unknown>> & Pick<ChatAnswer, 'ErrorCode'>> {
  const path = `/v4/${command === 'portrait_get' ? 'profile' : 'follow'}/${command}`;
  return (await (await send(server, { path, body })).json()) as Awaited<ReturnType<typeof askCommand>>;
}

export function asking(...accounts: readonly unknown[]) {
  return { From_Account: ADMIN, To_Account: accounts };
}
