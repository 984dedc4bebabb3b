import type { Asker, Role } from '../access/rules.ts';
import type { AuditEntry } from '../audit/audit.ts';
import type { AuditAction } from '../audit-actions.ts';
import { type CommandRow, noDetails } from '../subcommand.ts';
import type { Change } from './answer.ts';
import type { Command } from './command.ts';
import { SUBCOMMANDS } from './subcommands.ts';

type Row<Given> = CommandRow<Given> & { readonly action: AuditAction };

/** By kind of command; each takes commands of its own kind only. */
const ROWS: ReadonlyMap<string, Row<never>> = new Map([
  // Of a mistyped look-up: a person without this role learns that they lack it, and nothing about the mistake.
  ['fault', { role: 'viewer', action: 'wrong', details: noDetails, lookAt: undefined }],
  ...SUBCOMMANDS.flatMap(({ commands }) => Object.entries<Row<never>>(commands)),
]);

/** @param kind of every command that the row is given to */
function rowOf(kind: Command['kind']): Row<Command> {
  const row = ROWS.get(kind);
  if (!row) throw new Error(`no subcommand has the command ${kind}`);
  return row as Row<Command>;
}

/** Returns the least role that may ask this; `undefined`: anyone may. */
export function neededRole(command: Command, asker: Asker): Role | undefined {
  if (command.kind === 'fault') return rowOf(command.meant ?? command.kind).role;
  const { role, isForAnyone } = rowOf(command.kind);
  return isForAnyone?.(command, asker) ? undefined : role;
}

/** Returns the least role of those whose own that is what a command is about; `undefined`: they need the same as others. */
export function neededOfOwner(command: Command): Role | undefined {
  return command.kind === 'fault' ? undefined : rowOf(command.kind).ownRole;
}

/** Returns what the audit calls a command, and what it keeps of it besides. */
export function describeCommand(command: Command): Pick<AuditEntry, 'action' | 'details'> {
  const { action, details } = rowOf(command.kind);
  return { action, details: details(command) };
}

/** Whether a command changes what the store keeps. */
export function isChange(command: Command): command is Change {
  return rowOf(command.kind).lookAt !== undefined;
}

/** Returns the command, as it is typed, that shows whether a change was made that the store didn't confirm. */
export function whereToLook(change: Change): string {
  return rowOf(change.kind).lookAt?.(change) ?? 'help';
}
