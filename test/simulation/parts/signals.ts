import type { Signal } from '../../../src/store/signal.ts';
import type { Chance } from '../kernel/chance.ts';
import type { Life } from '../kernel/life.ts';
import type { VirtualTime } from '../kernel/virtual-time.ts';

/** The notices that replicas send each other over Postgres: some come late, and some never. */
export interface Signals {
  join(life: Life): Signal;
}

const LOST_SHARE = 0.05;

export function createSignals(time: VirtualTime, chance: Chance): Signals {
  const members = new Map<Life, Set<() => void>>();
  return {
    join(life) {
      const listeners = new Set<() => void>();
      members.set(life, listeners);
      life.onEnd(() => members.delete(life));
      return {
        async notify() {
          for (const listener of listeners) listener();
          for (const [other, theirs] of members) {
            if (other === life || chance.happens(LOST_SHARE)) continue;
            time.after(chance.between(1, 200), () =>
              time.within(other, () => {
                if (!other.isOver) for (const listener of theirs) listener();
              }),
            );
          }
        },
        on(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        close: async () => listeners.clear(),
      };
    },
  };
}
