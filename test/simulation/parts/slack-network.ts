import type { HttpAnswer, Outcome } from '../../../src/demo/slack/http/http-answer.ts';
import { type Life, never } from '../kernel/life.ts';
import type { VirtualTime } from '../kernel/virtual-time.ts';
import type { CallFate } from './chat-network.ts';
import type { SlackPoint } from './points.ts';

interface Options {
  readonly time: VirtualTime;
  /** @param method Slack's name of the method; `response_url`, `upload` */
  readonly fateOf: (life: Life, method: string) => CallFate;
  readonly onPoint: (life: Life, point: SlackPoint) => void;
  /** Slack itself: does what a request says. */
  readonly serve: (url: string, init: RequestInit | undefined) => Promise<Outcome>;
  /** Called when Slack has decided a request. */
  readonly onCall: (life: Life, method: string, outcome: Outcome) => void;
}

/** Makes `fetch` as one replica has it: all it can reach is Slack. */
export function createSlackNetwork(options: Options): (life: Life) => typeof globalThis.fetch {
  const { time, fateOf, onPoint, serve, onCall } = options;

  async function request(life: Life, url: string, init: RequestInit | undefined): Promise<Response> {
    const method = methodOf(url);
    const isPost = method === 'chat.postMessage';
    onPoint(life, isPost ? 'before-post' : 'before-slack');
    if (life.isOver) return never();
    const { outMs, backMs, lost } = fateOf(life, method);
    await time.sleep(outMs);
    if (lost === 'out') return never();
    onPoint(life, isPost ? 'post-asked' : 'slack-asked');
    // What has left arrives, also when its replica died meanwhile.
    const outcome = await serve(url, init);
    onCall(life, method, outcome);
    onPoint(life, isPost ? 'post-done' : 'slack-done');
    if (lost === 'reset' || outcome === 'cut') throw Object.assign(new TypeError('fetch failed'), { cause: RESET });
    if (lost === 'back' || outcome === 'never') return never();
    await time.sleep(backMs);
    onPoint(life, 'after-slack');
    return toResponse(outcome);
  }

  return (life) => (input, init) => {
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    const signal = init?.signal;
    signal?.throwIfAborted();
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    request(life, String(input instanceof Request ? input.url : input), init).then(resolve, reject);
    return life.survive(promise);
  };
}

const RESET = Object.assign(new Error('reset'), { code: 'ECONNRESET' });

/** `…/api/chat.postMessage` → `chat.postMessage`; `…/response/KEY` → `response_url`. */
function methodOf(url: string): string {
  const [, room = '', rest = ''] = /\/(api|response|upload)\/([^/?]+)/.exec(url) ?? [];
  if (room === 'api') return rest;
  return room === 'response' ? 'response_url' : room;
}

function toResponse({ status, headers, body }: HttpAnswer): Response {
  return new Response(body, { status, headers: { ...headers } });
}
