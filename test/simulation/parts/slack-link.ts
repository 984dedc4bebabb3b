import type { IncomingMessage } from 'node:http';
import { type Acknowledgement, type Outgoing, unacknowledged } from '../../../src/demo/slack/delivery/delivery.ts';
import { signedHeaders, toHttpBody } from '../../../src/demo/slack/delivery/http-body.ts';
import type { VirtualTime } from '../kernel/virtual-time.ts';
import type { Replica } from './replica.ts';
import { createResponse } from './server-response.ts';

interface Options {
  readonly time: VirtualTime;
  readonly signingSecret: string;
  /** The replica that the load balancer gives the next request to; `undefined` when none is up. */
  readonly nextReplica: () => Replica | undefined;
  /** How often this request comes, and how long each time is under way, milliseconds. */
  readonly fateOf: () => readonly number[];
  /** Called with each request as it arrives. */
  readonly onRequest: (replica: Replica, outgoing: Outgoing, isRepeat: boolean) => void;
}

/** Slack waits so long for an acknowledgement. */
const ACK_MS = 3000;

/** Brings Slack's signed requests to a replica, through its HTTP receiver. */
export function createSlackLink({ time, signingSecret, nextReplica, fateOf, onRequest }: Options) {
  function deliver(replica: Replica, request: SignedRequest): Promise<Acknowledgement> {
    const { promise, resolve } = Promise.withResolvers<Acknowledgement>();
    const startedAt = time.elapsed();
    const answered = (status: number, headers: Readonly<Record<string, string>>, body: string) =>
      resolve({
        status,
        body,
        isJson: (headers['content-type'] ?? '').startsWith('application/json'),
        ackMs: time.elapsed() - startedAt,
        error: status === 200 ? undefined : 'dispatch_failed',
      });
    replica.receive({ headers: request.headers } as unknown as IncomingMessage, createResponse(answered), {
      readBody: async () => Buffer.from(request.text),
      reject: (status) => answered(status, {}, ''),
    });
    return promise;
  }

  return {
    /** Sends one request. @returns how it was acknowledged, or that it wasn't in 3 s */
    async send(outgoing: Outgoing): Promise<Acknowledgement> {
      const request = sign(outgoing, signingSecret, time.now());
      const tooLate = time.sleep(ACK_MS).then(() => unacknowledged('operation_timeout', ACK_MS));
      const answers = fateOf().map(async (ms, n) => {
        await time.sleep(ms);
        const replica = nextReplica();
        if (!replica) return unacknowledged('dispatch_failed', 0);
        onRequest(replica, outgoing, n > 0);
        return deliver(replica, request);
      });
      return Promise.race([answers[0] as Promise<Acknowledgement>, tooLate]);
    },
  };
}

interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

function sign(outgoing: Outgoing, secret: string, now: number): SignedRequest {
  const body = toHttpBody(outgoing);
  return { text: body.text, headers: signedHeaders(body, { secret, timestamp: Math.floor(now / 1000) }) };
}
