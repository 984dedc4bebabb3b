import { access } from './access.ts';
import { links } from './links.ts';
import { lists } from './lists.ts';
import { progress } from './progress.ts';

/** English: the original, which every translation follows. One file a subject. */
export const en = { access, links, lists, progress } as const;
