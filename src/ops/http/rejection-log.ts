import type { Logger } from '../../logger.ts';

/** What the log says of a refused request; never a header's value, a body or a path that no route has. */
export interface Refusal {
  readonly path?: string;
  readonly status?: number;
  readonly reason: string;
}

interface Options {
  readonly log: Logger;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** For so long after a line, refusals of the same kind are only counted. */
  readonly everyMs: number;
}

/** Refusals in the log, at a bounded rate. */
export interface RejectionLog {
  note(refusal: Refusal): void;
  /** Logs what was counted and not yet told. */
  flush(): void;
}

interface Kind {
  readonly refusal: Refusal;
  toldAt: number;
  untold: number;
}

/** Logs the first refusal of a kind at once, then at most one line of that kind in `everyMs`, with how many it stands for. */
export function createRejectionLog({ log, now, everyMs }: Options): RejectionLog {
  const kinds = new Map<string, Kind>();

  function tell(kind: Kind): void {
    log.warn({ ...kind.refusal, times: kind.untold }, 'HTTP requests were refused');
    kind.toldAt = now();
    kind.untold = 0;
  }

  return {
    note(refusal) {
      const key = `${refusal.path} ${refusal.status} ${refusal.reason}`;
      const kind = kinds.get(key) ?? { refusal, toldAt: Number.NEGATIVE_INFINITY, untold: 0 };
      kinds.set(key, kind);
      kind.untold += 1;
      if (now() - kind.toldAt >= everyMs) tell(kind);
    },
    flush() {
      for (const kind of kinds.values()) if (kind.untold > 0) tell(kind);
    },
  };
}
