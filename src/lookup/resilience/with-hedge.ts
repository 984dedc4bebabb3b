import type { Call } from '../call.ts';

interface Options {
  /** A call is late after so many times what 95 of 100 take, and never before `leastMs`. */
  readonly factor: number;
  readonly leastMs: number;
  /** Hedges for each call made; more would double the load on a host that is slow as a whole. */
  readonly share: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
}

/** Hedges saved up while all is well. */
const MOST_SAVED = 10;
/** Answers that tell what is usual at present; fewer than `LEAST_TIMES` tell nothing. */
const KEPT_TIMES = 128;
const LEAST_TIMES = 16;

/**
 * A call much slower than its peers is made once more, and again when that one is late or fails, each with a permit of its own; the
 * first answer wins. The time spent waiting
 * for a permit doesn't count. Rejects with the first failure when every attempt under way has failed.
 */
export function withHedge<Asked, Answered>(
  next: Call<Asked, Answered>,
  { factor, leastMs, share, now }: Options,
): Call<Asked, Answered> {
  const times: number[] = [];
  let answers = 0;
  let usualMs: number | undefined;
  let saved = MOST_SAVED;

  function noteTime(ms: number): void {
    times[answers % KEPT_TIMES] = ms;
    answers += 1;
    if (answers % LEAST_TIMES === 0) usualMs = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)];
  }

  return (asked, context = {}) =>
    new Promise((resolve, reject) => {
      const { hasWaiters = () => true } = context;
      let startedAt = 0;
      let underWay = 1;
      /** Answered, or failed before it was hedged. */
      let isOver = false;
      let firstError: unknown;
      let timer: NodeJS.Timeout | undefined;

      function answer(answered: Answered): void {
        isOver = true;
        clearTimeout(timer);
        resolve(answered);
      }

      function fail(error: unknown): void {
        firstError ??= error;
        underWay -= 1;
        // What is still under way is late already, so it is hedged again, though not at once.
        if (underWay > 0) {
          watch();
          return;
        }
        clearTimeout(timer);
        isOver = true;
        reject(firstError);
      }

      function hedge(): void {
        // Looked at only now: many calls that are late at once must not share the last hedge.
        if (isOver || saved < 1 || !hasWaiters()) return;
        saved -= 1;
        let isSent = false;
        function onSent(): void {
          isSent = true;
          underWay += 1;
          watch();
        }
        next(asked, { hasWaiters: () => !isOver && hasWaiters(), onSent }).then(answer, (error: unknown) => {
          if (isSent) fail(error);
          else saved += 1;
        });
      }

      /** After a stall of the event loop timers come first: the answers that have arrived meanwhile are read before it is late. */
      function hedgeWhenRead(): void {
        setImmediate(hedge);
      }

      /** Hedges when nothing has answered once the newest attempt is late, too. */
      function watch(): void {
        clearTimeout(timer);
        if (usualMs !== undefined) timer = setTimeout(hedgeWhenRead, Math.max(leastMs, usualMs * factor));
      }

      function onSent(): void {
        context.onSent?.();
        startedAt = now();
        saved = Math.min(MOST_SAVED, saved + share);
        watch();
      }

      next(asked, { ...context, onSent }).then((answered) => {
        noteTime(now() - startedAt);
        answer(answered);
      }, fail);
    });
}
