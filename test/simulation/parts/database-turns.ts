import { type Life, never } from '../kernel/life.ts';
import type { VirtualTime } from '../kernel/virtual-time.ts';

/** A connection in use. */
export interface Turn {
  readonly life: Life;
  isInTransaction: boolean;
  isDone: boolean;
  /** The statement that is at work; never rejects. */
  running: Promise<void> | undefined;
}

interface Options {
  readonly time: VirtualTime;
  /** How long a connection takes to come about, milliseconds; others have their turns meanwhile. */
  readonly hangOf: (life: Life) => number;
  /** Undoes the transaction that a turn has left open. */
  readonly rollback: (life: Life) => Promise<unknown>;
}

/** Who has the database: one transaction or statement at a time, in the order they were asked for. */
export interface Turns {
  /** Resolves when it is this life's turn; never, when the life ends before. */
  acquire(life: Life): Promise<Turn>;
  /** Gives the turn to the next, once what runs in it has ended; safe to call twice. */
  end(turn: Turn): Promise<void>;
  /** Ends the turn of a life that is over, if it has it. */
  endOf(life: Life): void;
}

export function createTurns({ time, hangOf, rollback }: Options): Turns {
  const waiting: { readonly life: Life; readonly resolve: (turn: Turn) => void }[] = [];
  let holder: Turn | undefined;

  function next(): void {
    holder = undefined;
    while (waiting.length > 0 && holder === undefined) {
      const first = waiting.shift();
      if (first && !first.life.isOver) first.resolve(begin(first.life));
    }
  }

  function begin(life: Life): Turn {
    const turn: Turn = { life, isInTransaction: false, isDone: false, running: undefined };
    holder = turn;
    return turn;
  }

  async function end(turn: Turn): Promise<void> {
    if (turn.isDone) return;
    turn.isDone = true;
    await turn.running;
    if (turn.isInTransaction) await rollback(turn.life);
    next();
  }

  return {
    async acquire(life) {
      const hangsMs = hangOf(life);
      if (hangsMs > 0) await life.survive(time.sleep(hangsMs));
      if (life.isOver) return never();
      return holder ? new Promise<Turn>((resolve) => waiting.push({ life, resolve })) : begin(life);
    },
    end,
    endOf(life) {
      if (holder?.life === life) void end(holder);
    },
  };
}
