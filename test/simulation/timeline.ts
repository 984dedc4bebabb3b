import type { TraceLine } from './kernel/trace.ts';

/** What of a trace explains something, collected while the trace goes by. */
export interface Timeline {
  add(line: TraceLine): void;
  /** The lines, oldest first; `undefined` stands for those left out when there are too many. */
  lines(): readonly (TraceLine | undefined)[];
}

/** Lines that are shown right before the end, whatever they are about. */
const LAST = 12;
/** Of more lines than these the first and the last are shown. */
const FIRST_SHOWN = 15;
const LAST_SHOWN = 45;
/** What happens to replicas and around them counts for what its subject does so soon after, milliseconds. */
const SOON_MS = 2 * 60_000;
const HAPPENS = /^(is killed|starts|begins|ends|is stopped|has ended|calm)/;

/** @param about words of the subject, like `run 7`, or who does something */
export function createTimeline(about: readonly string[]): Timeline {
  const words = about.map((word) => new RegExp(`(?<![\\w-])${RegExp.escape(word)}(?![\\w-])`));
  const isAbout = ({ who, what }: TraceLine) => about.includes(who) || words.some((word) => word.test(what));
  const first: TraceLine[] = [];
  let rest: TraceLine[] = [];
  let count = 0;
  /** Not told yet. */
  let happened: TraceLine[] = [];
  let latest: TraceLine[] = [];

  function tell(line: TraceLine): void {
    count += 1;
    if (first.length < FIRST_SHOWN) first.push(line);
    else rest = [...rest.slice(1 - LAST_SHOWN), line];
  }

  return {
    add(line) {
      latest = [...latest.slice(1 - LAST), line];
      if (isAbout(line)) {
        for (const one of happened) if (line.at - one.at <= SOON_MS) tell(one);
        happened = [];
        tell(line);
      } else if (HAPPENS.test(line.what)) {
        happened = [...happened.filter(({ at }) => line.at - at <= SOON_MS), line];
      }
    },
    lines() {
      const newest = new Set(latest);
      const isCut = count > first.length + rest.length;
      const told = [...first, ...(isCut ? [undefined] : []), ...rest];
      return [...told.filter((line) => line === undefined || !newest.has(line)), ...latest];
    },
  };
}
