import { Dispatcher, errors } from 'undici';
import type { ChatFault } from '../../../src/demo/chat/faults.ts';
import type { ChatReply, ChatRequest } from '../../../src/demo/chat/service.ts';
import { type Life, never } from '../kernel/life.ts';
import type { VirtualTime } from '../kernel/virtual-time.ts';
import type { ChatPoint } from './points.ts';

/** What the network does to one call. */
export interface CallFate {
  /** How long the call is under way, milliseconds. */
  readonly outMs: number;
  /** How long its answer is, milliseconds. */
  readonly backMs: number;
  /** `out`: it never arrives; `back`: its answer never does; `reset`: the connection breaks before the answer. */
  readonly lost: 'out' | 'back' | 'reset' | undefined;
}

interface Options {
  readonly time: VirtualTime;
  readonly fateOf: (life: Life) => CallFate;
  readonly onPoint: (life: Life, point: ChatPoint) => void;
  /** Called when a call leaves. @returns called when its answer is back */
  readonly onLeave: (life: Life, command: string, accounts: readonly string[]) => () => void;
  /** Chat itself. */
  readonly serve: (request: ChatRequest) => ChatReply;
  /** Called when Chat has decided a call. */
  readonly onCall: (life: Life, request: ChatRequest, reply: ChatReply) => void;
}

/** Makes the way to Chat of one replica, in the place of undici's pool. */
export function createChatNetwork(options: Options): (life: Life) => Dispatcher {
  return (life) => new SimulatedDispatcher(options, life);
}

/** Only `request`, the one way in which the app calls Chat. */
class SimulatedDispatcher extends Dispatcher {
  readonly #options: Options;
  readonly #life: Life;

  constructor(options: Options, life: Life) {
    super();
    this.#options = options;
    this.#life = life;
  }

  override request(...[asked]: Parameters<Dispatcher['request']>): ReturnType<Dispatcher['request']> {
    return this.#life.survive(this.#request(asked as Dispatcher.RequestOptions)) as ReturnType<Dispatcher['request']>;
  }

  async #request({ method, path, body, headersTimeout }: Dispatcher.RequestOptions): Promise<object> {
    const { time, fateOf, onPoint, onLeave, serve, onCall } = this.#options;
    const life = this.#life;
    onPoint(life, 'before-chat');
    if (life.isOver) return never();
    const url = new URL(String(path), 'http://chat.test');
    const { To_Account: to, From_Account: from } = JSON.parse(String(body));
    const cameBack = onLeave(life, url.pathname.split('/').at(-1) ?? '', to ?? [from]);
    const { outMs, backMs, lost } = fateOf(life);
    const limitMs = headersTimeout ?? 300_000;
    const tooLate = async (passedMs: number) => {
      await time.sleep(Math.max(0, limitMs - passedMs));
      throw new errors.HeadersTimeoutError();
    };
    // What has left arrives, also when its replica dies meanwhile.
    await time.sleep(outMs);
    if (lost === 'out') return tooLate(outMs);
    const request = { method, path: url.pathname, query: url.searchParams, body: String(body) };
    const reply = serve(request);
    onCall(life, request, reply);
    onPoint(life, 'chat-asked');
    if (lost === 'reset') throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    const waitMs = backMs + (reply.fault?.kind === 'slow' ? reply.fault.ms : 0);
    if (lost === 'back' || reply.fault?.kind === 'hang' || outMs + waitMs > limitMs) return tooLate(outMs);
    await time.sleep(waitMs);
    cameBack();
    onPoint(life, 'after-chat');
    return toResponse(reply.fault, JSON.stringify(reply.body));
  }
}

/** @returns the account whose item a fault is about, if it is about one */
export function spoiledBy(fault: ChatFault | undefined): string | undefined {
  return fault?.kind === 'account-code' ? fault.account : undefined;
}

function toResponse(fault: ChatFault | undefined, json: string): object {
  switch (fault?.kind) {
    case 'reset':
      throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    case 'status':
      return response(fault.status, '<h1>error of the gateway</h1>');
    case 'html':
      return response(200, '<h1>Please sign in to the network</h1>');
    case 'truncated':
      return response(200, json.slice(0, json.length / 2));
    case 'huge':
      throw new errors.ResponseExceededMaxSizeError();
    default:
      return response(200, json);
  }
}

const response = (statusCode: number, text: string) => ({
  statusCode,
  headers: {},
  body: { text: async () => text, destroy: () => {} },
});
