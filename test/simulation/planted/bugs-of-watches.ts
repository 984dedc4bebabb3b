import type { PlantedBug } from './bug.ts';

const SOON = 'a crossing that lasts is told once, and soon';
const ONCE = 'a crossing is told once';

/** Bugs in watches and their alerts. */
export const WATCH_BUGS: readonly PlantedBug[] = [
  {
    name: 'armed-as-soon-as-it-is-left',
    about: 'a count that hovers around the number of a watch is told each time that it comes back to it',
    file: 'followstats/watches/step-watch.ts',
    find: "const isLeft = !isMet && (rule.kind === 'reaches' ? followers <= mark : followers >= mark);",
    replace: 'const isLeft = !isMet;',
    seed: 32,
    days: 4,
    by: ONCE,
  },
  {
    name: 'alert-outside-the-transaction',
    about: 'an alert is written after what a watch knows is committed, in a transaction of its own',
    file: 'store/watches/watch-looks.ts',
    find: 'const end = await inTransaction(context, (inside) => keep(inside, held, looked));',
    replace: `let end = await inTransaction(context, (inside) => keep(inside, held, { ...looked, met: new Map() }));
      if (end === 'quiet' && looked.met.size > 0) {
        const content = writeContent({ rule: held.watch.rule, met: looked.met });
        const now = await readNow(context);
        await inTransaction(context, (inside) => addAlert(inside.db, held.watch, content, now));
        end = 'told';
      }`,
    seed: 48,
    days: 4,
    by: ONCE,
  },
  {
    name: 'mute-ignored',
    about: 'a watch that is muted tells all the same',
    file: 'store/watches/watch-looks.ts',
    find: "if (isMuted({ mutedUntil: row.muted_until ?? undefined }, now)) return 'muted';",
    replace: '',
    seed: 32,
    days: 4,
    by: 'a stopped watch tells nothing',
  },
  {
    name: 'what-was-told-is-forgotten',
    about: 'what a watch knows is kept only when there is nothing to tell',
    file: 'store/watches/watch-looks.ts',
    find: "  await writeStates(inside.db, row.id, states);\n  if (met.size === 0) return 'quiet';",
    replace: "  if (met.size === 0) {\n    await writeStates(inside.db, row.id, states);\n    return 'quiet';\n  }",
    seed: 32,
    days: 4,
    by: ONCE,
  },
  {
    name: 'events-wake-no-watch',
    about: 'a watch is looked at when it is due anyway, whatever is heard of its accounts',
    file: 'digests/compose-watches.ts',
    find: '      wake.start();\n',
    replace: '',
    seed: 32,
    days: 4,
    by: SOON,
  },
  {
    name: 'paused-watch-is-looked-at',
    about: 'a look that was begun before its watch was paused tells all the same',
    file: 'store/watches/watch-looks.ts',
    find: ".where('lease_until', 'is not', null)\n    .where('paused_at', 'is', null)",
    replace: ".where('lease_until', 'is not', null)",
    seed: 48,
    days: 12,
    by: 'a stopped watch tells nothing',
  },
];
