import { z } from 'zod';
import type { ExpiringValues } from '../../followstats/expiring-values.ts';
import { newReference } from '../../logger.ts';

/** Who was acknowledged and is owed an answer. Holds no secret: what answers the request through Slack's URL would be one. */
const Owed = z.object({
  personId: z.string(),
  /** Where they asked; '' for no conversation. */
  channelId: z.string(),
  /** Unix milliseconds. */
  askedAt: z.number(),
  /** When the replica that has the request last said that it goes on, Unix milliseconds. */
  at: z.number(),
});
/** One of those. */
export type Owed = Readonly<z.infer<typeof Owed>>;

/** An answer that is owed, as the store has it while it is. */
export interface OwedAnswer {
  readonly key: string;
  readonly value: string;
  /** To be called once its write has ended, in whichever way. */
  readonly written: () => void;
  /** The request has come to its end. Returns at once and never throws. */
  readonly end: () => void;
}

/** What a replica that was killed leaves behind. Each function but `begin` and `settled` rejects with `store_unavailable`. */
export interface OwedAnswers {
  /**
   * Begins to owe the answer to a request that is acknowledged.
   * @param id unique to this replica, printable
   * @returns what is to be written; `undefined` where nothing is owed, e.g. to an event
   */
  begin(id: string, body: Record<string, unknown>): OwedAnswer | undefined;
  /** Takes those of which nothing was heard for `STALE_MS`: the replicas that had them were killed. Each is one caller's. */
  takeStale(): Promise<readonly { readonly key: string; readonly owed: Owed }[]>;
  /** Owes an answer no more: its person was notified. Rejects with `store_unavailable`. */
  drop(key: string): Promise<void>;
  /** Resolves when all that ended is dropped, or can't be. Never rejects. */
  settled(): Promise<void>;
}

interface Options {
  readonly values: Pick<ExpiringValues, 'add' | 'set' | 'under' | 'removeAll'>;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Nothing heard for so long, a request is taken for lost, milliseconds. */
export const STALE_MS = 45_000;
/** A request that takes long says so often that it goes on. */
const BEAT_MS = STALE_MS / 3;
/** Longer than any request takes: no person waits for what is older. */
const KEPT_MS = 10 * 60_000;
const BEGINNING = 'owed:';

/**
 * Keeps in the store which requests were acknowledged and aren't answered yet, from beside the acknowledgement until the answer is
 * sent: of a replica that is killed, another one finds them. What ends at one moment shares one write.
 */
export function createOwedAnswers({ values, now }: Options): OwedAnswers {
  const replica = newReference();
  const open = new Map<string, Omit<Owed, 'at'>>();
  let ended = new Set<string>();
  /** Of what has ended before its write has. */
  const unwritten = new Set<Promise<void>>();
  let dropping: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const toValue = (owed: Omit<Owed, 'at'>): string => JSON.stringify({ ...owed, at: now() } satisfies Owed);

  async function dropEnded(): Promise<void> {
    while (ended.size > 0) {
      const keys = [...ended].slice(0, 500);
      ended = new Set([...ended].slice(keys.length));
      try {
        await values.removeAll(keys);
      } catch {
        // The store is away, which it says itself; with the next beat they are dropped.
        for (const key of keys) ended.add(key);
        return;
      }
    }
  }

  function drop(): Promise<void> {
    dropping ??= dropEnded().finally(() => {
      dropping = undefined;
    });
    return dropping;
  }

  async function beat(): Promise<void> {
    await drop();
    // One that fails is made up for by the next, or by the end.
    for (const [key, owed] of open) await values.set(key, toValue(owed), KEPT_MS).catch(() => {});
    if (open.size + ended.size > 0) plan();
  }

  /** Only while something is open, so that an idle app does nothing. */
  function plan(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void beat(), BEAT_MS);
    timer.unref();
  }

  return {
    begin(id, body) {
      const owed = owedTo(body);
      if (!owed) return undefined;
      const key = `${BEGINNING}${replica}:${id}`;
      const isWritten = Promise.withResolvers<void>();
      if (open.size === 0) plan();
      const asked = { ...owed, askedAt: now() };
      open.set(key, asked);
      return {
        key,
        value: toValue(asked),
        written: isWritten.resolve,
        end() {
          open.delete(key);
          // A write that the request no longer waited for may come later than its end.
          const ending = isWritten.promise.then(() => {
            unwritten.delete(ending);
            ended.add(key);
            void drop();
          });
          unwritten.add(ending);
        },
      };
    },
    async takeStale() {
      const taken: { readonly key: string; readonly owed: Owed }[] = [];
      for (const [key, value] of await values.under(BEGINNING)) {
        const { data: owed } = Owed.safeParse(JSON.parse(value));
        if (!owed || now() - owed.at < STALE_MS || open.has(key)) continue;
        // A replica that took it may be killed in its turn; then it is free again.
        if (await values.add(`telling:${key}`, '', STALE_MS)) taken.push({ key, owed });
      }
      return taken;
    },
    drop: (key) => values.removeAll([key]),
    async settled() {
      await Promise.all(unwritten);
      await drop();
      clearTimeout(timer);
    },
  };
}

/** Slack's payloads that a person waits for the answer of, as far as that matters. */
const Waiting = z.union([
  z.object({ command: z.string(), user_id: z.string(), channel_id: z.string().default('') }),
  z.object({
    type: z.literal('block_actions'),
    user: z.object({ id: z.string() }),
    // In a form or a Home the person sees that nothing came of it, and presses again.
    container: z.object({ type: z.literal('message') }),
    channel: z.object({ id: z.string() }).optional(),
  }),
  z.object({
    type: z.enum(['message_action', 'view_submission']),
    user: z.object({ id: z.string() }),
    channel: z.object({ id: z.string() }).optional(),
  }),
]);

/** The person who waits for the answer to a request; `undefined` when none does. */
function owedTo(body: Record<string, unknown>): Pick<Owed, 'personId' | 'channelId'> | undefined {
  const { data } = Waiting.safeParse(body);
  if (!data) return undefined;
  if ('command' in data) return { personId: data.user_id, channelId: data.channel_id };
  return { personId: data.user.id, channelId: data.channel?.id ?? '' };
}
