import { progress } from './progress.ts';

/** English: the original, which every translation follows. One file a subject. */
export const en = { progress } as const;
