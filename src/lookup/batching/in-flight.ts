import type { AccountId } from '../../followstats/types.ts';
import type { Asked } from './asked.ts';

/** So few that are over are not worth a look through all. */
const FEW = 1000;

/** The accounts being asked at present, so that nobody asks for one twice. */
export interface KnownAsked {
  get(account: AccountId): Asked | undefined;
  add(asked: Asked): void;
  /** It is over. */
  forget(asked: Asked): void;
}

/**
 * What is over is left behind many at a time, at the latest when it is half of all: taking each out of a Map
 * of 20,000 by itself was 4 % of the CPU of their look-up.
 */
export function createKnownAsked(): KnownAsked {
  let known = new Map<AccountId, Asked>();
  let over = 0;

  /**
   * In a new Map, not by taking out: V8 links each table a Map outgrows to the next one. With one Map for ever, a table in the
   * old generation would keep every later one, and all that was asked, from being collected young: over 100 bursts of 200
   * look-ups 46 MB survived a collection, and 28 MB do so.
   */
  function leaveBehind(): void {
    const present = new Map<AccountId, Asked>();
    if (over < known.size) for (const [account, asked] of known) if (!asked.isOver) present.set(account, asked);
    known = present;
    over = 0;
  }

  return {
    get(account) {
      const asked = known.get(account);
      return asked?.isOver ? undefined : asked;
    },
    add(asked) {
      const { size } = known;
      known.set(asked.account, asked);
      // It took the place of one that was over.
      if (known.size === size) over -= 1;
    },
    forget(asked) {
      if (asked.isOver) return;
      asked.isOver = true;
      over += 1;
      if (over === known.size || (over > FEW && over * 2 > known.size)) leaveBehind();
    },
  };
}
