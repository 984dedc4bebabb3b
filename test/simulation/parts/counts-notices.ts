import type { CountsListener } from '../../../src/followstats/events/ports.ts';
import type { AccountId } from '../../../src/followstats/types.ts';
import type { CountsSignal } from '../../../src/store/counts-signal.ts';
import { MINUTE } from '../faults/fault.ts';
import type { Life } from '../kernel/life.ts';
import type { VirtualTime } from '../kernel/virtual-time.ts';

interface Options {
  readonly time: VirtualTime;
  /** How long a notice to a life is under way, milliseconds; `undefined` while its connection for notices is broken. */
  readonly fateOf: (life: Life) => number | undefined;
}

/**
 * The notices of whose counts have changed, as replicas have them over Postgres: one is sent with the commit of its transaction,
 * however that replica goes on, and comes some time later. Who has missed one hears that it may have been any account, once its
 * connection is back.
 */
export interface CountsNotices {
  join(life: Life): CountsSignal;
  /** To be called when a transaction of a life's begins, and when it is committed. */
  began(life: Life): void;
  committed(life: Life): void;
  /** Whether every notice that was sent has come, and nobody has missed one. */
  haveAllCome(): boolean;
}

/** From one try to connect again to the next. */
const RECONNECT_MS = MINUTE / 2;

export function createCountsNotices({ time, fateOf }: Options): CountsNotices {
  const members = new Map<Life, Set<CountsListener>>();
  /** What the open transaction of a life's says. */
  const said = new Map<Life, ReadonlySet<AccountId>[]>();
  const deaf = new Set<Life>();
  let underWay = 0;

  function call(life: Life, accounts: Parameters<CountsListener>[0]): void {
    time.within(life, () => {
      if (!life.isOver) for (const listener of members.get(life) ?? []) listener(accounts, 'elsewhere');
    });
  }

  function reconnect(life: Life): void {
    time.after(RECONNECT_MS, () => {
      if (life.isOver) return void deaf.delete(life);
      if (fateOf(life) === undefined) return reconnect(life);
      deaf.delete(life);
      call(life, 'all');
    });
  }

  function send(life: Life, accounts: ReadonlySet<AccountId>): void {
    const ms = fateOf(life);
    if (ms !== undefined) {
      underWay += 1;
      time.after(ms, () => {
        underWay -= 1;
        call(life, accounts);
      });
    } else if (!deaf.has(life)) {
      deaf.add(life);
      reconnect(life);
    }
  }

  return {
    join(life) {
      const listeners = new Set<CountsListener>();
      members.set(life, listeners);
      life.onEnd(() => {
        members.delete(life);
        said.delete(life);
      });
      return {
        async announce(_, accounts) {
          said.get(life)?.push(accounts);
        },
        callListeners(accounts, from) {
          for (const listener of listeners) listener(accounts, from);
        },
        on(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        close: async () => listeners.clear(),
      };
    },
    began: (life) => void said.set(life, []),
    committed(life) {
      for (const accounts of said.get(life) ?? [])
        for (const other of members.keys()) if (other !== life) send(other, accounts);
      said.delete(life);
    },
    haveAllCome: () => underWay === 0 && deaf.size === 0,
  };
}
