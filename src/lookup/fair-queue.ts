/** People's questions go before digests, which have the time. */
export type Priority = 'person' | 'digest';

/** One thing that waits. It may stand in the lines of several callers; the first turn takes it. */
export interface Entry {
  state: 'waiting' | 'asked' | 'abandoned';
}

interface Line<E> {
  readonly entries: E[];
  next: number;
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
  const lines: Record<Priority, Map<string, Line<E>>> = { person: new Map(), digest: new Map() };
  let size = 0;

  function join(caller: string, priority: Priority, entry: E): void {
    const line = lines[priority].get(caller);
    if (line) line.entries.push(entry);
    else lines[priority].set(caller, { entries: [entry], next: 0 });
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

  /** One turn, one entry. A caller with more goes to the end, one without leaves. */
  function turn(callers: Map<string, Line<E>>, caller: string, line: Line<E>): E | undefined {
    callers.delete(caller);
    const entry = shift(line);
    if (!entry) return undefined;
    entry.state = 'asked';
    size -= 1;
    if (line.next < line.entries.length) callers.set(caller, line);
    return entry;
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
      for (const callers of [lines.person, lines.digest]) {
        while (taken.length < count && callers.size > 0) {
          const [first] = callers;
          if (!first) break;
          const entry = turn(callers, first[0], first[1]);
          if (entry) taken.push(entry);
        }
      }
      return taken;
    },
  };
}
