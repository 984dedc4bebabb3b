import type { Logger } from '../../logger.ts';

/** What the log says of a rejected request; never a header's value, a body or a path that no route has. */
export interface Rejection {
  readonly path?: string;
  readonly status?: number;
  readonly reason: string;
}

interface Options {
  readonly log: Logger;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** How long after a line rejections of the same kind are only counted, milliseconds. */
  readonly everyMs: number;
}

/** Logs rejections, at a bounded rate. */
export interface RejectionLog {
  /** Logs a rejection, or counts it. */
  note(rejection: Rejection): void;
  /** Logs what was counted and not yet logged. */
  flush(): void;
}

interface Kind {
  readonly rejection: Rejection;
  /** By `now`. */
  loggedAt: number;
  /** How many are counted since. */
  unlogged: number;
}

/** Logs the first rejection of a kind at once, then at most one line of that kind in `everyMs`, with how many it stands for. */
export function createRejectionLog({ log, now, everyMs }: Options): RejectionLog {
  const kinds = new Map<string, Kind>();

  function write(kind: Kind): void {
    log.warn({ ...kind.rejection, times: kind.unlogged }, 'HTTP requests were refused');
    kind.loggedAt = now();
    kind.unlogged = 0;
  }

  return {
    note(rejection) {
      const key = `${rejection.path} ${rejection.status} ${rejection.reason}`;
      const kind = kinds.get(key) ?? { rejection, loggedAt: Number.NEGATIVE_INFINITY, unlogged: 0 };
      kinds.set(key, kind);
      kind.unlogged += 1;
      if (now() - kind.loggedAt >= everyMs) write(kind);
    },
    flush() {
      for (const kind of kinds.values()) if (kind.unlogged > 0) write(kind);
    },
  };
}
