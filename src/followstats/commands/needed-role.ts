import type { Asker, Role } from '../access/rules.ts';
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
  'digest-new': 'editor',
  'digest-list': 'editor',
  'digest-edit': 'editor',
  'digest-run': 'editor',
  'digest-pause': 'editor',
  'digest-resume': 'editor',
  'digest-delete': 'editor',
  'digest-log': 'editor',
  allow: 'admin',
  revoke: 'admin',
  access: 'admin',
  /** About somebody else. */
  why: 'admin',
  /** For a mistyped look-up: a person without this role learns that they lack it, and nothing about the mistake. */
  wrong: 'viewer',
};

/** The least role that may ask this; `undefined`: anyone may. */
export function neededRole(command: Command, { personId }: Asker): Role | undefined {
  const isAboutOneself = command.kind === 'why' && (command.personId ?? personId) === personId;
  if (isAboutOneself) return undefined;
  return NEEDED[(command.kind === 'wrong' && command.meant) || command.kind];
}
