import type { App, Receiver } from '@slack/bolt';
import { withDeadline } from '../../deadline.ts';
import type { Logger } from '../../logger.ts';
import { systemTimers } from '../../timers.ts';
import { createAnsweredRequests } from './answered-requests.ts';
import { type OnRequest, whenRecorded } from './before-acknowledgement.ts';
import type { ClaimRequest } from './claim-requests.ts';
import type { OwedAnswer, OwedAnswers } from './owed-answers.ts';
import { createSocketConnection, type SocketConnection, type SocketOptions } from './socket-connection.ts';
import type { SocketRequest } from './socket-frames.ts';
import { createSocketKeeper, type SocketKeeper } from './socket-keeper.ts';
import { createSparingLog } from './sparing-log.ts';

/** Slack sends a request again within minutes, if at all; so many requests are minutes of the busiest app. */
const MOST_REMEMBERED = 5000;
const UNUSABLE_EVERY_MS = 60_000;
/** Slack waits no longer for an acknowledgement. */
const ACK_LIMIT_MS = 3000;

interface Options extends SocketOptions {
  readonly claimRequest: ClaimRequest;
  readonly owedAnswers: Pick<OwedAnswers, 'begin'>;
  /** Absent: nothing is timed. */
  readonly onRequest?: OnRequest | undefined;
  readonly log: Logger;
  /** Milliseconds of a clock that only time moves. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** A Bolt receiver for Socket Mode. `stop` waits for the acknowledgements that Slack is owed, at most three seconds. */
export interface SocketReceiver extends Receiver, Pick<SocketKeeper, 'isConnected' | 'tokenRejected'> {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Takes Slack's requests over sockets. Each is acknowledged on the connection that brought it, and done once: Slack may
 * send one again, also over another connection, and is then given the same acknowledgement.
 */
export function createSocketReceiver(given: Options): SocketReceiver {
  const { log, logger, now, random, claimRequest, owedAnswers, onRequest: onTimed, ...options } = given;
  /** What each was acknowledged with, by its envelope's id. */
  const answered = createAnsweredRequests<object>({ now, max: MOST_REMEMBERED });
  const owedAcks = new Set<Promise<void>>();
  let app: App | undefined;

  const onUnusable = createSparingLog({
    write: (why, more) => log.warn({ why, more }, 'a message of Slack’s that the app can’t use'),
    everyMs: UNUSABLE_EVERY_MS,
    now,
  });
  // The SDK complains of every step that fails; the keeper says once what came of it, and why.
  const quiet = { ...logger, warn: logger.info, error: logger.info };
  const keeper = createSocketKeeper({
    create: (events) => createSocketConnection({ ...options, logger: quiet }, { ...events, onRequest, onUnusable }),
    log,
    now,
    sleep: systemTimers.sleep,
    random,
  });

  function onRequest(request: SocketRequest, connection: SocketConnection): void {
    const { envelopeId } = request;
    const acknowledge = (payload: object): void => {
      if (!connection.acknowledge(envelopeId, payload))
        log.warn('a request could not be acknowledged: its connection has ended');
    };
    const earlier = answered.find(envelopeId);
    if (earlier) void earlier.then(acknowledge);
    else process(request, acknowledge);
  }

  function process({ envelopeId, body, retryNum, retryReason }: SocketRequest, acknowledge: (p: object) => void): void {
    const remember = answered.begin(envelopeId);
    const acknowledgement = Promise.withResolvers<void>();
    owedAcks.add(acknowledgement.promise);
    const onAcknowledged = onTimed?.();
    let isAcknowledged = false;
    let owed: OwedAnswer | undefined;
    const ack = async (response?: unknown): Promise<void> => {
      if (isAcknowledged) return;
      isAcknowledged = true;
      owed = owedAnswers.begin(envelopeId, body);
      if (owed) await whenRecorded(claimRequest(undefined, owed));
      const payload = toPayload(response);
      owedAcks.delete(acknowledgement.promise);
      acknowledgement.resolve();
      remember(payload);
      // Lost or not, the work goes on: the person is waiting for it.
      acknowledge(payload);
      onAcknowledged?.();
    };
    const event = { body, ack, retryNum, retryReason } as Parameters<App['processEvent']>[0];
    app
      ?.processEvent(event)
      .catch((error: unknown) => log.error({ err: error }, 'a request from Slack failed'))
      .finally(() => {
        // What was never acknowledged is taken again when Slack sends it again.
        if (!isAcknowledged) answered.forget(envelopeId);
        owedAcks.delete(acknowledgement.promise);
        acknowledgement.resolve();
        owed?.end();
      });
  }

  /** What comes in meanwhile is acknowledged and done as well. */
  async function allAcknowledged(): Promise<void> {
    while (owedAcks.size > 0) await Promise.all(owedAcks);
  }

  return {
    init(bolt) {
      app = bolt;
    },
    isConnected: keeper.isConnected,
    tokenRejected: keeper.tokenRejected,
    start: keeper.start,
    async stop() {
      keeper.halt();
      await withDeadline(allAcknowledged(), { ms: ACK_LIMIT_MS }, () => undefined);
      await keeper.close();
    },
  };
}

function toPayload(response: unknown): object {
  if (typeof response === 'string') return { text: response };
  return typeof response === 'object' && response !== null ? response : {};
}
