import { access } from './access.ts';
import { buttons } from './buttons.ts';
import { conversation } from './conversation.ts';
import { links } from './links.ts';
import { lists } from './lists.ts';
import { progress } from './progress.ts';
import { sending } from './sending.ts';

/** English: the original, which every translation follows. One file a subject. */
export const en = { access, buttons, conversation, links, lists, progress, sending } as const;
