import type { IncomingMessage } from 'node:http';
import type { FollowChange } from '../../../src/demo/chat/follow-change.ts';
import { createWebhookRequest, type WebhookRequest } from '../../../src/demo/chat/webhook-request.ts';
import type { VirtualTime } from '../kernel/virtual-time.ts';
import type { Replica } from './replica.ts';
import { createResponse } from './server-response.ts';

interface Options {
  readonly time: VirtualTime;
  readonly sdkAppId: number;
  readonly token: string;
  /** The replica that the load balancer gives the next webhook to; `undefined` when none is up. */
  readonly nextReplica: () => Replica | undefined;
  /** How often a webhook comes, and how long each time is under way, milliseconds; none: it gets lost. */
  readonly fateOf: () => readonly number[];
  /** Called with each webhook as it arrives, and what the app's answer has as its HTTP status. */
  readonly onAnswer: (replica: Replica, change: FollowChange, status: number, isRepeat: boolean) => void;
}

/** Sends Chat's signed webhooks to the replicas, each once, as Chat does: what gets lost is lost. */
export function createWebhookLink({ time, sdkAppId, token, nextReplica, fateOf, onAnswer }: Options) {
  return (change: FollowChange): void => {
    const now = time.now();
    const request = createWebhookRequest(change, {
      sdkAppId,
      token,
      happenedAt: now,
      sentAt: now,
      platform: 'RESTAPI',
    });
    for (const [n, ms] of fateOf().entries())
      time.after(ms, () => {
        const replica = nextReplica();
        if (replica) deliver(replica, request, (status) => onAnswer(replica, change, status, n > 0));
      });
  };
}

function deliver(replica: Replica, { query, body }: WebhookRequest, answered: (status: number) => void): void {
  const request = { method: 'POST', url: `/tencent/webhook?${query}` } as unknown as IncomingMessage;
  replica.receiveWebhook(request, createResponse(answered), {
    readBody: async () => Buffer.from(JSON.stringify(body)),
    reject: answered,
  });
}
