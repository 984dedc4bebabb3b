import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatFault } from '../../../src/demo/chat/faults.ts';
import type { ChatServer } from '../../../src/demo/chat/server.ts';
import type { SlackFault } from '../../../src/demo/slack/types.ts';
import type { Workspace } from '../../../src/demo/slack/workspace-types.ts';

const STORM_MS = 5000;
const CALM_MS = 15_000;

const STORMS: readonly { readonly chat?: readonly ChatFault[]; readonly slack?: readonly SlackFault[] }[] = [
  { chat: [{ kind: 'slow', ms: 700 }] },
  { chat: [{ kind: 'status', status: 502, times: 40 }] },
  { slack: [{ kind: 'refuse', method: 'response_url', error: 'expired_url', share: 0.3 }] },
  { chat: [{ kind: 'code', code: 30006, times: 40 }] },
  { chat: [{ kind: 'reset', times: 40 }] },
  { slack: [{ kind: 'rate-limit', method: 'response_url', retryAfterSeconds: 1, share: 0.3 }] },
  { chat: [{ kind: 'hang', times: 10 }] },
  { slack: [{ kind: 'status', method: 'response_url', status: 503, share: 0.3 }] },
  { chat: [{ kind: 'html', times: 40 }], slack: [{ kind: 'status', method: 'users.info', status: 500, share: 0.5 }] },
  { slack: [{ kind: 'lose-answer', method: 'chat.postMessage', share: 0.2 }] },
];

/** Lets faults come and go, one after the other, until `ends` (Unix milliseconds), and ends in fair weather. */
export async function changeWeather(
  { chat, slack }: { readonly chat: ChatServer; readonly slack: Workspace },
  ends: number,
): Promise<number> {
  let storms = 0;
  const left = (ms: number): number => Math.max(0, Math.min(ms, ends - Date.now()));
  while (Date.now() + CALM_MS < ends) {
    await sleep(left(CALM_MS));
    const storm = STORMS[storms % STORMS.length];
    storms += 1;
    chat.setFaults(storm?.chat ?? []);
    slack.setFaults(storm?.slack ?? [], storms);
    await sleep(left(STORM_MS));
    chat.setFaults([]);
    slack.setFaults([]);
  }
  return storms;
}
