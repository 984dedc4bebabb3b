import type { Role } from './access.ts';
import type { Command } from './command.ts';

/** What each kind of command takes; `undefined`: anyone. A kind without a line does not compile. */
export const NEEDED_ROLE: Readonly<Record<Command['kind'], Role | undefined>> = {
  help: undefined,
  wrong: 'viewer',
  lookup: 'viewer',
  'list-show': 'viewer',
  'list-create': 'editor',
  'list-add': 'editor',
  'list-remove': 'editor',
  'list-delete': 'editor',
  link: 'editor',
  unlink: 'editor',
  links: 'editor',
};
