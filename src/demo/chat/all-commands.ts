import type { Command } from './command.ts';
import { followAdd, followDelete } from './follow-add-delete.ts';
import { followCheck } from './follow-check.ts';
import { followGet } from './follow-get.ts';
import { followGetInfo } from './follow-get-info.ts';
import { portraitGet } from './portrait-get.ts';

/** By name, with the folder below `/v4/`. A further command is one more file, and one more line here. */
export const COMMANDS = {
  follow_get_info: { folder: 'follow', run: followGetInfo },
  follow_get: { folder: 'follow', run: followGet },
  follow_check: { folder: 'follow', run: followCheck },
  follow_add: { folder: 'follow', run: followAdd },
  follow_delete: { folder: 'follow', run: followDelete },
  portrait_get: { folder: 'profile', run: portraitGet },
} as const satisfies Readonly<Record<string, { folder: string; run: Command }>>;

export type CommandName = keyof typeof COMMANDS;
