import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { CallOptions, ChatCall } from '../followstats/types.ts';
import { type OnChatCall, outcomeOfCode, outcomeOfError } from './call-outcome.ts';
import { classOf, type OnOperatorFault, toFailure, toOperatorFault, UNKNOWN_FROM_ACCOUNT } from './error-codes.ts';
import { post } from './transport.ts';
import { createUserSig } from './user-sig.ts';

/** Which Chat app is called, in whose name, and with what. */
export interface ChatOptions {
  readonly baseUrl: string;
  readonly sdkAppId: number;
  readonly secretKey: string;
  /** The administrator that signs. */
  readonly admin: string;
  /** The account in whose name is asked, where a command needs one. */
  readonly fromAccount: string;
  /** One attempt's time, milliseconds. Chat allows itself 3 s, so less than that only cuts answers off. */
  readonly timeoutMs: number;
  readonly dispatcher: Dispatcher;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** Called with the `Date` header of each answer. */
  readonly onDate?: ((date: string) => void) | undefined;
  readonly onCall?: OnChatCall | undefined;
  readonly onOperatorFault?: OnOperatorFault | undefined;
}

/** An answer of Chat's to any command. */
export interface ChatAnswer {
  /** `ErrorCode`; 0 only when `ActionStatus` is OK as well. */
  readonly code: number;
  /** `ErrorInfo`, Chat's own words; may be empty. */
  readonly info: string;
  /** The whole JSON, of which only the two above have been checked. */
  readonly body: unknown;
  /** When it came, Unix milliseconds. */
  readonly readAt: number;
}

/** One whose call has ended once it is known what came of it: when its code is 0, by reading the rest. */
interface NotedAnswer extends ChatAnswer {
  readonly onEnd: ReturnType<OnChatCall> | undefined;
}

/** One of Chat's REST commands: everything that tells it from the others. */
export interface ChatCommand<Asked, Answered> {
  /** As in Chat's documents. Stands in errors; also the name of the command's budget. */
  readonly name: string;
  /** Calls a second that Chat documents for it, of one SDKAppID. */
  readonly documentedPerSecond: number;
  /** Below the host, without a slash at its beginning. */
  readonly path: string;
  /** Returns the request's body. @param fromAccount the account in whose name is asked */
  readonly write: (asked: Asked, fromAccount: string) => object;
  /**
   * Reads an answer whose code is 0.
   * @throws {AppError} `upstream_changed` when it has another shape than documented
   */
  readonly read: (answer: ChatAnswer, asked: Asked) => Answered;
  /**
   * Reads an answer whose code isn't 0, when it may hold what was asked for all the same.
   * @returns `undefined` when it doesn't: the call then rejects with the code's error
   * @throws {AppError} as `read`
   */
  readonly readFailed?: (answer: ChatAnswer, asked: Asked) => Answered | undefined;
  /**
   * For commands whose 30003 may be about `fromAccount` or about an account asked for. Returns the body of a call about
   * `fromAccount` itself, which is made to find out which of the two.
   */
  readonly probe?: (fromAccount: string) => object;
}

/**
 * Makes a command callable. The call rejects with `AppError` when Chat can't be reached, answers something else than
 * documented, or answers with a code.
 */
export type Chat = <Asked, Answered>(command: ChatCommand<Asked, Answered>) => ChatCall<Asked, Answered>;

/**
 * Calls one Chat app: signs, posts and reads the envelope, for any command. A signature that is rejected as lapsed is made
 * anew and the call repeated once. One rejected again is not tried a third time, since Chat locks out callers that do
 * (70050). The only place where a URL with a signature exists.
 */
