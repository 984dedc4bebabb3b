/** People's questions go before digests, which have the time. */
export type Priority = 'person' | 'digest';

/** One thing that waits. It may stand in the lines of several callers; the first turn takes it. */
export interface Entry {
  state: 'new' | 'waiting' | 'asked' | 'abandoned';
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
  /**
   * New ones are waiting then; one that waits for another caller already gets a place in this one's line, too.
   * @param entries the queue's own from now on
   */
  add(caller: string, priority: Priority, entries: E[]): void;
  /** Nobody waits for it any more. */
  abandon(entry: E): void;
  /** Takes at most `count`, turn by turn over the callers, digests only after all people. They are `asked` then. */
  take(count: number): E[];
}

export function createFairQueue<E extends Entry>(): FairQueue<E> {
  const person: Lines<E> = { byCaller: new Map(), turns: [] };
  const digest: Lines<E> = { byCaller: new Map(), turns: [] };
  let size = 0;

  function add(caller: string, priority: Priority, entries: E[]): void {
    for (const entry of entries) {
      if (entry.state !== 'new') continue;
      entry.state = 'waiting';
      size += 1;
    }
    const { byCaller, turns } = priority === 'person' ? person : digest;
    const line = byCaller.get(caller);
    if (line) {
      // Not spread into one call: a list of accounts may be longer than a call takes arguments.
      for (const entry of entries) line.entries.push(entry);
    } else if (entries.length > 0) {
      const fresh: Line<E> = { caller, entries, next: 0 };
      byCaller.set(caller, fresh);
      turns.push(fresh);
    }
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
    add,
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
