import type { Route } from './http-server.ts';

/** Where Chat sends its webhooks. */
const WEBHOOK_PATH = '/tencent/webhook';

/** What came of a webhook; `unready`: the app was starting, `unread`: its body didn't arrive whole. */
export type WebhookOutcome =
  | Taken
  | 'ignored'
  | 'malformed'
  | 'forged'
  | 'stale'
  | 'other-app'
  | 'too-large'
  | 'unread'
  | 'unready';

type Taken = 'kept' | 'waiting' | 'lost';

/** How many webhooks came to what, since the process started. */
export type WebhookCounts = Map<WebhookOutcome, number>;

interface Options<Event> {
  /** Says why the query isn't one of Chat's; `undefined` when it is. */
  readonly findUnsigned: (query: URLSearchParams) => 'forged' | 'stale' | 'other-app' | undefined;
  readonly read: (query: URLSearchParams, body: string) => readonly Event[] | 'ignored' | 'malformed';
  readonly mostBytes: number;
  /** The body of every answer with 200, JSON. */
  readonly answer: string;
  /** What takes events, as it is at that moment; `undefined` while starting. */
  readonly taker: () => ((events: readonly Event[]) => Promise<Taken>) | undefined;
  readonly counts: WebhookCounts;
  /** Takes what came of each. */
  readonly onOutcome?: ((outcome: WebhookOutcome) => void) | undefined;
}

/** For the log; nothing of it is of the request. */
const REASONS = {
  forged: 'its signature is not that of Chat’s webhooks',
  stale: 'it is more than a minute old, or from a clock that is off',
  'other-app': 'it is about another Chat app',
  malformed: 'it is no webhook of the shape that Chat documents',
  unready: 'starting or stopping',
} as const;

const STATUS = { forged: 401, stale: 401, 'other-app': 401, malformed: 400, unready: 503 } as const;

/**
 * Takes Chat's webhooks. Looked at in this order, and nothing is done before all is right: the method (405, by the server), the size
 * (413), the signature with its time and app (401), the shape (400). Right ones are answered once they are kept.
 */
export function webhookRoute<Event>(options: Options<Event>): Route {
  const { findUnsigned, read, mostBytes, answer, taker, counts, onOutcome } = options;

  function count(outcome: WebhookOutcome): void {
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    onOutcome?.(outcome);
  }

  return {
    method: 'POST',
    path: WEBHOOK_PATH,
    async handle(request, response, control) {
      function reject(outcome: keyof typeof REASONS): void {
        count(outcome);
        control.reject(STATUS[outcome], REASONS[outcome]);
      }

      const body = await control.readBody(mostBytes);
      if (!body) return count(response.statusCode === 413 ? 'too-large' : 'unread');
      const query = new URLSearchParams(request.url?.split('?', 2)[1]);
      const unsigned = findUnsigned(query);
      if (unsigned) return reject(unsigned);
      const events = read(query, body.toString());
      if (events === 'malformed') return reject('malformed');
      const take = taker();
      if (!take) return reject('unready');
      count(events === 'ignored' ? 'ignored' : await take(events));
      response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
    },
  };
}
