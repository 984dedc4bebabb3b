import { buttons } from './buttons.ts';
import { conversation } from './conversation.ts';
import { progress } from './progress.ts';
import { sending } from './sending.ts';

/** English: the original, which every translation follows. One file a subject. */
export const en = { buttons, conversation, progress, sending } as const;
