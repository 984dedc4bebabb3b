/** Whose turn it is first: digests have the time and yield to people, and watches, which no person waits for, to both. */
const PRIORITIES = ['person', 'digest', 'watch'] as const;
/** One of them. */
export type Priority = (typeof PRIORITIES)[number];

/** One thing that waits. It may stand in the lines of several callers; the first turn takes it. */
export interface Entry {
  state: 'new' | 'waiting' | 'taken' | 'abandoned';
}

/**
 * Entries of one turn. As many as a command usually has, which then waits for one call instead of the slowest of several, and
 * so few that a call has room for four callers.
 */
const TURN = 5;

/** What one caller waits for. */
interface Line<E> {
  readonly caller: string;
  entries: E[];
  /** Place of the next entry. */
  next: number;
  /** Entries taken in its present turn. */
  had: number;
}

/** What waits to be asked, in one line a caller. */
export interface FairQueue<E extends Entry> {
  /** Entries that wait, each counted once however many lines it stands in. */
  readonly size: number;
  /** New entries wait from now on; one that waits for another caller gets a place in this line, too; others are left out. */
  add(caller: string, priority: Priority, entries: readonly E[]): void;
  /** Of the person's new entries, so many: how many others are taken before the last of them, the person's own earlier ones included. */
  ahead(caller: string, count: number): number;
  /** Takes an entry out; has no effect on its size when it was taken before. */
  abandon(entry: E): void;
  /** @returns at most `count` entries, turn by turn over the callers of one priority, the next only after all of it. They are `taken` then. */
  take(count: number): E[];
}

export function createFairQueue<E extends Entry>(): FairQueue<E> {
  /** The line whose turn it is stands first. */
  const lines: Readonly<Record<Priority, Line<E>[]>> = { person: [], digest: [], watch: [] };
  let size = 0;

  /** @returns the next entry of a line that still waits */
  function shift(line: Line<E>): E | undefined {
    while (line.next < line.entries.length) {
      const entry = line.entries[line.next] as E;
      line.next += 1;
      if (entry.state === 'waiting') return entry;
    }
    return undefined;
  }

  /** A line with more goes to the end after its turn, one without leaves. What is left of a turn comes with the next call. */
  function takeFrom(turns: Line<E>[], count: number, taken: E[]): void {
    for (let line = turns[0]; line && taken.length < count; line = turns[0]) {
      const entry = shift(line);
      if (entry) {
        entry.state = 'taken';
        size -= 1;
        line.had += 1;
        taken.push(entry);
      }
      const hasMore = line.next < line.entries.length;
      if (hasMore && line.had < TURN) continue;
      turns.shift();
      line.had = 0;
      if (hasMore) turns.push(line);
    }
  }

  return {
    get size() {
      return size;
    },
    add(caller, priority, entries) {
      for (const entry of entries) {
        if (entry.state !== 'new') continue;
        entry.state = 'waiting';
        size += 1;
      }
      const waiting = entries.filter(({ state }) => state === 'waiting');
      if (waiting.length === 0) return;
      const line = lines[priority].find((one) => one.caller === caller);
      if (line) line.entries = line.entries.slice(line.next).concat(waiting);
      if (line) line.next = 0;
      else lines[priority].push({ caller, entries: waiting, next: 0, had: 0 });
    },
    ahead(caller, count) {
      const left = (line: Line<E>) => line.entries.length - line.next;
      const own = lines.person.find((line) => line.caller === caller);
      const earlier = own ? left(own) : 0;
      const turns = Math.ceil((earlier + count) / TURN);
      return lines.person.reduce(
        (sum, line) => (line === own ? sum : sum + Math.min(left(line), turns * TURN)),
        earlier,
      );
    },
    abandon(entry) {
      if (entry.state === 'waiting') size -= 1;
      entry.state = 'abandoned';
    },
    take(count) {
      const taken: E[] = [];
      for (const priority of PRIORITIES) takeFrom(lines[priority], count, taken);
      return taken;
    },
  };
}
