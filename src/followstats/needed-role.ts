import type { Role } from './access.ts';
import type { Command } from './command.ts';

/** What each command needs; `undefined`: anyone, a role or none. */
const NEEDED: Readonly<Record<Command['kind'], Role | undefined>> = {
  help: undefined,
  lookup: 'viewer',
  'list-show': 'viewer',
  'list-create': 'editor',
  'list-add': 'editor',
  'list-remove': 'editor',
  'list-delete': 'editor',
  link: 'editor',
  unlink: 'editor',
  links: 'editor',
  /** What is wrong is told only to those who might have typed it right. */
  wrong: 'viewer',
};

/** The least role that may ask this; `undefined`: anyone may. */
export function neededRole(command: Command): Role | undefined {
  return NEEDED[command.kind];
}
