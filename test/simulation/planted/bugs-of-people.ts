import type { PlantedBug } from './bug.ts';

/** Bugs in what people may do, and in what they are told. */
export const PEOPLE_BUGS: readonly PlantedBug[] = [];
