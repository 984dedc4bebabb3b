import type { PlantedBug } from './bug.ts';
import { LOOK_UP_BUGS } from './bugs-of-look-ups.ts';
import { PEOPLE_BUGS } from './bugs-of-people.ts';
import { RUN_BUGS } from './bugs-of-runs.ts';

/** The bugs that the simulation has to find, one at a time. */
export const BUGS: readonly PlantedBug[] = [...RUN_BUGS, ...LOOK_UP_BUGS, ...PEOPLE_BUGS];

/** @throws {Error} when there is no bug of that name */
export function findBug(name: string): PlantedBug {
  const bug = BUGS.find((one) => one.name === name);
  if (!bug) throw new Error(`there is no bug “${name}”, but: ${BUGS.map((one) => one.name).join(', ')}`);
  return bug;
}
