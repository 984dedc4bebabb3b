import { MockAgent } from 'undici';
import { type Chat, createChat } from '../../src/tencent/chat.ts';
import { ADMIN, APP, KEY } from '../demo/chat/chat-client.ts';

const ORIGIN = 'http://chat.test';

interface Request {
  /** Without the query. */
  readonly path: string;
  readonly body: unknown;
}

interface Answering {
  readonly chat: Chat;
  readonly requests: Request[];
  /** The codes that an operator is told of. */
  readonly faults: number[];
}

/** A Chat that answers each call with the next of these bodies, and with the last of them from then on. */
export function chatAnswering(...bodies: readonly string[]): Answering {
  const agent = new MockAgent();
  agent.disableNetConnect();
  const requests: Request[] = [];
  const faults: number[] = [];
  agent
    .get(ORIGIN)
    .intercept({ path: /.*/, method: 'POST' })
    .reply(200, ({ path, body }) => {
      requests.push({ path: path.split('?', 1)[0] ?? '', body: JSON.parse(String(body)) });
      return bodies[Math.min(requests.length, bodies.length) - 1] ?? '';
    })
    .persist();
  const chat = createChat({
    ...{ baseUrl: ORIGIN, sdkAppId: APP, secretKey: KEY, admin: ADMIN, fromAccount: ADMIN },
    ...{ timeoutMs: 5000, dispatcher: agent, now: () => 1_700_000_000_000, random: () => 0.5 },
    onOperatorFault: ({ code }) => faults.push(code),
  });
  return { chat, requests, faults };
}
