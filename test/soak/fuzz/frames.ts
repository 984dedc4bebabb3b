import type { FuzzedApp } from './fuzzed-app.ts';
import type { RandomInput } from './random-input.ts';

/** Sends one message over the app's socket that Slack would never send, or a request with anything in it. */
export function sendFrame({ slack: { sockets } }: FuzzedApp, input: RandomInput): void {
  const kind = input.whole(0, 9);
  if (kind === 0) sockets.sendBytes(input.bytes(5000));
  else if (kind === 1) sockets.sendText(input.text(5000));
  else if (kind < 5) sockets.sendText(JSON.stringify(input.json(4, 200)));
  else sockets.sendText(JSON.stringify(makeEnvelope(input)));
}

const TYPES = ['hello', 'slash_commands', 'interactive', 'events_api', 'block_suggestion', 'x'] as const;

function makeEnvelope(input: RandomInput) {
  return {
    // Not `disconnect`, which the app obeys.
    type: input.pick(TYPES),
    envelope_id: input.pick([input.text(40), String(input.whole(0, 1e9)), input.json(1, 10)]),
    accepts_response_payload: input.pick([true, false, input.json(1, 10)]),
    payload: input.json(5, 200),
  };
}

/**
 * Types a command and waits for its acknowledgement.
 * @returns how long that took, milliseconds; or what was wrong
 */
export async function proveAlive({ slack }: FuzzedApp): Promise<number | string> {
  const startedAt = performance.now();
  const { status, error } = await slack.type({
    personId: 'U0ANDERS001',
    channelId: 'C0COMMUNITY',
    text: '/followstats help',
  });
  return status === 200 ? performance.now() - startedAt : `a command was answered with ${error}`;
}
