import { expect, expectTypeOf, test } from 'vitest';
import { AUDIT_ACTIONS } from '../../../src/followstats/audit-actions.ts';
import type { Answer } from '../../../src/followstats/commands/answer.ts';
import type { CommandFault } from '../../../src/followstats/commands/command.ts';
import { type ChangeKind, SUBCOMMANDS } from '../../../src/followstats/commands/subcommands.ts';

const repeated = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at);

test('no two subjects have the same name, kind of command or answer, word of the audit, or line of the help', () => {
  expect(repeated(SUBCOMMANDS.flatMap(({ names }): readonly string[] => names))).toEqual([]);
  expect(repeated(SUBCOMMANDS.flatMap(({ commands }) => Object.keys(commands)))).toEqual([]);
  // One that is answered as another subject has the very same rows.
  const answers = new Set(SUBCOMMANDS.flatMap((subject) => Object.values<object>(subject.answers)));
  const kinds = SUBCOMMANDS.flatMap((subject) =>
    Object.entries<object>(subject.answers).flatMap(([kind, row]) => (answers.delete(row) ? [kind] : [])),
  );
  expect(repeated(kinds)).toEqual([]);
  expect(repeated(SUBCOMMANDS.flatMap(({ usage }) => Object.keys(usage)))).toEqual([]);
  expect(repeated(AUDIT_ACTIONS)).toEqual([]);
});

test('what can be asked for, changed and answered is known to the compiler kind by kind', () => {
  expectTypeOf<ChangeKind>().toEqualTypeOf<
    | 'link'
    | 'unlink'
    | 'list-create'
    | 'list-add'
    | 'list-remove'
    | 'list-delete'
    | 'digest-run'
    | 'digest-pause'
    | 'digest-resume'
    | 'digest-delete'
    | 'digest-restore'
    | 'watch-pause'
    | 'watch-resume'
    | 'watch-mute'
    | 'watch-unmute'
    | 'watch-delete'
    | 'watch-restore'
    | 'allow'
    | 'revoke'
  >();
  expectTypeOf<Extract<Answer, { kind: 'fault' }>['fault']>().toEqualTypeOf<CommandFault>();
  expectTypeOf<'no-such-kind'>().not.toExtend<Answer['kind'] | CommandFault['kind']>();
  expectTypeOf<string>().not.toExtend<Answer['kind'] | CommandFault['kind'] | ChangeKind>();
});
