import type { PlantedBug } from './bug.ts';

/** Bugs between the app and Chat. */
export const LOOK_UP_BUGS: readonly PlantedBug[] = [];
