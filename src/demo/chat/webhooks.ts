import { Agent } from 'node:http';
import type { FollowChange } from './follow-change.ts';
import { postJson } from './post-json.ts';
import { createWebhookRequest, type WebhookRequest } from './webhook-request.ts';

/** What the console has about webhooks. */
export interface WebhookTarget {
  /** http or https, without parameters. */
  readonly url: string;
  /** Undefined: they are not signed. */
  readonly token?: string | undefined;
}

/** A webhook that was sent, and what became of it. */
export interface SentWebhook {
  readonly command: string;
  readonly body: WebhookRequest['body'];
  /** The answer's HTTP status, or why there was none. */
  readonly status: number | 'timeout' | 'unreachable';
  /** Whether the answer was HTTP 200 with the JSON that the documents ask for. */
  readonly isAcknowledged: boolean;
  /** By the machine's clock, Unix milliseconds. */
  readonly answeredAt: number;
}

/**
 * What becomes of a webhook on its way: `send` sends it, signed at that moment, and resolves when it was answered or wasn't in
 * time. Not called, it is lost; called twice, doubled; called later, late.
 */
export type WebhookRoute = (change: FollowChange, send: () => Promise<void>) => void | Promise<void>;

interface Options {
  readonly sdkAppId: number;
  /** When they are sent, Unix milliseconds. */
  readonly now: () => number;
  /** When what they are about happened, Unix milliseconds. */
  readonly eventsNow: () => number;
}

const TIMEOUT_MS = 2000; // 1047/34354
// How many Chat has under way at once isn't documented. With so many, each is answered soon also where all share one machine.
const MAX_UNDER_WAY = 16;

/** Sends webhooks, each once, as none is sent again by default, and none until `sendTo`. */
export function createWebhooks({ sdkAppId, now, eventsNow }: Options) {
  let target: WebhookTarget | undefined;
  let route: WebhookRoute = (_, send) => send();
  const sent: SentWebhook[] = [];
  const pending = new Set<Promise<void>>();
  const closing = new AbortController();
  const agent = new Agent({ keepAlive: true });
  const enter = createGate(MAX_UNDER_WAY);

  /** Keeps what isn't over yet, for `settle`. */
  function track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => pending.delete(tracked));
    pending.add(tracked);
    return tracked;
  }

  async function post({ url }: WebhookTarget, { query, body }: WebhookRequest): Promise<void> {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const signal = AbortSignal.any([timeout, closing.signal]);
    const { status, text } = await postJson(`${url}?${query}`, JSON.stringify(body), { agent, signal }).catch(() => ({
      status: timeout.aborted ? ('timeout' as const) : ('unreachable' as const),
      text: '',
    }));
    const command = query.get('CallbackCommand') ?? '';
    sent.push({ command, body, status, isAcknowledged: status === 200 && isOk(text), answeredAt: Date.now() });
  }

  return {
    /** What was sent so far, in the order it was answered. */
    sent: sent as readonly SentWebhook[],

    /** Undefined: they aren't sent any more. */
    sendTo(where: WebhookTarget | undefined): void {
      target = where;
    },

    /** Undefined: each is sent once, at once. */
    setRoute(wanted: WebhookRoute | undefined): void {
      route = wanted ?? ((_, send) => send());
    },

    /** Sends the webhook of a change. @param happenedAt Unix milliseconds; by default just now */
    tell(change: FollowChange, platform: 'RESTAPI' | 'Web', happenedAt = eventsNow()): void {
      const to = target;
      if (!to) return;
      const send = () =>
        track(
          enter(() => {
            const { token } = to;
            return post(to, createWebhookRequest(change, { sdkAppId, token, happenedAt, sentAt: now(), platform }));
          }),
        );
      // A route that throws is a bug of the test that set it, and ends the process unless `settle` meets it.
      void track((async () => route(change, send))());
    },

    /** Resolves when all that left so far were answered, or weren't in time; rejects with what a route threw. */
    async settle(): Promise<void> {
      while (pending.size > 0) await Promise.all(pending);
    },

    close(): void {
      target = undefined;
      closing.abort();
      agent.destroy();
    },
  };
}

/** Lets so many in at once; the others wait in the order they came. */
function createGate(most: number): (work: () => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    if (inside >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else inside += 1;
    try {
      await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}

function isOk(text: string): boolean {
  try {
    const { ActionStatus, ErrorCode, ErrorInfo } = JSON.parse(text);
    return ActionStatus === 'OK' && ErrorCode === 0 && typeof ErrorInfo === 'string';
  } catch {
    return false;
  }
}