export function createChat(options: ChatOptions): Chat {
  const { admin, fromAccount, dispatcher, timeoutMs, now, random, onDate, onCall, onOperatorFault } = options;
  const { origin, pathname } = new URL(options.baseUrl);
  const prefix = pathname.replace(/\/$/, '');
  const query = new URLSearchParams({ sdkappid: String(options.sdkAppId), identifier: admin, contenttype: 'json' });
  const userSig = createUserSig({ ...options, identifier: admin });

  function toPath(path: string, signature: string): string {
    // Unsigned 32-bit; identifies the request, so each attempt has its own.
    const id = Math.floor(random() * 2 ** 32);
    return `${prefix}/${path}?${query}&usersig=${signature}&random=${id}`;
  }

  /** Chat's own words are shown to people, and what it or a proxy before it says may quote the request. */
  function withoutSecrets(text: string, signature: string): string {
    return text.replaceAll(signature, '[secret]').replaceAll(options.secretKey, '[secret]');
  }

  return ({ name, path, write, read, readFailed, probe }) => {
    // Of this command alone: another one's success says nothing of an account that it doesn't name.
    let isFromAccountKnown = false;

    async function attempt(body: string, signature: string): Promise<NotedAnswer> {
      const onEnd = onCall?.(name);
      let status: number | undefined;
      const onStatus = (received: number) => {
        status = received;
      };
      const request = { name, origin, path: toPath(path, signature), body, timeoutMs, onDate, onStatus };
      try {
        const answer = readEnvelope(name, withoutSecrets(await post(dispatcher, request), signature));
        // One whose code is 0 has still to be read.
        if (answer.code !== 0) onEnd?.(outcomeOfCode(answer.code));
        return { ...answer, readAt: now(), onEnd };
      } catch (error) {
        onEnd?.(outcomeOfError(error, status));
        throw error;
      }
    }

    async function call(content: object, { nextPermit }: CallOptions): Promise<NotedAnswer> {
      const body = JSON.stringify(content);
      const signature = userSig.current();
      const answer = await attempt(body, signature);
      if (answer.code === 0 || classOf(answer.code) !== 're-sign') return answer;
      userSig.renew(signature);
      await nextPermit?.();
      return attempt(body, userSig.current());
    }

    function readNoted(answer: NotedAnswer, asked: Parameters<typeof read>[1]): ReturnType<typeof read> {
      try {
        const answered = read(answer, asked);
        answer.onEnd?.('ok');
        return answered;
      } catch (error) {
        answer.onEnd?.(outcomeOfError(error, undefined));
        throw error;
      }
    }

    /**
     * Only as long as no call has ever worked: one call more is better than every account reported as missing.
     * @returns whether Chat says that it doesn't know `fromAccount`
     */
    async function isFromAccountMissing({ code }: ChatAnswer, asking: CallOptions): Promise<boolean> {
      if (code !== 30003 || !probe || isFromAccountKnown) return false;
      await asking.nextPermit?.();
      const own = await call(probe(fromAccount), asking);
      isFromAccountKnown = own.code === 0;
      if (isFromAccountKnown) own.onEnd?.('ok');
      return own.code === 30003;
    }

    return async (asked, asking = {}) => {
      const answer = await call(write(asked, fromAccount), asking);
      if (answer.code === 0) {
        isFromAccountKnown = true;
        return readNoted(answer, asked);
      }
      const fault = toOperatorFault(answer.code);
      const isListed = classOf(answer.code) !== undefined;
      if (fault && isListed) onOperatorFault?.(fault, name);
      const answered = readFailed?.(answer, asked);
      if (answered !== undefined) return answered;
      // Only now: where Chat says of each account why, a code that no document lists is about them.
      if (fault && !isListed) onOperatorFault?.(fault, name);
      if (await isFromAccountMissing(answer, asking)) {
        onOperatorFault?.({ ...UNKNOWN_FROM_ACCOUNT, kind: 'rejected' }, name);
        throw new AppError('needs_admin', `${name} does not know the asking account`, UNKNOWN_FROM_ACCOUNT);
      }
      const { code, upstream } = toFailure(answer.code, answer.info);
      throw new AppError(code, `${name} answered ${answer.code}`, upstream);
    };
  };
}

/** What every answer has. `ErrorDisplay` and `RequestId` come and go, and aren't used. */
const Envelope = z.object({ ActionStatus: z.string(), ErrorCode: z.int(), ErrorInfo: z.string().nullish() });

/** @throws {AppError} `upstream_garbled` when the text isn't JSON, `upstream_changed` when it has no envelope */
function readEnvelope(name: string, text: string): Omit<ChatAnswer, 'readAt'> {
  const body = parseJson(name, text);
  const { ActionStatus, ErrorCode: code, ErrorInfo } = readShape(Envelope, body, name);
  if (code === 0 && ActionStatus !== 'OK') {
    throw new AppError('upstream_changed', `${name} answered FAIL with ErrorCode 0`);
  }
  return { code, info: ErrorInfo ?? '', body };
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the text, which isn't ours to repeat.
    throw new AppError('upstream_garbled', `${name} answered ${text.length} characters that are not JSON`);
  }
}

/**
 * Reads a part of an answer.
 * @param name the command's, for the error
 * @throws {AppError} `upstream_changed`, with the paths of the fields at fault and never their values
 */
export function readShape<Shape>(schema: z.ZodType<Shape>, value: unknown, name: string): Shape {
  const { data, error } = schema.safeParse(value);
  if (!error) return data;
  const paths = error.issues.slice(0, 5).map(({ path }) => path.join('.') || '(root)');
  throw new AppError('upstream_changed', `${name} answered another shape at ${paths.join(', ')}`);
}
