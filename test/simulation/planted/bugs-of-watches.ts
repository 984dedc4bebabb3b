import type { PlantedBug } from './bug.ts';

const SOON = 'a crossing that lasts is told once, and soon';

/** Bugs in watches and their alerts. */
export const WATCH_BUGS: readonly PlantedBug[] = [
  {
    name: 'armed-as-soon-as-it-is-left',
    about: 'a count that hovers around the number of a watch is told each time that it comes back to it',
    file: 'followstats/watches/step-watch.ts',
    find: "const isLeft = !isMet && (rule.kind === 'reaches' ? followers <= mark : followers >= mark);",
    replace: 'const isLeft = !isMet;',
    seed: 32,
    days: 2,
    by: SOON,
  },
  {
    name: 'what-was-told-is-forgotten',
    about: 'what a watch knows is kept only when there is nothing to tell',
    file: 'store/watches/watch-looks.ts',
    find: "  await writeStates(inside.db, row.id, states);\n  if (met.size === 0) return 'quiet';",
    replace: "  if (met.size === 0) {\n    await writeStates(inside.db, row.id, states);\n    return 'quiet';\n  }",
    seed: 32,
    days: 2,
    by: SOON,
  },
  {
    name: 'events-wake-no-watch',
    about: 'a watch is looked at when it is due anyway, whatever is heard of its accounts',
    file: 'digests/compose-watches.ts',
    find: '      wake.start();\n',
    replace: '',
    seed: 32,
    days: 2,
    by: SOON,
  },
];
