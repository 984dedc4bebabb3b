import { SUBCOMMANDS, type Subcommands } from './commands/subcommands.ts';

/**
 * Everything that may happen, as the audit names it: what each command is, what forms and buttons do, and `wrong` for text that
 * is no command (what it said isn't kept).
 */
export type AuditAction =
  | CommandActions<Subcommands>['action']
  | Subcommands['furtherActions'][number]
  | typeof NO_COMMAND;

type CommandActions<Subject> = Subject extends { readonly commands: infer Rows } ? Rows[keyof Rows] : never;

const NO_COMMAND = 'wrong';

/** All of them, each once. */
export const AUDIT_ACTIONS: readonly AuditAction[] = [
  ...SUBCOMMANDS.flatMap(({ commands, furtherActions }): readonly AuditAction[] => [
    ...Object.values<{ readonly action: AuditAction }>(commands).map(({ action }) => action),
    ...furtherActions,
  ]),
  NO_COMMAND,
];
