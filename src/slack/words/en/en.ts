import { chatCodes } from './chat-codes.ts';
import { commands } from './commands.ts';
import { failures } from './failures.ts';
import { help } from './help.ts';
import { kit } from './kit.ts';
import { places } from './places.ts';
import { progress } from './progress.ts';
import { reports } from './reports.ts';
import { who } from './who.ts';

/** English: the original, which every translation follows. One file a subject. */
export const en = { chatCodes, commands, failures, help, kit, places, progress, reports, who } as const;
