/** People's questions go before digests, which have the time. */
export type Priority = 'person' | 'digest';

/** One thing that waits. It may stand in the lines of several callers; the first turn takes it. */
export interface Entry {
  state: 'waiting' | 'asked' | 'abandoned';
}

interface Line<E> {
  readonly caller: string;
  readonly entries: E[];
  next: number;
}

/** The callers of one priority, in the order of their turns. */
interface Lines<E> {
  readonly byCaller: Map<string, Line<E>>;
  turns: Line<E>[];
}

/** What waits to be asked, in one line for each caller. */
export interface FairQueue<E extends Entry> {
  /** Live entries, each counted once however many lines it stands in. */
  readonly size: number;
  add(caller: string, priority: Priority, entry: E): void;
  /** An account already waiting for another caller gets a place in this one's line, too. */
  join(caller: string, priority: Priority, entry: E): void;
  abandon(entry: E): void;
  /** Takes at most `count`, turn by turn over the callers, digests only after all people. They are `asked` then. */
  take(count: number): E[];
}

export function createFairQueue<E extends Entry>(): FairQueue<E> {
  const person: Lines<E> = { byCaller: new Map(), turns: [] };
  const digest: Lines<E> = { byCaller: new Map(), turns: [] };
  let size = 0;

  function join(caller: string, priority: Priority, entry: E): void {
    const lines = priority === 'person' ? person : digest;
    const line = lines.byCaller.get(caller);
    if (line) {
      line.entries.push(entry);
      return;
    }
    const fresh: Line<E> = { caller, entries: [entry], next: 0 };
    lines.byCaller.set(caller, fresh);
    lines.turns.push(fresh);
  }

  /** The next live entry of a line; what was asked or abandoned meanwhile is stepped over. */
  function shift(line: Line<E>): E | undefined {
    while (line.next < line.entries.length) {
      const entry = line.entries[line.next] as E;
      line.next += 1;
      if (entry.state === 'waiting') return entry;
    }
    return undefined;
  }

  /** Gives turns, one entry each: a caller with more goes to the end, one without leaves. */
  function takeFrom(lines: Lines<E>, count: number, taken: E[]): void {
    const { byCaller, turns } = lines;
    let turn = 0;
    for (; taken.length < count && turn < turns.length; turn += 1) {
      const line = turns[turn] as Line<E>;
      const entry = shift(line);
      if (entry) {
        entry.state = 'asked';
        size -= 1;
        taken.push(entry);
      }
      if (line.next < line.entries.length) turns.push(line);
      else byCaller.delete(line.caller);
    }
    // Once a batch: taking each off the front would move all the others.
    lines.turns = turns.slice(turn);
  }

  return {
    get size() {
      return size;
    },
    add(caller, priority, entry) {
      size += 1;
      join(caller, priority, entry);
    },
    join,
    abandon(entry) {
      if (entry.state === 'waiting') size -= 1;
      entry.state = 'abandoned';
    },
    take(count) {
      const taken: E[] = [];
      takeFrom(person, count, taken);
      takeFrom(digest, count, taken);
      return taken;
    },
  };
}
