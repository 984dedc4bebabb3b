/** People's questions go before digests, which have the time. */
export type Priority = 'person' | 'digest';

/** One thing that waits. It may stand in the lines of several callers; the first turn takes it. */
export interface Entry {
  state: 'new' | 'waiting' | 'asked' | 'abandoned';
}

/**
 * Entries of one turn. As many as a command usually has, which then waits for one call instead of the slowest of several, and
 * so few that a call has room for four callers.
 */
const TURN = 5;

interface Line<E> {
  readonly caller: string;
  readonly entries: E[];
  next: number;
  /** Entries taken in its present turn. */
  had: number;
  /** Whose turn is after this one's. */
  after: Line<E> | undefined;
}

/** The callers of one priority, in the order of their turns: a list by links, for each turn moves one to its end. */
interface Lines<E> {
  byCaller: Map<string, Line<E>>;
  first: Line<E> | undefined;
  last: Line<E> | undefined;
}

/** What waits to be asked, in one line for each caller. */
export interface FairQueue<E extends Entry> {
  /** Live entries, each counted once however many lines it stands in. */
  readonly size: number;
  /**
   * New ones are waiting then; one that waits for another caller already gets a place in this one's line, too, and one that
   * is asked none.
   * @param entries the queue's own from now on
   */
  add(caller: string, priority: Priority, entries: E[]): void;
  /** Nobody waits for it any more. */
  abandon(entry: E): void;
  /** Takes at most `count`, turn by turn over the callers, digests only after all people. They are `asked` then. */
  take(count: number): E[];
}

export function createFairQueue<E extends Entry>(): FairQueue<E> {
  const person: Lines<E> = { byCaller: new Map(), first: undefined, last: undefined };
  const digest: Lines<E> = { byCaller: new Map(), first: undefined, last: undefined };
  let size = 0;

  function add(caller: string, priority: Priority, entries: E[]): void {
    let hasWaiting = false;
    for (const entry of entries) {
      if (entry.state === 'new') {
        entry.state = 'waiting';
        size += 1;
      }
      if (entry.state === 'waiting') hasWaiting = true;
    }
    if (!hasWaiting) return;
    const lines = priority === 'person' ? person : digest;
    const line = lines.byCaller.get(caller);
    if (line) {
      // Not spread into one call: a list of accounts may be longer than a call takes arguments.
      for (const entry of entries) line.entries.push(entry);
    } else {
      const fresh: Line<E> = { caller, entries, next: 0, had: 0, after: undefined };
      lines.byCaller.set(caller, fresh);
      goLast(lines, fresh);
    }
  }

  function goLast(lines: Lines<E>, line: Line<E>): void {
    if (lines.last) lines.last.after = line;
    else lines.first = line;
    lines.last = line;
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

  /** Gives turns: a caller with more goes to the end, one without leaves. What is left of a turn comes with the next call. */
  function takeFrom(lines: Lines<E>, count: number, taken: E[]): void {
    for (let line = lines.first; line && taken.length < count; line = lines.first) {
      const entry = shift(line);
      if (entry) {
        entry.state = 'asked';
        size -= 1;
        taken.push(entry);
        line.had += 1;
      }
      const hasMore = line.next < line.entries.length;
      if (hasMore && line.had < TURN) continue;
      line.had = 0;
      lines.first = line.after;
      if (!lines.first) lines.last = undefined;
      line.after = undefined;
      if (hasMore) goLast(lines, line);
      else leave(lines, line);
    }
  }

  function leave(lines: Lines<E>, { caller }: Line<E>): void {
    lines.byCaller.delete(caller);
    // A new one, for the same reason as in `known-asked.ts`.
    if (lines.byCaller.size === 0) lines.byCaller = new Map();
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
