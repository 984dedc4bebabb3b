import type { Life } from '../kernel/life.ts';
import type { Marks } from '../marks.ts';

interface Call {
  readonly life: Life;
  readonly accounts: readonly string[];
  readonly key: string;
  isAnswered: boolean;
}

/** Says what marks the calls to Chat reach. */
export interface ChatWatch {
  /** Called when a call leaves. @returns to be called when its answer has come back */
  left(life: Life, accounts: readonly string[]): () => void;
  /** Called when Chat has decided a call. */
  decided(life: Life, accounts: readonly string[], code: number | 'fault'): void;
}

/** Codes of a call that one account spoiled. */
const SPOILED: ReadonlySet<unknown> = new Set([30001, 30003]);

export function createChatWatch(marks: Marks): ChatWatch {
  const open = new Set<Call>();
  const spoiled = new Map<Life, ReadonlySet<string>>();
  return {
    left(life, accounts) {
      const call: Call = { life, accounts, key: accounts.join(' '), isAnswered: false };
      const first = [...open].find((other) => other.life === life && other.key === call.key);
      open.add(call);
      const whole = spoiled.get(life);
      if (whole && accounts.length < whole.size && accounts.every((one) => whole.has(one))) marks.reach('batch halved');
      return () => {
        call.isAnswered = true;
        open.delete(call);
        if (first && !first.isAnswered) marks.reach('hedge won');
      };
    },
    decided(life, accounts, code) {
      if (code === 60007) marks.reach('throttled by Chat');
      if (SPOILED.has(code) && accounts.length > 1) spoiled.set(life, new Set(accounts));
      else if (code === 0 && accounts.length > 1) spoiled.delete(life);
      // A dead replica's calls are answered to nobody.
      for (const call of open) if (call.life.isOver) open.delete(call);
    },
  };
}
