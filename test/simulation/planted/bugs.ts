import type { PlantedBug } from './bug.ts';
import { EVENT_BUGS } from './bugs-of-events.ts';
import { LOOK_UP_BUGS } from './bugs-of-look-ups.ts';
import { PEOPLE_BUGS } from './bugs-of-people.ts';
import { RUN_BUGS } from './bugs-of-runs.ts';
import { WATCH_BUGS } from './bugs-of-watches.ts';

/** The bugs that the simulation has to find, one at a time. */
export const BUGS: readonly PlantedBug[] = [...RUN_BUGS, ...LOOK_UP_BUGS, ...PEOPLE_BUGS, ...EVENT_BUGS, ...WATCH_BUGS];

/** @throws {Error} when there is no bug of that name */
export function findBug(name: string): PlantedBug {
  const bug = BUGS.find((one) => one.name === name);
  if (!bug) throw new Error(`there is no bug “${name}”, but: ${BUGS.map((one) => one.name).join(', ')}`);
  return bug;
}
